import { leastSquaresSlope } from '../common/least-squares.ts'

/** A value in a year. */
export interface YearValue {
  readonly year: number
  readonly value: number
}

/**
 * The slope of the least-squares line through values by year: Σ (t − t̄)(y − ȳ) / Σ (t − t̄)².
 *
 * Unit: that of the value, per year. Undefined, never 0, where fewer than two years have a value. Source: ordinary
 * least squares on the year, as in any textbook.
 *
 * Example: 2 in 1990, 4 in 1991 and 3 in 1992 give 1/2.
 */
export const slopeOf = (values: readonly YearValue[]): number | undefined =>
  leastSquaresSlope(values.map(({ year, value }) => ({ x: year, y: value })))
