/**
 * The least value that so many of a hundred do not exceed (nearest rank): of few values, the 99th is the largest. NaN
 * of none.
 */
export const percentile = (list: readonly number[], percent: number): number => {
  const sorted = list.toSorted((a, b) => a - b)
  return sorted[Math.max(1, Math.ceil((percent / 100) * sorted.length)) - 1] ?? Number.NaN
}
