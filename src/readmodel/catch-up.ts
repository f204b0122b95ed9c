import type { RecordedEvent } from '../events/envelope.ts'
import type { EventLog, Position } from '../log/port.ts'
import type { ReadModelEngine, Writing } from './engine.ts'
import { emptyPrefix, prefixHash } from './prefix-hash.ts'
import { project } from './projector.ts'
import { bodyOfEvent } from './stored-event.ts'

/** After how many events a transaction may end: at the end of a commit. */
const batch = 5_000
/** After how many milliseconds it may end, so that others who wait for the lock get their turn. */
const turn = 1_000

export type Progress = (events: number, of: number) => void

const checkpointName = 'projector'

export const readCheckpoint = async (sql: Writing['sql']): Promise<{ position: Position | undefined; ordinal: number }> => {
  const row = await sql.selectFrom('checkpoint').selectAll().where('name', '=', checkpointName).executeTakeFirst()
  return { position: row?.position as Position | undefined, ordinal: Number(row?.ordinal ?? 0) }
}

/** The hash of the log up to the commit that ends with an ordinal. */
const prefixOf = async (sql: Writing['sql'], ordinal: number): Promise<string> => {
  const row = await sql.selectFrom('commit_known').select('prefix').where('last_ordinal', '=', ordinal).executeTakeFirst()
  return row?.prefix ?? emptyPrefix
}

const writeCheckpoint = async ({ sql }: Writing, position: Position, ordinal: number): Promise<void> => {
  await sql.deleteFrom('checkpoint').where('name', '=', checkpointName).execute()
  await sql.insertInto('checkpoint').values({ name: checkpointName, position, ordinal }).execute()
}

/**
 * Brings the read model up to the head of the log, commit by commit. Rows and checkpoint are written in one transaction,
 * so that a crash at any moment leaves a read model that is right, only older. Gives the ordinal that it then stands at.
 * Where there is nothing to do it does not wait for the lock.
 */
export const catchUp = async (engine: ReadModelEngine, log: EventLog, progress?: Progress): Promise<number> => {
  const head = await log.head()
  const { ordinal: already } = await readCheckpoint(engine.sql)
  if (already >= head.ordinal) return already
  for (;;) {
    const { ordinal, caughtUp } = await engine.write((writing) => takeBatch(writing, log, progress))
    // Not the head of now: a log that grows all the time would be chased for ever.
    if (caughtUp || ordinal >= head.ordinal) return ordinal
  }
}

const takeBatch = async (writing: Writing, log: EventLog, progress: Progress | undefined) => {
  const checkpoint = await readCheckpoint(writing.sql)
  const head = await log.head()
  let position = checkpoint.position
  let ordinal = checkpoint.ordinal
  let known = ordinal + 1
  const started = performance.now()
  let taken = 0
  let run: RecordedEvent[] = []
  let bodies: string[] = []
  let prefix = await prefixOf(writing.sql, ordinal)
  const endRun = async (): Promise<void> => {
    const [first] = run
    if (first !== undefined) await project(writing, { stream: first.stream, events: run, bodies, known })
    run = []
    bodies = []
  }
  if (head.ordinal > ordinal)
    for await (const { event, position: after, endsCommit } of log.readAll({ after: position })) {
      if (run[0] !== undefined && run[0].stream !== event.stream) await endRun()
      const body = bodyOfEvent(event)
      run.push(event)
      bodies.push(body)
      prefix = prefixHash(prefix, event, body)
      taken += 1
      if (progress !== undefined && taken % 1_000 === 0) progress(event.ordinal, head.ordinal)
      if (!endsCommit) continue
      await endRun()
      await writing.insert('commit_known', ['last_ordinal', 'first_ordinal', 'id', 'recorded_at', 'recorded_by', 'prefix'], [
        { last_ordinal: event.ordinal, first_ordinal: known, id: event.commit, recorded_at: event.recordedAt, recorded_by: event.recordedBy, prefix },
      ])
      position = after
      ordinal = event.ordinal
      known = ordinal + 1
      if (taken >= batch || ordinal >= head.ordinal || performance.now() - started > turn) break
    }
  if (position !== undefined && ordinal > checkpoint.ordinal) await writeCheckpoint(writing, position, ordinal)
  return { ordinal, caughtUp: ordinal >= head.ordinal }
}
