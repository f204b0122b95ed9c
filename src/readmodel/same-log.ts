import { NormtrailError } from '../common/error.ts'
import type { EventLog, Position } from '../log/port.ts'
import { compiledOnce } from './query/compiled-once.ts'
import type { Generation, Writing } from './engine.ts'
import type { Schema } from './schema.ts'

/** Where a read model stands in the log that it was made from. */
export interface Checkpoint {
  readonly position: Position | undefined
  readonly ordinal: number
}

const checkpointName = 'projector'

const standing = compiledOnce<Schema, Schema['checkpoint']>((sql) =>
  sql.selectFrom('checkpoint').selectAll().where('name', '=', checkpointName),
)

/** How far a read model has taken the log in; ordinal 0 where nothing of it. */
export const readCheckpoint = async (sql: Writing['sql']): Promise<Checkpoint> => {
  const [row] = await standing(sql)
  return { position: row?.position as Position | undefined, ordinal: Number(row?.ordinal ?? 0) }
}

export const writeCheckpoint = async ({ sql }: Writing, position: Position, ordinal: number): Promise<void> => {
  await sql.deleteFrom('checkpoint').where('name', '=', checkpointName).execute()
  await sql.insertInto('checkpoint').values({ name: checkpointName, position, ordinal }).execute()
}

/**
 * Sees to it that a read model was made from this log and no other: that the log holds the commit up to which it was
 * made, with the same history before. An ordinal alone says nothing: a log that was restored from a copy, replaced or
 * named by mistake has commits of its own under the same numbers. One look at the log, however long it is. Throws
 * `another-log`.
 */
export const requireSameLog = async (
  log: Pick<EventLog, 'holds' | 'head'>,
  { name }: Pick<Generation, 'name'>,
  { position, ordinal }: Checkpoint,
): Promise<void> => {
  if (position === undefined || (await log.holds(position))) return
  const { ordinal: last } = await log.head()
  const instead = last < ordinal ? `the log ends at event ${last}` : 'the log holds another history up to there'
  throw new NormtrailError(
    'check-failed',
    'another-log',
    `the read model ${name} was made from another log: it goes up to event ${ordinal}, and ${instead}.`,
    {
      hint:
        'Nothing was answered from it. Name the log and the read model that belong ' +
        'together; or, where this log is the right one (restored from a copy, say), ' +
        'make the read model anew: `rebuild`. Logs that share a database need names of their own.',
    },
  )
}
