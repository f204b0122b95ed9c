import { folds } from '../../projections/index.ts'
import { keyOf, type Fold } from '../../projections/fold.ts'
import type { RecordedEvent } from '../events/envelope.ts'
import { familyOf } from '../events/registry.ts'
import { groupBy } from '../group-by.ts'
import type { Row, Writing } from './engine.ts'
import { columnsOf, difference, rowsOf } from './intervals.ts'
import { STILL_KNOWN, type IntervalTable } from './schema.ts'
import { eventColumns, eventOfRow, rowOfEvent } from './stored-event.ts'

/** With more touched keys than this, one read of the whole stream is cheaper than one for each key. */
const manyKeys = 40
/** What one statement names at most. */
const atOnce = 500

const foldsByFamily = new Map<string, readonly Fold[]>()
export const foldsOf = (stream: string): readonly Fold[] => {
  const family = familyOf(stream)
  const known = foldsByFamily.get(family)
  if (known !== undefined) return known
  const reading = folds.filter((fold) => fold.reads.includes(family))
  foldsByFamily.set(family, reading)
  return reading
}

/** What one commit adds to one stream. */
export interface Run {
  readonly stream: string
  readonly events: readonly RecordedEvent[]
  /** The body of each, as it is stored. */
  readonly bodies: readonly string[]
  /** The first ordinal of the commit: from there on what it says is known. */
  readonly known: number
}

/** Which key each event of a stream is folded with; a correction goes with its target. */
export const keysOf = (events: readonly RecordedEvent[], earlier: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> => {
  const keys = new Map<string, string>(earlier)
  const target = (event: RecordedEvent): string | undefined =>
    event.type === 'EventCorrected' || event.type === 'EventRetracted' ? String(event.data.target) : undefined
  for (const event of events) if (target(event) === undefined) keys.set(event.id, keyOf(event))
  for (const event of events) {
    const of = target(event)
    if (of !== undefined) keys.set(event.id, keys.get(of) ?? '*')
  }
  return keys
}

/** Folds what a commit adds to one stream: each touched key once, and only the rows that differ are written. */
export const project = async (writing: Writing, run: Run): Promise<void> => {
  const fresh = run.events[0]?.revision === 0
  const keys = keysOf(run.events, fresh ? new Map() : await keysOfTargets(writing, run.stream, run.events))
  await writing.insert('event', eventColumns, run.events.map((event, index) => rowOfEvent(event, keys.get(event.id) ?? '*', run.bodies[index] as string)))
  const reading = foldsOf(run.stream)
  if (reading.length === 0) return
  const touched = new Map<string, RecordedEvent[]>()
  for (const event of run.events) {
    const key = keys.get(event.id) ?? '*'
    const known = touched.get(key)
    if (known === undefined) touched.set(key, [event])
    else known.push(event)
  }
  const history = fresh ? touched : await historyOf(writing, run.stream, [...touched.keys()])
  for (const fold of reading) {
    const rows: Row[] = []
    const held = fresh ? new Map<string, readonly Row[]>() : await heldRows(writing, fold, run.stream, [...history.keys()])
    for (const [key, events] of history) {
      const wanted = rowsOf(fold, run.stream, key, events)
      const { gone, added } = difference(fold, held.get(key) ?? [], wanted)
      await close(writing, fold, gone, run.known)
      added.forEach((row, seq) => rows.push({ ...row, known_from: run.known, known_to: STILL_KNOWN, seq }))
    }
    if (rows.length > 0) await writing.insert(fold.table as IntervalTable, columnsOf(fold), rows)
  }
}

/** A correction stands in the stream of its target. */
const keysOfTargets = async ({ sql }: Writing, stream: string, events: readonly RecordedEvent[]): Promise<ReadonlyMap<string, string>> => {
  const targets = events.flatMap(({ data }) => (typeof data.target === 'string' ? [data.target] : []))
  if (targets.length === 0) return new Map()
  const keys = new Map<string, string>()
  for (let from = 0; from < targets.length; from += atOnce) {
    const rows = await sql.selectFrom('event').select(['id', 'key']).where('stream', '=', stream).where('id', 'in', targets.slice(from, from + atOnce)).execute()
    for (const { id, key } of rows) keys.set(id, key)
  }
  return keys
}

/** All events so far of the touched keys, the new ones included. */
const historyOf = async ({ sql }: Writing, stream: string, keys: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> => {
  const all = sql.selectFrom('event').selectAll().where('stream', '=', stream).orderBy('ordinal')
  const rows = await (keys.length > manyKeys ? all : all.where('key', 'in', keys)).execute()
  const history = new Map<string, RecordedEvent[]>(keys.map((key) => [key, []]))
  for (const row of rows) history.get(row.key)?.push(eventOfRow(row))
  return history
}

/** The rows that hold now for the given keys of a stream, by key. */
const heldRows = async ({ sql }: Writing, fold: Fold, stream: string, keys: readonly string[]): Promise<ReadonlyMap<string, readonly Row[]>> => {
  const all = sql.selectFrom(fold.table as IntervalTable).selectAll().where('stream', '=', stream).where('known_to', '=', STILL_KNOWN)
  const rows = (await (keys.length > manyKeys ? all : all.where('key', 'in', keys)).execute()) as unknown as readonly Row[]
  return groupBy(rows, (row) => row.key as string)
}

/** Rows of one key that are known no longer. A new release revises a whole series, and its rows became known together: they are closed together. */
const close = async ({ sql }: Writing, fold: Fold, gone: readonly Row[], known: number): Promise<void> => {
  for (const rows of groupBy(gone, ({ known_from: since }) => Number(since)).values()) {
    const [{ stream, key, known_from: since } = {}] = rows
    for (let from = 0; from < rows.length; from += atOnce)
      await sql
        .updateTable(fold.table as IntervalTable)
        .set({ known_to: known })
        .where('stream', '=', stream as string)
        .where('key', '=', key as string)
        .where('known_from', '=', since as number)
        .where('seq', 'in', rows.slice(from, from + atOnce).map(({ seq }) => seq as number))
        .execute()
  }
}
