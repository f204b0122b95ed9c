/**
 * The ranks of values from the lowest, 1, to the highest, n; equal ones share the mean of the ranks that they take up
 * together, as in Spearman's coefficient (Kendall 1948, ch. 3).
 *
 * Example: 3, 1, 3, 5 have the ranks 2.5, 1, 2.5, 4.
 */
export const averageRanks = (values: readonly number[]): readonly number[] => {
  const sorted = values.toSorted((a, b) => a - b)
  const first = new Map<number, number>()
  const counts = new Map<number, number>()
  for (const [i, value] of sorted.entries()) {
    if (!first.has(value)) first.set(value, i + 1)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return values.map((value) => (first.get(value) as number) + ((counts.get(value) as number) - 1) / 2)
}

/** Where something stands by two measures among others. */
export interface RankGap {
  readonly ranks: readonly [number, number]
  /** The first rank less the second: −(n − 1) to n − 1. */
  readonly gap: number
  /** The same over n − 1: −1 to 1. Undefined where there is only one. */
  readonly scaled: number | undefined
}

/**
 * How much higher each of n things stands by the first of two measures than by the second: rank(a) − rank(b), by
 * average ranks. Unit: places. Range: −(n − 1), lowest by the first and highest by the second, to n − 1.
 *
 * Example: by a 1, 1, 2 and by b 9, 5, 7 the ranks are 1.5, 1.5, 3 and 3, 1, 2; the gaps −1.5, 0.5 and 1.
 */
export const rankGaps = (pairs: readonly (readonly [number, number])[]): readonly RankGap[] => {
  const [a, b] = [averageRanks(pairs.map(([one]) => one)), averageRanks(pairs.map(([, other]) => other))]
  return pairs.map((_, i) => {
    const ranks = [a[i] as number, b[i] as number] as const
    const gap = ranks[0] - ranks[1]
    return { ranks, gap, scaled: pairs.length < 2 ? undefined : gap / (pairs.length - 1) }
  })
}
