import type { Cell, Fact, Fold, Interval } from '../../projections/fold/fold.ts'
import type { Row } from './engine.ts'
import type { CachedStream } from './cached-stream.ts'
import { STILL_KNOWN } from './schema.ts'

/** The columns that every table of intervals begins with. */
const intervalColumns = [
  'stream',
  'key',
  'valid_from',
  'valid_to',
  'certainty',
  'decided_by',
  'known_from',
  'known_to',
  'seq',
] as const

export const columnsOf = (fold: Fold): readonly string[] => [...intervalColumns, ...fold.columns]

type AnyInterval = Interval<Record<string, Cell>>

const rowOf = (stream: string, key: string, { from, to, certainty, decidedBy, columns }: AnyInterval): Row => ({
  stream,
  key,
  valid_from: from,
  valid_to: to,
  certainty,
  decided_by: JSON.stringify(decidedBy),
  ...columns,
})

/** The rows that a fold makes of the facts of one key, as far as they are known; not yet dated by knowledge. */
export const rowsOf = (fold: Fold, stream: string, key: string, facts: readonly Fact[]): readonly Row[] =>
  fold.intervals(facts).map((interval) => rowOf(stream, key, interval))

/** Whether two rows say the same, whenever they became known. */
const contentOf = (fold: Fold, row: Row): string =>
  JSON.stringify([
    row.valid_from,
    row.valid_to,
    row.certainty,
    row.decided_by,
    ...fold.columns.map((column) => row[column] ?? null),
  ])

export interface Difference {
  readonly gone: readonly Row[]
  readonly added: readonly Row[]
}

const byContent = <T>(fold: Fold, items: readonly T[], rowIn: (item: T) => Row): Map<string, T[]> => {
  const open = new Map<string, T[]>()
  for (const item of items) {
    const content = contentOf(fold, rowIn(item))
    const alike = open.get(content)
    if (alike === undefined) open.set(content, [item])
    else alike.push(item)
  }
  return open
}

/**
 * What has to be closed and what has to be added so that the rows that hold become the rows that should. Of rows that
 * say the same the oldest stay.
 */
export const difference = (fold: Fold, held: readonly Row[], wanted: readonly Row[]): Difference => {
  if (held.length === 0) return { gone: [], added: wanted }
  const open = byContent(fold, held, (row) => row)
  const added = wanted.filter((row) => open.get(contentOf(fold, row))?.shift() === undefined)
  return { gone: [...open.values()].flat(), added }
}

/** Under which key of which stream something is said, and from which ordinal on it is known. */
export interface Whereabouts {
  readonly stream: string
  readonly key: string
  readonly known: number
}

export interface Succession {
  /** The rows that hold from now on, in the order of the intervals. */
  readonly held: readonly CachedStream[]
  readonly gone: readonly CachedStream[]
  /** Those of `held` that are new. */
  readonly added: readonly CachedStream[]
}

/**
 * As `difference`, for the fold of a key that is folded again and again. What was said before mostly comes first and
 * says the same: so far nothing is made into rows, nor into texts. `held` is in the order in which they became known,
 * or as this function gave it.
 */
export const replacement = (
  fold: Fold,
  held: readonly CachedStream[],
  intervals: readonly AnyInterval[],
  { stream, key, known }: Whereabouts,
): Succession => {
  let same = 0
  while (
    same < held.length &&
    same < intervals.length &&
    says(fold, held[same] as CachedStream, intervals[same] as AnyInterval)
  )
    same += 1
  if (same === held.length && same === intervals.length) return { held, gone: [], added: [] }
  const open = byContent(fold, held.slice(same), ({ row }) => row)
  const now = held.slice(0, same)
  const added: CachedStream[] = []
  for (const interval of intervals.slice(same)) {
    const row = { ...rowOf(stream, key, interval), known_from: known, known_to: STILL_KNOWN, seq: added.length }
    const before = open.size === 0 ? undefined : open.get(contentOf(fold, row))?.shift()
    const one = before ?? { row, decidedBy: undefined }
    one.decidedBy = interval.decidedBy
    now.push(one)
    if (before === undefined) added.push(one)
  }
  return { held: now, gone: [...open.values()].flat(), added }
}

/** Whether a row surely says what an interval says. */
const says = (fold: Fold, held: CachedStream, { from, to, certainty, decidedBy, columns }: AnyInterval): boolean => {
  const { row } = held
  if (row.valid_from !== from || row.valid_to !== to || row.certainty !== certainty) return false
  for (const column of fold.columns) if ((row[column] ?? null) !== (columns[column] ?? null)) return false
  if (held.decidedBy === undefined) {
    if (row.decided_by !== JSON.stringify(decidedBy)) return false
    held.decidedBy = decidedBy
    return true
  }
  return (
    held.decidedBy === decidedBy ||
    (held.decidedBy.length === decidedBy.length && decidedBy.every((id, index) => id === held.decidedBy?.[index]))
  )
}
