import type { Fold } from '../../projections/fold.ts'
import { factsOf } from '../../projections/facts.ts'
import type { RecordedEvent } from '../events/envelope.ts'
import type { Row } from './engine.ts'

/** The columns that every table of intervals begins with. */
const intervalColumns = ['stream', 'key', 'valid_from', 'valid_to', 'certainty', 'decided_by', 'known_from', 'known_to', 'seq'] as const

export const columnsOf = (fold: Fold): readonly string[] => [...intervalColumns, ...fold.columns]

/** The rows that a fold makes of the events of one key, as far as they are known; not yet dated by knowledge. */
export const rowsOf = (fold: Fold, stream: string, key: string, events: readonly RecordedEvent[]): readonly Row[] =>
  fold.intervals(factsOf(events)).map(({ from, to, certainty, decidedBy, columns }) => ({
    stream,
    key,
    valid_from: from,
    valid_to: to,
    certainty,
    decided_by: JSON.stringify(decidedBy),
    ...columns,
  }))

/** Whether two rows say the same, whenever they became known. */
const contentOf = (fold: Fold, row: Row): string =>
  JSON.stringify([row.valid_from, row.valid_to, row.certainty, row.decided_by, ...fold.columns.map((column) => row[column] ?? null)])

export interface Difference {
  readonly gone: readonly Row[]
  readonly added: readonly Row[]
}

/** What has to be closed and what has to be added so that the rows that hold become the rows that should. */
export const difference = (fold: Fold, held: readonly Row[], wanted: readonly Row[]): Difference => {
  if (held.length === 0) return { gone: [], added: wanted }
  const open = new Map<string, Row[]>()
  for (const row of held) {
    const content = contentOf(fold, row)
    open.set(content, [...(open.get(content) ?? []), row])
  }
  const added = wanted.filter((row) => open.get(contentOf(fold, row))?.pop() === undefined)
  return { gone: [...open.values()].flat(), added }
}
