import { z } from 'zod'
import { addDays, addMonths, firstDayOfYear, lastDayOfYear, yearOf, type Day } from '../../time/day.ts'

/** The years that a question is about; all of them where it does not say. */
export interface Years {
  readonly from: number
  readonly to: number
}

/** How long before a day the memberships and scores behind an exposure are read: whole years, or days. */
export type Lag = { readonly years: number } | { readonly days: number }

/** `1` is a year, `90d` ninety days; no days are no years. */
export const lagGiven = z.coerce
  .string()
  .regex(/^\d+d?$/, 'expected whole years, such as 1, or days, such as 90d')
  .transform((text, context): Lag => {
    const count = Number.parseInt(text, 10)
    const isDays = text.endsWith('d')
    const most = isDays ? 36_525 : 100
    if (count > most) {
      context.addIssue({ code: 'custom', message: `is ${text}; expected at most 100 years or 36525d` })
      return z.NEVER
    }
    return isDays && count > 0 ? { days: count } : { years: count }
  })

/** The same as exposures take it. */
export const lagInput = lagGiven
  .prefault('1')
  .describe('By how much memberships and scores precede the date: years (1) or days (90d)')

/** A lag as parameters and columns have it: a number of years, or days with `d` behind them; 0 is none. */
export const lagText = (lag: Lag): number | string => ('days' in lag ? `${lag.days}d` : lag.years)

/**
 * The day from which memberships and scores are read: so long before. A year before 29 February is 28 February.
 */
export const laggedDay = (day: Day, lag: Lag): Day =>
  'days' in lag ? addDays(day, -lag.days) : addMonths(day, -12 * lag.years)

/** The years in which the days of some years are read. */
export const laggedYears = ({ from, to }: Years, lag: Lag): Years => ({
  from: yearOf(laggedDay(firstDayOfYear(from), lag)),
  to: yearOf(laggedDay(lastDayOfYear(to), lag)),
})

/** The years of which scores are asked for: those that are read, and those of the rows themselves. */
export const yearsRead = (years: Years, lag: Lag): Years => ({ ...laggedYears(years, lag), to: years.to })
