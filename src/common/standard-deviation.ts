/**
 * The standard deviation of a sample, divided by n − 1, in two passes. Unit: that of the values. Undefined for fewer
 * than two.
 */
export const standardDeviation = (values: readonly number[]): number | undefined => {
  const n = values.length
  if (n < 2) return undefined
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1))
}
