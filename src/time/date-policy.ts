import { ALWAYS, FOREVER, type Day } from './day.ts'
import type { DateRange } from './date-range.ts'

/** To which of its days an uncertain date is resolved. */
export type Resolution = 'earliest' | 'latest' | 'midpoint'

/**
 * What becomes of uncertain dates where a number is asked for. `bounds`: every day that they may mean is reckoned with,
 * and the number comes with the least and the most that it may be. `exclude`: what is uncertain on the day does not
 * count. The others take one day of each.
 */
export const datePolicies = ['bounds', 'earliest', 'latest', 'midpoint', 'exclude'] as const
export type DatePolicy = (typeof datePolicies)[number]

export const resolutionOf = (policy: DatePolicy): Resolution | undefined =>
  policy === 'bounds' || policy === 'exclude' ? undefined : policy

/**
 * The day that stands for a range. The middle of two days is the earlier one; a range that is open on one side has no
 * middle: its written end stands for it.
 */
export const resolveDate = ({ lo, hi }: DateRange, to: Resolution): Day => {
  if (to === 'earliest') return lo
  if (to === 'latest') return hi
  if (hi >= FOREVER) return lo
  return lo <= ALWAYS ? hi : ((lo + Math.floor((hi - lo) / 2)) as Day)
}

/** A range as the one day that stands for it. */
export const exactly = (range: DateRange, to: Resolution): DateRange => {
  const day = resolveDate(range, to)
  return { lo: day, hi: day }
}
