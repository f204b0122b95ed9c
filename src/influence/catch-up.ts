import { leastSquaresSlope } from '../common/least-squares.ts'

/** A member that is rated on two days. */
export interface Stayer {
  readonly before: number
  readonly after: number
}

/**
 * β-convergence: whether those that scored low rose more than those that scored high.
 *
 *     β = slope of y_i(t1) − y_i(t0) on y_i(t0), by ordinary least squares over the stayers
 *
 * Below 0: they closed up, −1: wholly in one step. β below 0 is necessary for σ to fall, and not sufficient; scores
 * that are bounded, or measured with error, give it of themselves (regression to the mean), so that it means little
 * unless it is held against that of states that share no such organisation. Unit: none. Undefined where fewer than two
 * stayers began differently.
 *
 * Source: Barro and Sala-i-Martin (1992), Journal of Political Economy 100(2), 223-251, as it is used of scores.
 *
 * Toy world: (8, 6, 2, 0) become (7, 6, 3, 2): −0.35.
 */
export const catchUp = (stayers: readonly Stayer[]): number | undefined =>
  leastSquaresSlope(stayers.map(({ before, after }) => ({ x: before, y: after - before })))

/**
 * The same on the gap, y_i(t0) − ȳ_{o,-i}(t0), between a stayer and the mean of all other rated members of the first
 * day, those that left among them. Since that gap is n / (n − 1) · (y_i − ȳ) with n rated members, it is β · (n − 1) /
 * n: a line of it through 0 is where a member that scores as the others do would not move.
 *
 * Toy world: −0.35 · 3/4 = −0.2625.
 */
export const catchUpOnGap = (stayers: readonly Stayer[], leavers: readonly number[]): number | undefined => {
  const n = stayers.length + leavers.length
  if (n < 2) return undefined
  const sum = [...stayers.map(({ before }) => before), ...leavers].reduce((total, value) => total + value, 0)
  return leastSquaresSlope(
    stayers.map(({ before, after }) => ({ x: before - (sum - before) / (n - 1), y: after - before })),
  )
}
