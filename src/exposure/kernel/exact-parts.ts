import { lanes } from './lanes.ts'

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

/** The cut for up to `most` scores; undefined where the largest one is too large or too small. */
export const cutFor = (scores: Float64Array, most: number): Cut | undefined => {
  let largest = 0
  for (let j = 0; j < scores.length; j++) largest = Math.max(largest, Math.abs(scores[j]!))
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

/** Rounds to a multiple of a power of two, as long as that is less than 2⁵¹ times it. */
export const roundTo = (number: number, step: number): number => {
  const shift = step * (1.5 * 2 ** 52)
  return number + shift - shift
}

/** Where the parts of scores are put, by state and lane. */
export interface Parts {
  readonly high: Float64Array
  readonly low: Float64Array
  /** The high part, and the unit of those who are rated. */
  readonly packed: Float64Array
}

/** What came of cutting: `whole` where no score has a low part, `inexact` where that is not all that is left of one. */
export type Cutting = 'whole' | 'in-two' | 'inexact'

/** Cuts the scores of one lane. */
export const cutInto = (
  { high, low, packed }: Parts,
  lane: number,
  { grid, lowGrid, unit }: Cut,
  { scores, rated }: { readonly scores: Float64Array; readonly rated: Uint8Array },
): Cutting => {
  const [shift, lowShift] = [grid * (1.5 * 2 ** 52), lowGrid * (1.5 * 2 ** 52)]
  let isWhole = true
  for (let i = 0, at = lane; i < scores.length; i++, at += lanes) {
    const score = rated[i] ? scores[i]! : 0
    const first = score + shift - shift
    const rest = score - first
    high[at] = first
    low[at] = rest
    packed[at] = rated[i] ? first + unit : 0
    if (rest === 0) continue
    isWhole = false
    if (rest + lowShift - lowShift !== rest) return 'inexact'
  }
  return isWhole ? 'whole' : 'in-two'
}
