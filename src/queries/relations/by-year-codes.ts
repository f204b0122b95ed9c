import type { YearCodes } from '../../../projections/compose/membership/possible-memberships.ts'
import { groupBy } from '../../common/group-by.ts'
import { addDays, firstDayOfYear, lastDayOfYear, yearOf } from '../../time/day.ts'
import { coalesce, decidedByBoth, type Days, type Span } from '../../time/timeline.ts'

/**
 * Whether all that is uncertain is on which day of one year something began or ended: it may have begun on each from 1
 * January on, and is certain on the 31st of December; its first day out is one from 2 January to the next 1 January.
 */
export const isOfOneYear = ({ from, to }: Days): boolean => {
  const year = yearOf(from)
  const first = firstDayOfYear(year)
  const isWholeFrom = from === first || from === addDays(first, 1)
  return isWholeFrom && (to === lastDayOfYear(year) || to === firstDayOfYear(year + 1))
}

/** A span that was told by the year holds throughout it. */
const throughoutYears = <S extends Pick<Span<object>, 'from' | 'to' | 'certainty'>>(span: S): S =>
  span.certainty === 'possible' && isOfOneYear(span) ? { ...span, certainty: 'certain' } : span

const tieOf = ({ value }: Pick<Span<object>, 'value'>): string => JSON.stringify(Object.values(value))

/**
 * Ties as their years are read, as memberships are: `edges` as they are told, with uncertain days in the first and last
 * year; `whole` throughout these years. What is told by the month, or as lying in several years, stays uncertain.
 *
 * Example: an alliance of 1990 to 1995 is possible from 1 January 1990 and certain from 31 December 1990 on, and
 * possible again from 2 January to 31 December 1995. As `whole` it holds from 1 January 1990 to 31 December 1995.
 */
export const byYearCodes = <S extends Span<object>>(spans: readonly S[], yearCodes: YearCodes): readonly S[] =>
  yearCodes === 'edges'
    ? spans
    : [...groupBy(spans.map(throughoutYears), tieOf).values()].flatMap((ofTie) =>
        coalesce(
          ofTie.toSorted((x, y) => x.from - y.from),
          (before, next) => before.certainty === next.certainty,
          decidedByBoth,
        ),
      )
