/**
 * How scores are cut so that their sums come out exact, in whatever order they are added.
 *
 *     y = high + low        high: a multiple of `grid`, low: what is left of y, at most grid/2
 *
 * Each part of a sum of up to `most` scores is a whole number of grid steps below 2⁵³, hence exact; what is left when
 * one of them is taken away again is exact, too, and depends on that one in no bit. A rated score also carries one
 * `unit`, which stands above every such sum: the same sum counts how many are rated.
 */
export interface Cut {
  readonly unit: number
  readonly grid: number
  readonly lowGrid: number
  /** A power of two above every score. */
  readonly above: number
}

/** Scores beyond these are added in another way: powers of two that are made of them would not be numbers. */
const [leastLargest, mostLargest] = [2 ** -400, 2 ** 400]

/** The cut for up to `most` scores, none above `largest`; undefined where that is too large or too small. */
export const cutFor = (largest: number, most: number): Cut | undefined => {
  if (largest > mostLargest || (largest < leastLargest && largest > 0)) return undefined
  const count = powerAbove(most)
  const above = largest === 0 ? 1 : powerAbove(largest)
  const unit = 2 * above * count
  const grid = unit * count * 2 ** -53
  return { unit, grid, lowGrid: grid * count * 2 ** -54, above }
}

/** The lowest power of two that is above a number; 1 of 0. */
export const powerAbove = (number: number): number => {
  if (number === 0) return 1
  let power = 2 ** Math.floor(Math.log2(number))
  while (power <= number) power *= 2
  return power
}

/** Added to a number and taken away again, it rounds to a multiple of a power of two that is less than 2⁵¹ times it. */
export const shiftTo = (step: number): number => step * (1.5 * 2 ** 52)
