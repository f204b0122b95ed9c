import { breather } from '../common/breathe.ts'
import type { EventLog, Position } from '../log/port.ts'
import { makeWhole } from './completeness.ts'
import type { Generation, Writing } from './engine.ts'
import { emptyPrefix } from './prefix-hash.ts'
import { project } from './projector.ts'
import { readCheckpoint, requireSameLog, writeCheckpoint, type Checkpoint } from './same-log.ts'
import { workingSet, type Remembering, type WorkingSet } from './stream-cache.ts'
import { commitColumns, gathering, type Window } from './window.ts'
import { outbox } from './write-buffer.ts'

/** How much is worked on at a time. Which rows come of it does not depend on it. */
export interface Portions extends Remembering {
  /** After how many events a transaction may end: at the end of a commit. */
  readonly batch: number
  /** How many events are read, folded and written together, at least. */
  readonly window: number
  /** For how many events at once a second processor is worth its while; a transaction then takes so many. */
  readonly bulk?: number
}

const usual: Portions = { batch: 5_000, bulk: 25_000, window: 1_000, mostEvents: 30_000, earlierForEach: 20 }
/** After how many milliseconds a transaction may end, so that others who wait for the lock get their turn. */
const turn = 10_000
/** After how many events it is told how far it has come. */
const told = 1_000

export type Progress = (events: number, of: number) => void

export interface Filled {
  readonly ordinal: number
  readonly becameWhole: boolean
}

/** What is filled, from where, and by how much at a time. */
interface Filling {
  readonly generation: Generation
  readonly write: Generation['write']
  readonly log: EventLog
  readonly progress: Progress | undefined
  readonly portions: Portions
  readonly working: WorkingSet
  /** The ordinal to come to. Not the head of later: a log that grows all the time would be chased for ever. */
  readonly wanted: number
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
): Promise<Filled> => {
  const { ordinal: wanted } = await log.head()
  const already = await readCheckpoint(generation.sql)
  await requireSameLog(log, generation, already)
  if (already.ordinal >= wanted) return { ordinal: already.ordinal, becameWhole: false }
  const { bulk = Number.POSITIVE_INFINITY } = portions
  const filling = { generation, log, progress, working: workingSet(portions), wanted }
  if (generation.inBulk === undefined || wanted - already.ordinal < bulk)
    return fillFrom(already, { ...filling, write: generation.write, portions })
  return generation.inBulk((write) => fillFrom(already, { ...filling, write, portions: { ...portions, batch: bulk } }))
}

const fillFrom = async (already: Checkpoint, filling: Filling): Promise<Filled> => {
  for (let stands = already.position; ;) {
    const { position, ordinal, done, becameWhole } = await filling.write(async (writing) => {
      const checkpoint = await readCheckpoint(writing.sql)
      // Another process may have written meanwhile, and from another log.
      if (checkpoint.position !== stands) await requireSameLog(filling.log, filling.generation, checkpoint)
      return takeBatch(filling, writing, checkpoint)
    })
    if (done) return { ordinal, becameWhole }
    stands = position
  }
}

/** One transaction's worth of the log, from a checkpoint on. */
const takeBatch = async (filling: Filling, writing: Writing, checkpoint: Checkpoint) => {
  const { generation, log, working, wanted } = filling
  const head = await log.head()
  working.standAt(checkpoint.ordinal)
  const { position, ordinal } =
    head.ordinal > checkpoint.ordinal ? await takeEvents(filling, writing, checkpoint, head.ordinal) : checkpoint
  if (position !== undefined && ordinal > checkpoint.ordinal) await writeCheckpoint(writing, position, ordinal)
  working.arrive(ordinal)
  const done = ordinal >= Math.min(wanted, head.ordinal)
  return { position, ordinal, done, becameWhole: done && (await makeWhole(generation, writing, ordinal)) }
}

/** Folds whole commits, until it is enough for one transaction; gives the place that it came to. */
const takeEvents = async (
  { log, progress, portions: { batch, window }, working }: Filling,
  writing: Writing,
  checkpoint: Checkpoint,
  head: number,
): Promise<Checkpoint> => {
  const started = performance.now()
  const breathe = breather()
  const gathered = gathering(checkpoint.ordinal, await prefixOf(writing.sql, checkpoint.ordinal))
  const foldWhatIsThere = (): Promise<void> => fold(writing, working, gathered.take())
  let { position, ordinal }: { position: Position | undefined; ordinal: number } = checkpoint
  let taken = 0
  for await (const { event, position: after, endsCommit } of log.readAll({ after: position })) {
    if (gathered.endsRun(event) && gathered.count() >= window) await foldWhatIsThere()
    gathered.add(event)
    taken += 1
    if (taken % told === 0) {
      progress?.(event.ordinal, head)
      await breathe()
    }
    if (!endsCommit) continue
    gathered.endCommit(event)
    position = after
    ordinal = event.ordinal
    if (gathered.count() >= window) await foldWhatIsThere()
    if (taken >= batch || ordinal >= head || performance.now() - started > turn) break
  }
  if (gathered.holdsCommits()) await foldWhatIsThere()
  return { position, ordinal }
}

/** Folds what a window of the log adds to the streams, and writes it. */
const fold = async (writing: Writing, working: WorkingSet, { runs, commits }: Window): Promise<void> => {
  const box = outbox()
  for (const { run, keys, stream } of await working.prepare(writing, runs)) project(run, keys, stream, box)
  for (const commit of commits) box.add('commit_known', commitColumns, commit)
  await box.flush(writing)
  working.settle(runs)
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
