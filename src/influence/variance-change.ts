import { mean, populationVariance } from './moments.ts'

/** Who is rated on two days: in both, on the first alone, on the last alone; and how. */
export interface RatedTwice {
  readonly stayers: readonly { readonly before: number; readonly after: number }[]
  readonly leavers: readonly number[]
  readonly entrants: readonly number[]
}

/** The change of a variance and its parts, in the unit of the score, squared. */
export interface VarianceChange {
  readonly before: number
  readonly after: number
  readonly change: number
  readonly withinStayers: number
  readonly entrants: number
  readonly leavers: number
  readonly between: number
}

/**
 * What the change of σ², the population variance of the rated members, is made of: members that stayed and came to
 * score otherwise, or members that came and went. Enlargement can raise σ while every stayer converges.
 *
 *     σ²(t1) − σ²(t0) = within stayers + entrants − leavers + between
 *
 *     within stayers = σ²_S(t1) − σ²_S(t0)
 *     entrants       = n_E / n(t1) · (σ²_E(t1) − σ²_S(t1))
 *     leavers        = n_L / n(t0) · (σ²_L(t0) − σ²_S(t0))
 *     between        = n_S n_E / n(t1)² · (ȳ_E(t1) − ȳ_S(t1))² − n_S n_L / n(t0)² · (ȳ_L(t0) − ȳ_S(t0))²
 *
 * S: stayers, rated members on both days; E: on the last alone; L: on the first alone; n(t0) = n_S + n_L, n(t1) = n_S +
 * n_E. `within stayers` is what is left with enlargement netted out: it does not change with who came or went.
 * `entrants` and `leavers` are how much wider, or narrower, these lie among themselves than the stayers; `between` is
 * how far their means lie from that of the stayers.
 *
 * It adds up since the variance of two groups is σ² = (n_S σ²_S + n_E σ²_E) / n + n_S n_E / n² · (ȳ_E − ȳ_S)². Unit:
 * that of the score, squared. Undefined where fewer than two stayed, or were rated on a day.
 *
 * Example: 4 and 6 become 4.5 and 5.5, and a state that scores 0 enters. Within stayers 1/4 − 1 = −3/4, entrants 1/3 (0
 * − 1/4) = −1/12, between 2/9 · 25 = 50/9: σ² rises by 85/18, from 1 to 103/18.
 */
export const varianceChange = ({ stayers, leavers, entrants }: RatedTwice): VarianceChange | undefined => {
  if (stayers.length < 2) return undefined
  const [stayedBefore, stayedAfter] = [stayers.map(({ before }) => before), stayers.map(({ after }) => after)]
  const before = split(stayedBefore, leavers)
  const after = split(stayedAfter, entrants)
  return {
    before: before.all,
    after: after.all,
    change: after.all - before.all,
    withinStayers: after.stayed - before.stayed,
    entrants: after.others,
    leavers: before.others,
    between: after.between - before.between,
  }
}

/** The variance of stayers and others, and what the others add to that of the stayers alone. */
const split = (stayers: readonly number[], others: readonly number[]) => {
  const [stayed, n] = [populationVariance(stayers) as number, stayers.length + others.length]
  const all = populationVariance([...stayers, ...others]) as number
  if (others.length === 0) return { all, stayed, others: 0, between: 0 }
  const distance = (mean(others) as number) - (mean(stayers) as number)
  return {
    all,
    stayed,
    others: (others.length / n) * ((populationVariance(others) as number) - stayed),
    between: ((stayers.length * others.length) / n ** 2) * distance ** 2,
  }
}
