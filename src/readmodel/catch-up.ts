import { breather } from '../common/breathe.ts'
import type { RecordedEvent } from '../events/envelope.ts'
import type { EventLog, Position } from '../log/port.ts'
import type { Generation, ReadModelEngine, Row, Writing } from './engine.ts'
import { outbox } from './write-buffer.ts'
import { emptyPrefix, prefixHash } from './prefix-hash.ts'
import { project, type Run } from './projector.ts'
import { requireSameLog, type Checkpoint } from './same-log.ts'
import { bodyOfEvent } from './stored-event.ts'
import { makeWhole } from './completeness.ts'
import { workingSet, type Remembering, type WorkingSet } from './stream-cache.ts'

/** How much is worked on at a time. Which rows come of it does not depend on it. */
export interface Portions extends Remembering {
  /** After how many events a transaction may end: at the end of a commit. */
  readonly batch: number
  /** How many events are read, folded and written together, at least. */
  readonly window: number
}

const usual: Portions = { batch: 5_000, window: 1_000, mostEvents: 30_000, earlierForEach: 20 }
/** After how many milliseconds it may end, so that others who wait for the lock get their turn. */
const turn = 10_000

export type Progress = (events: number, of: number) => void

const checkpointName = 'projector'

export const readCheckpoint = async (sql: Writing['sql']): Promise<Checkpoint> => {
  const row = await sql.selectFrom('checkpoint').selectAll().where('name', '=', checkpointName).executeTakeFirst()
  return { position: row?.position as Position | undefined, ordinal: Number(row?.ordinal ?? 0) }
}

/** The hash of the log up to the commit that ends with an ordinal. */
const prefixOf = async (sql: Writing['sql'], ordinal: number): Promise<string> => {
  const row = await sql
    .selectFrom('commit_known')
    .select('prefix')
    .where('last_ordinal', '=', ordinal)
    .executeTakeFirst()
  return row?.prefix ?? emptyPrefix
}

const writeCheckpoint = async ({ sql }: Writing, position: Position, ordinal: number): Promise<void> => {
  await sql.deleteFrom('checkpoint').where('name', '=', checkpointName).execute()
  await sql.insertInto('checkpoint').values({ name: checkpointName, position, ordinal }).execute()
}

/** What stands at the head of the log: an ordinal, and the generation that has taken it in. */
export interface CaughtUp {
  readonly generation: Generation
  readonly ordinal: number
}

/**
 * Brings the read model up to the head of the log, commit by commit, and goes over to a newer generation where one
 * serves: that one is brought up first, so that no answer is older than the one before it. Questions are asked of the
 * generation that it gives.
 */
export const caughtUp = async (engine: ReadModelEngine, log: EventLog, progress?: Progress): Promise<CaughtUp> => {
  const newer = await engine.newer()
  if (newer !== undefined) {
    await fill(newer, log, progress)
    engine.use(newer)
  }
  const { generation } = engine
  const { ordinal, becameWhole } = await fill(generation, log, progress)
  // What cannot be removed now is left to the next start.
  if (becameWhole || newer !== undefined) await engine.tidy().catch(() => undefined)
  return { generation, ordinal }
}

/** As `caughtUp`; gives the ordinal that the read model then stands at. */
export const catchUp = async (engine: ReadModelEngine, log: EventLog, progress?: Progress): Promise<number> =>
  (await caughtUp(engine, log, progress)).ordinal

/**
 * The generation to ask where another thread brings the read model up: the one in use as it stands, or a newer one as
 * soon as that stands no earlier. Nothing is written. Throws `another-log`.
 */
export const broughtUpElsewhere = async (engine: ReadModelEngine, log: EventLog): Promise<Generation> => {
  const newer = await engine.newer()
  const { ordinal } = await readCheckpoint(engine.generation.sql)
  if (newer !== undefined && (await readCheckpoint(newer.sql)).ordinal >= ordinal) engine.use(newer)
  const { generation } = engine
  await requireSameLog(log, generation, await readCheckpoint(generation.sql))
  return generation
}

/**
 * Brings one generation up to the head of the log. Rows and checkpoint are written in one transaction, so that a crash
 * at any moment leaves rows that are right, only older. Where there is nothing to do it does not wait for the lock.
 */
export const fill = async (
  generation: Generation,
  log: EventLog,
  progress?: Progress,
  portions = usual,
): Promise<{ ordinal: number; becameWhole: boolean }> => {
  const head = await log.head()
  const already = await readCheckpoint(generation.sql)
  await requireSameLog(log, generation, already)
  if (already.ordinal >= head.ordinal) return { ordinal: already.ordinal, becameWhole: false }
  const working = workingSet(portions)
  for (let stands = already.position; ;) {
    // Not to the head of then: a log that grows all the time would be chased for ever.
    const { position, ordinal, done, becameWhole } = await generation.write(async (writing) => {
      const checkpoint = await readCheckpoint(writing.sql)
      // Another process may have written meanwhile, and from another log.
      if (checkpoint.position !== stands) await requireSameLog(log, generation, checkpoint)
      return takeBatch(generation, writing, checkpoint, working, log, head.ordinal, progress, portions)
    })
    if (done) return { ordinal, becameWhole }
    stands = position
  }
}

/**
 * Sees to it, without bringing anything up, that the generation that serves was made from this log. Throws
 * `another-log`.
 */
export const checkLog = async (engine: ReadModelEngine, log: EventLog): Promise<void> => {
  const generation = (await engine.newer()) ?? engine.generation
  await requireSameLog(log, generation, await readCheckpoint(generation.sql))
}

const commitColumns = ['last_ordinal', 'first_ordinal', 'id', 'recorded_at', 'recorded_by', 'prefix'] as const

/** Folds what a window of the log adds to the streams, and writes it. */
const fold = async (
  writing: Writing,
  working: WorkingSet,
  runs: readonly Run[],
  commits: readonly Row[],
): Promise<void> => {
  const box = outbox()
  for (const { run, keys, stream } of await working.prepare(writing, runs)) project(run, keys, stream, box)
  for (const commit of commits) box.add('commit_known', commitColumns, commit)
  await box.flush(writing)
  working.settle(runs)
}

const takeBatch = async (
  generation: Generation,
  writing: Writing,
  checkpoint: Checkpoint,
  working: WorkingSet,
  log: EventLog,
  wanted: number,
  progress: Progress | undefined,
  { batch, window }: Portions,
) => {
  const head = await log.head()
  let position = checkpoint.position
  let ordinal = checkpoint.ordinal
  let known = ordinal + 1
  const started = performance.now()
  let taken = 0
  let folded = 0
  let run: RecordedEvent[] = []
  let bodies: string[] = []
  let runs: Run[] = []
  let commits: Row[] = []
  let prefix = await prefixOf(writing.sql, ordinal)
  const breathe = breather()
  working.standAt(ordinal)
  const endRun = (): void => {
    const [first] = run
    if (first !== undefined) runs.push({ stream: first.stream, events: run, bodies, known })
    run = []
    bodies = []
  }
  const endWindow = async (): Promise<void> => {
    await fold(writing, working, runs, commits)
    folded = taken
    runs = []
    commits = []
  }
  if (head.ordinal > ordinal)
    for await (const { event, position: after, endsCommit } of log.readAll({ after: position })) {
      if (run[0] !== undefined && run[0].stream !== event.stream) {
        endRun()
        if (taken - folded >= window) await endWindow()
      }
      const body = bodyOfEvent(event)
      run.push(event)
      bodies.push(body)
      prefix = prefixHash(prefix, event, body)
      taken += 1
      if (taken % 1_000 === 0) {
        progress?.(event.ordinal, head.ordinal)
        await breathe()
      }
      if (!endsCommit) continue
      endRun()
      commits.push({
        last_ordinal: event.ordinal,
        first_ordinal: known,
        id: event.commit,
        recorded_at: event.recordedAt,
        recorded_by: event.recordedBy,
        prefix,
      })
      position = after
      ordinal = event.ordinal
      known = ordinal + 1
      if (taken - folded >= window) await endWindow()
      if (taken >= batch || ordinal >= head.ordinal || performance.now() - started > turn) break
    }
  if (commits.length > 0) await endWindow()
  if (position !== undefined && ordinal > checkpoint.ordinal) await writeCheckpoint(writing, position, ordinal)
  working.arrive(ordinal)
  const done = ordinal >= Math.min(wanted, head.ordinal)
  return { position, ordinal, done, becameWhole: done && (await makeWhole(generation, writing, ordinal)) }
}
