import type { Day } from '../../time/day.ts'

/**
 * The last day that sources reach for at least half of some actors; undefined where they reach so many on no day.
 *
 * Example: of four actors, known through 2010, 2015, 2015 and never, two are known through 2015.
 */
export const throughOfHalf = (ends: readonly (Day | undefined)[]): Day | undefined =>
  ends.filter((day) => day !== undefined).toSorted((a, b) => b - a)[Math.ceil(ends.length / 2) - 1]
