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
export const slopeOf = (values: readonly YearValue[]): number | undefined => {
  if (values.length < 2) return undefined
  const mean = (of: (one: YearValue) => number): number => values.reduce((sum, one) => sum + of(one), 0) / values.length
  const [middle, level] = [mean(({ year }) => year), mean(({ value }) => value)]
  const square = values.reduce((sum, { year }) => sum + (year - middle) ** 2, 0)
  // Values that are all the same have no slope, whatever the rounding of their mean.
  if (values.every(({ value }) => value === values[0]?.value)) return 0
  return values.reduce((sum, { year, value }) => sum + (year - middle) * (value - level), 0) / square
}
