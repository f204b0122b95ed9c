/** The middle of a list of numbers; of an even number of them, the mean of the two in the middle. NaN of none. */
export const median = (list: readonly number[]): number => {
  const sorted = list.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2
}
