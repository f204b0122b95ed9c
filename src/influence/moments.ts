/** The mean of values; undefined where there are none. Unit: that of the values. */
export const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * σ², the variance of a population, divided by n: Σ (y − ȳ)² / n, in two passes. Unit: that of the values, squared. 0
 * of one value; undefined of none.
 */
export const populationVariance = (values: readonly number[]): number | undefined => {
  const middle = mean(values)
  if (middle === undefined) return undefined
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length
}

/**
 * σ, the standard deviation of a population: all members are there, and no sample of them. Unit: that of the values.
 * Undefined of fewer than two: nobody differs from itself.
 *
 * Toy world: 8, 6, 2, 0 give √10 = 3.162; 7, 6, 3, 2 give √4.25 = 2.062.
 */
export const populationSigma = (values: readonly number[]): number | undefined =>
  values.length < 2 ? undefined : Math.sqrt(populationVariance(values) as number)
