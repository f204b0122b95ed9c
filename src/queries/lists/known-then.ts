import { badInput } from '../../common/error.ts'
import { loadNames } from '../../names/load.ts'
import { parseDay } from '../../time/day.ts'
import type { Instant } from '../../time/instant.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { digestOfFilters, digitsOfLog, type Cursor } from './cursor.ts'

const begin = 'Begin anew, without it.'

const refused = (message: string, hint: string) => badInput('bad-input', message, { where: 'after', hint })

/** Refuses the place of another list, and of one that was asked otherwise. */
const refuseOther = (world: Snapshot, cursor: Cursor, name: string, asked: object): void => {
  if (cursor.question !== name)
    throw refused(`an answer to "${cursor.question}" gave it, and "${name}" is asked.`, begin)
  if (cursor.filters !== digestOfFilters(asked))
    throw refused(
      'an answer to the same question gave it that was asked for something else.',
      `Ask as then, or: ${begin}`,
    )
  if (world.isDayGiven === true && world.asOf !== parseDay(cursor.asOf))
    throw refused(`it is a place in a list as of ${cursor.asOf}.`, 'Leave out `asOf`, or give that day.')
  if (world.asKnownAt !== null && world.ordinal !== cursor.ordinal)
    throw refused(
      `it is a place in a list as known up to event ${cursor.ordinal}.`,
      'Leave out `asKnownAt`, or give that of the first page.',
    )
}

/**
 * The world as it was when the first page of a list was read, on the same day: whatever was recorded since shifts no
 * row. Throws `unknown-position` for a place that another log gave, and `bad-input` for that of another list.
 */
export const knownThen = async (world: Snapshot, cursor: Cursor, name: string, asked: object): Promise<Snapshot> => {
  refuseOther(world, cursor, name, asked)
  const asOf = parseDay(cursor.asOf)
  const isOfLog = (prefix: string): boolean => prefix.slice(0, digitsOfLog) === cursor.log
  if (world.ordinal === cursor.ordinal && isOfLog(world.prefix)) return { ...world, asOf }
  const { sql } = world
  const commit = await sql
    .selectFrom('commit_known')
    .select(['prefix', 'recorded_at'])
    .where('last_ordinal', '=', cursor.ordinal)
    .executeTakeFirst()
  if (commit === undefined || !isOfLog(commit.prefix))
    throw badInput('unknown-position', 'this log does not stand, and never stood, where the list was read.', {
      where: 'after',
      hint: `Another log gave it, or this one before it was restored from a copy. ${begin}`,
    })
  const knownAt = commit.recorded_at as Instant
  return {
    ...world,
    asOf,
    asKnownAt: world.asKnownAt ?? knownAt,
    ordinal: cursor.ordinal,
    prefix: commit.prefix,
    knownAt,
    names: await loadNames(sql, cursor.ordinal),
  }
}
