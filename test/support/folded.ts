import { factsOf } from '../../projections/fold/facts.ts'
import type { Cell, Fold, Interval } from '../../projections/fold/fold.ts'
import { groupBy } from '../../src/common/group-by.ts'
import { keysOf } from '../../src/readmodel/projector.ts'
import { formatBound, parseDay, type Day } from '../../src/time/day.ts'
import { recorded, type Said } from './recorded.ts'

/**
 * What a fold makes of the events of one stream: each key folded by itself, as the projector does. `C` are the columns
 * of its rows.
 */
export const intervalsOf = <C extends Readonly<Record<string, Cell>> = Record<string, Cell>>(
  fold: Fold,
  list: readonly Said[],
): readonly Interval<C>[] => {
  const events = recorded(list)
  const keys = keysOf(events)
  return [...groupBy(events, (event) => keys.get(event.id) ?? '*').values()].flatMap((ofKey) =>
    fold.intervals(factsOf(ofKey)),
  ) as readonly unknown[] as readonly Interval<C>[]
}

/** An interval in the words of a test: from, to (null: open), certainty, and the columns asked for. */
export const folded = (fold: Fold, list: readonly Said[], ...columns: readonly string[]) =>
  intervalsOf(fold, list).map(({ from, to, certainty, columns: cells }) => [
    formatBound(from),
    formatBound(to),
    certainty,
    ...columns.map((column) => cells[column]),
  ])

export const day = (text: string): Day => parseDay(text)
