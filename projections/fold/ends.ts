import { addDays, type Day } from '../../src/time/day.ts'
import type { DateRange } from '../../src/time/date-range.ts'
import type { EventId } from '../../src/time/event-id.ts'
import type { Certainty } from '../../src/time/timeline.ts'
import { payload, type Cell, type Fact, type Interval } from './fold.ts'

/** The day after a last day. */
export const dayAfter = ({ lo, hi }: DateRange): DateRange => ({ lo: addDays(lo, 1), hi: addDays(hi, 1) })

/** The first day out that an end means: the day after a last day in. */
export const firstDayOut = (fact: Fact): DateRange => {
  const { names } = payload<{ names: 'lastDayIn' | 'firstDayOut' }>(fact)
  return names === 'lastDayIn' ? dayAfter(fact.occurred) : fact.occurred
}

/** An interval whose beginning and end may each be uncertain: possible at its edges, certain between. */
export const uncertainEdges = <C extends Readonly<Record<string, Cell>>>(
  from: DateRange,
  to: DateRange,
  decidedBy: readonly EventId[],
  columns: C,
): readonly Interval<C>[] => {
  const piece = (start: Day, end: Day, certainty: Certainty): readonly Interval<C>[] =>
    start < end ? [{ from: start, to: end, certainty, decidedBy, columns }] : []
  if (to.lo <= from.hi) return piece(from.lo, to.hi, 'possible')
  return [
    ...piece(from.lo, from.hi, 'possible'),
    ...piece(from.hi, to.lo, 'certain'),
    ...piece(to.lo, to.hi, 'possible'),
  ]
}
