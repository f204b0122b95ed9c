import { mean } from './moments.ts'

/** What the mean of an organisation owes to one member. */
export interface CompositionalPull {
  /** ȳ_o: of all rated members. */
  readonly mean: number
  /** ȳ_{o,-i}: of the others. */
  readonly meanOfOthers: number
  /** n_o: how many are rated, the member among them. */
  readonly rated: number
  readonly pull: number
}

/**
 * Compositional pull: by how much the mean of an organisation is another one because the member is there.
 *
 *     ȳ_o − ȳ_{o,-i} = (y_i − ȳ_{o,-i}) / n_o
 *
 * An identity, and no finding: it says nothing of what anybody does. It is (y_i − ȳ_o) / (n_o − 1), too, so that the
 * pulls of all members add up to 0. Unit: that of the score. Undefined where no other member is rated.
 *
 * Toy world: A (8) beside 6, 2, 0: (8 − 8/3) / 4 = 4/3.
 */
export const compositionalPull = (own: number, others: readonly number[]): CompositionalPull | undefined => {
  const meanOfOthers = mean(others)
  if (meanOfOthers === undefined) return undefined
  const rated = others.length + 1
  const pull = (own - meanOfOthers) / rated
  return { mean: meanOfOthers + pull, meanOfOthers, rated, pull }
}
