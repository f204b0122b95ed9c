import { factsOf } from '../../projections/fold/facts.ts'
import type { Fold } from '../../projections/fold/fold.ts'
import { folds } from '../../projections/index.ts'
import type { RecordedEvent } from '../events/envelope.ts'
import { canonicalJson } from '../events/json.ts'
import { groupBy } from '../common/group-by.ts'
import type { EventLog } from '../log/port.ts'
import { readCheckpoint } from './same-log.ts'
import type { Generation, Row } from './engine.ts'
import { columnsOf, difference, rowsOf } from './intervals.ts'
import { emptyPrefix, prefixHash } from './prefix-hash.ts'
import { foldsOf, keysOf } from './projector.ts'
import { STILL_KNOWN, type IntervalTable, type Schema } from './schema.ts'
import { bodyOfEvent, eventOfRow, rowOfEvent } from './stored-event.ts'

export interface ReadModelReport {
  readonly streams: number
  readonly events: number
  readonly rows: number
  /** What a rebuild would make otherwise, in words; empty where nothing. */
  readonly differences: readonly string[]
}

/** One generation, kept to from the first look to the last. */
type Reading = Pick<Generation, 'sql'>

/** How many differences are listed before the walk ends. */
const enough = 20

/** How many events are hashed at a time, and of about how many the rows are read together. */
const page = 5_000

/** Of how many streams the rows are read together, at most. */
const mostTogether = 100

/**
 * Whether the read model is what a rebuild would make: row for row, closed rows included. Goes stream by stream through
 * the log and folds the whole history of each key in memory: another way than the projector's.
 */
export const verifyReadModel = async (
  engine: Reading,
  log: EventLog,
  progress?: (events: number) => void,
): Promise<ReadModelReport> => {
  const { sql } = engine
  const reading: Reading = { sql }
  const differences: string[] = []
  const { ordinal } = await readCheckpoint(sql)
  const streams = await sql
    .selectFrom('event')
    .select(({ fn }) => ['stream', fn.countAll<number>().as('events')])
    .groupBy('stream')
    .orderBy('stream')
    .execute()
  const kept = streams.reduce((sum, stream) => sum + Number(stream.events), 0)
  if (kept !== ordinal) differences.push(`event: ${kept} rows where the checkpoint says ${ordinal}`)
  const commits = await sql.selectFrom('commit_known').selectAll().execute()
  const recorded = new Map<string, CommitRow>()
  const knownFrom = new Map(commits.map(({ id, first_ordinal }) => [id, Number(first_ordinal)]))
  let events = 0
  let rows = 0
  for (const together of handfuls(streams)) {
    const stored = await storedOf(reading, together)
    for (const stream of together) {
      const inStream: RecordedEvent[] = []
      for await (const event of log.readStream(stream)) if (event.ordinal <= ordinal) inStream.push(event)
      events += inStream.length
      inStream.forEach((event) => recorded.set(event.commit, widened(recorded.get(event.commit), event)))
      differences.push(...compareEvents(inStream, stored.events(stream)))
      for (const fold of foldsOf(stream)) {
        const actual = stored.rows(fold, stream)
        rows += actual.length
        differences.push(...compare(fold, expectedRows(fold, stream, inStream, knownFrom), actual))
      }
      progress?.(events)
      if (differences.length >= enough) break
    }
    if (differences.length >= enough) break
  }
  if (differences.length === 0) {
    differences.push(...compareCommits(recorded, commits))
    if (events !== ordinal) differences.push(`the streams hold ${events} events where the checkpoint says ${ordinal}`)
    differences.push(...(await comparePrefixes(reading, commits)))
    const total = await countIntervals(reading)
    if (total !== rows) differences.push(`${total - rows} rows belong to no stream of the log`)
  }
  return { streams: streams.length, events, rows, differences: differences.slice(0, enough) }
}

type CommitRow = Omit<Schema['commit_known'], 'prefix'>

/** A commit as far as its events have been seen. */
const widened = (
  seen: CommitRow | undefined,
  { commit, ordinal, recordedAt, recordedBy }: RecordedEvent,
): CommitRow => ({
  id: commit,
  first_ordinal: Math.min(seen?.first_ordinal ?? ordinal, ordinal),
  last_ordinal: Math.max(seen?.last_ordinal ?? ordinal, ordinal),
  recorded_at: recordedAt,
  recorded_by: recordedBy,
})

const compareCommits = (recorded: ReadonlyMap<string, CommitRow>, stored: readonly CommitRow[]): readonly string[] => {
  const text = ({ prefix: _prefix, ...row }: CommitRow & { readonly prefix?: string }): string =>
    canonicalJson({ ...row, first_ordinal: Number(row.first_ordinal), last_ordinal: Number(row.last_ordinal) })
  return compareTexts('commit_known', [...recorded.values()].map(text), stored.map(text))
}

/** The hash of every prefix of the log that ends with a commit, from the events as they are stored. */
const comparePrefixes = async (
  { sql }: Reading,
  commits: readonly Schema['commit_known'][],
): Promise<readonly string[]> => {
  const wanted = new Map(commits.map(({ last_ordinal, prefix }) => [Number(last_ordinal), prefix]))
  let prefix = emptyPrefix
  for (let after = 0; ;) {
    const rows = await sql
      .selectFrom('event')
      .selectAll()
      .where('ordinal', '>', after)
      .orderBy('ordinal')
      .limit(page)
      .execute()
    for (const row of rows) {
      prefix = prefixHash(prefix, eventOfRow(row), row.body)
      if ((wanted.get(Number(row.ordinal)) ?? prefix) !== prefix)
        return [`commit_known: the hash of the log up to event ${row.ordinal} is another`]
    }
    if (rows.length < page) return []
    after = Number(rows.at(-1)?.ordinal)
  }
}

/** The events of a stream as the log has them, and as the read model keeps them for folding and for questions. */
const compareEvents = (events: readonly RecordedEvent[], stored: readonly Schema['event'][]): readonly string[] => {
  const keys = keysOf(events)
  const rows = new Map(stored.map((row) => [row.id, row]))
  return events.flatMap((event) => {
    const row = rows.get(event.id)
    if (row === undefined) return [`event: missing ${event.id}`]
    const wanted = rowOfEvent(event, keys.get(event.id) ?? '*', bodyOfEvent(event))
    const same =
      Number(row.ordinal) === event.ordinal &&
      row.revision === event.revision &&
      row.type === event.type &&
      row.key === wanted.key
    const sameBody =
      row.body === wanted.body || canonicalAgain(row.body) === canonicalJson(JSON.parse(String(wanted.body)))
    return same && sameBody ? [] : [`event: ${event.id} is not as the log has it`]
  })
}

/** Undefined where it is no JSON any more. */
const canonicalAgain = (body: string): string | undefined => {
  try {
    return canonicalJson(JSON.parse(body))
  } catch {
    return undefined
  }
}

/** The whole history of a table's rows for one stream: folded anew after every commit that touched a key. */
const expectedRows = (
  fold: Fold,
  stream: string,
  events: readonly RecordedEvent[],
  knownFrom: ReadonlyMap<string, number>,
): readonly Row[] => {
  const keys = keysOf(events)
  const byKey = groupBy(events, (event) => keys.get(event.id) ?? '*')
  return [...byKey].flatMap(([key, ofKey]) => {
    const closed: Row[] = []
    let held: readonly Row[] = []
    for (const [index, event] of ofKey.entries()) {
      if (ofKey[index + 1]?.commit === event.commit) continue
      const known = knownFrom.get(event.commit) ?? event.ordinal
      const { gone, added } = difference(fold, held, rowsOf(fold, stream, key, factsOf(ofKey.slice(0, index + 1))))
      closed.push(...gone.map((row) => ({ ...row, known_to: known })))
      held = [
        ...held.filter((row) => !gone.includes(row)),
        ...added.map((row, seq) => ({ ...row, known_from: known, known_to: STILL_KNOWN, seq })),
      ]
    }
    return [...closed, ...held]
  })
}

/** Streams in their order, so many together as hold not much more than a page of events: each is asked about once. */
const handfuls = (streams: readonly { readonly stream: string; readonly events: number }[]): readonly string[][] => {
  const taken: string[][] = []
  let room = 0
  for (const { stream, events } of streams) {
    if (room <= 0 || (taken.at(-1)?.length ?? 0) >= mostTogether) {
      taken.push([])
      room = page
    }
    taken.at(-1)?.push(stream)
    room -= Number(events)
  }
  return taken
}

/** What the read model stores of some streams, each table asked once. */
const storedOf = async ({ sql }: Reading, streams: readonly string[]) => {
  const events = groupBy(
    await sql.selectFrom('event').selectAll().where('stream', 'in', streams).execute(),
    ({ stream }) => stream,
  )
  const tables = new Map<string, ReadonlyMap<unknown, readonly Row[]>>()
  for (const table of new Set(streams.flatMap((stream) => foldsOf(stream).map((fold) => fold.table)))) {
    const rows = await sql
      .selectFrom(table as IntervalTable)
      .selectAll()
      .where('stream', 'in', streams)
      .execute()
    tables.set(
      table,
      groupBy(rows as unknown as readonly Row[], ({ stream }) => stream),
    )
  }
  return {
    events: (stream: string): readonly Schema['event'][] => events.get(stream) ?? [],
    rows: ({ table }: Fold, stream: string): readonly Row[] => tables.get(table)?.get(stream) ?? [],
  }
}

const compare = (fold: Fold, expected: readonly Row[], actual: readonly Row[]): readonly string[] => {
  const text = (row: Row): string => JSON.stringify(columnsOf(fold).map((column) => row[column] ?? null))
  return compareTexts(fold.table, expected.map(text), actual.map(text))
}

/** Rows as texts: each as often as it should be there. */
const compareTexts = (table: string, expected: readonly string[], actual: readonly string[]): readonly string[] => {
  const open = new Map<string, number>()
  for (const row of expected) open.set(row, (open.get(row) ?? 0) + 1)
  for (const row of actual) open.set(row, (open.get(row) ?? 0) - 1)
  return [...open].flatMap(([row, balance]) =>
    balance === 0 ? [] : [`${table}: ${balance > 0 ? 'missing' : 'not expected'} ${row}`],
  )
}

const countIntervals = async ({ sql }: Reading): Promise<number> => {
  let total = 0
  for (const table of new Set(folds.map((fold) => fold.table as IntervalTable))) {
    const { rows } = await sql
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    total += Number(rows)
  }
  return total
}
