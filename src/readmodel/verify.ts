import type { Fold } from '../../projections/fold.ts'
import { folds } from '../../projections/index.ts'
import type { RecordedEvent } from '../events/envelope.ts'
import { groupBy } from '../group-by.ts'
import type { EventLog } from '../log/port.ts'
import { readCheckpoint } from './catch-up.ts'
import type { ReadModelEngine, Row } from './engine.ts'
import { columnsOf, difference, rowsOf } from './intervals.ts'
import { foldsOf, keysOf } from './projector.ts'
import { STILL_KNOWN, type IntervalTable } from './schema.ts'

export interface ReadModelReport {
  readonly streams: number
  readonly events: number
  readonly rows: number
  /** What a rebuild would make otherwise, in words; empty where nothing. */
  readonly differences: readonly string[]
}

/** How many differences are listed before the walk ends. */
const enough = 20

/**
 * Whether the read model is what a rebuild would make: row for row, closed rows included.
 * Goes stream by stream through the log and folds the whole history of each key in memory: another way than the projector's.
 */
export const verifyReadModel = async (engine: ReadModelEngine, log: EventLog, progress?: (events: number) => void): Promise<ReadModelReport> => {
  const { sql } = engine
  const differences: string[] = []
  const { ordinal } = await readCheckpoint(sql)
  const stored = await sql.selectFrom('event').select(({ fn }) => fn.countAll<number>().as('events')).executeTakeFirstOrThrow()
  if (Number(stored.events) !== ordinal) differences.push(`event: ${stored.events} rows where the checkpoint says ${ordinal}`)
  const streams = await sql.selectFrom('event').select('stream').distinct().orderBy('stream').execute()
  const commits = await sql.selectFrom('commit_known').select(['id', 'first_ordinal']).execute()
  const knownFrom = new Map(commits.map(({ id, first_ordinal }) => [id, Number(first_ordinal)]))
  let events = 0
  let rows = 0
  for (const { stream } of streams) {
    const inStream: RecordedEvent[] = []
    for await (const event of log.readStream(stream)) if (event.ordinal <= ordinal) inStream.push(event)
    events += inStream.length
    for (const fold of foldsOf(stream)) {
      const expected = expectedRows(fold, stream, inStream, knownFrom)
      const actual = await storedRows(engine, fold, stream)
      rows += actual.length
      differences.push(...compare(fold, expected, actual))
    }
    progress?.(events)
    if (differences.length >= enough) break
  }
  if (differences.length === 0) {
    if (events !== ordinal) differences.push(`the streams hold ${events} events where the checkpoint says ${ordinal}`)
    const total = await countIntervals(engine)
    if (total !== rows) differences.push(`${total - rows} rows belong to no stream of the log`)
  }
  return { streams: streams.length, events, rows, differences: differences.slice(0, enough) }
}

/** The whole history of a table's rows for one stream: folded anew after every commit that touched a key. */
const expectedRows = (fold: Fold, stream: string, events: readonly RecordedEvent[], knownFrom: ReadonlyMap<string, number>): readonly Row[] => {
  const keys = keysOf(events)
  const byKey = groupBy(events, (event) => keys.get(event.id) ?? '*')
  return [...byKey].flatMap(([key, ofKey]) => {
    const closed: Row[] = []
    let held: readonly Row[] = []
    for (const [index, event] of ofKey.entries()) {
      if (ofKey[index + 1]?.commit === event.commit) continue
      const known = knownFrom.get(event.commit) ?? event.ordinal
      const { gone, added } = difference(fold, held, rowsOf(fold, stream, key, ofKey.slice(0, index + 1)))
      closed.push(...gone.map((row) => ({ ...row, known_to: known })))
      held = [...held.filter((row) => !gone.includes(row)), ...added.map((row, seq) => ({ ...row, known_from: known, known_to: STILL_KNOWN, seq }))]
    }
    return [...closed, ...held]
  })
}

const storedRows = async ({ sql }: ReadModelEngine, fold: Fold, stream: string): Promise<readonly Row[]> =>
  (await sql.selectFrom(fold.table as IntervalTable).selectAll().where('stream', '=', stream).execute()) as unknown as readonly Row[]

const compare = (fold: Fold, expected: readonly Row[], actual: readonly Row[]): readonly string[] => {
  const text = (row: Row): string => JSON.stringify(columnsOf(fold).map((column) => row[column] ?? null))
  const wanted = new Set(expected.map(text))
  const there = new Set(actual.map(text))
  return [
    ...[...wanted].filter((row) => !there.has(row)).map((row) => `${fold.table}: missing ${row}`),
    ...[...there].filter((row) => !wanted.has(row)).map((row) => `${fold.table}: not expected ${row}`),
  ]
}

const countIntervals = async ({ sql }: ReadModelEngine): Promise<number> => {
  let total = 0
  for (const table of new Set(folds.map((fold) => fold.table as IntervalTable))) {
    const { rows } = await sql.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('rows')).executeTakeFirstOrThrow()
    total += Number(rows)
  }
  return total
}
