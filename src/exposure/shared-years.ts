import type { Company } from './company.ts'
import type { ResolvedOptions } from './options.ts'
import { fillPairWeights, type PairWeights } from './pair-weights.ts'
import { circles, type Circles } from './peers.ts'

/** A company, and the circles that its states meet in it. */
export interface Met {
  readonly company: Company
  readonly circles: Circles
}

/** How the pairs of a company are weighed. */
export interface PairWeighing {
  /** The company of the day; and those of its past, one for each year back, where they take part. */
  readonly years: readonly Met[]
  /** Fills both arrays with the weights of state i; what they held is overwritten. */
  readonly fill: (i: number, weights: PairWeights) => void
}

/**
 * The weights of pairs, by state.
 *
 *     w_ij = Σ_{k ≥ 0} δ^k · w_ij(k)        w_ij(k): organisations shared k whole years before the day, k = 0 the day
 *
 * Without the past that is w_ij(0). Each year's count is exact and so is the sum at δ = 1; else it is compensated.
 */
export const pairWeighing = (company: Company, settings: ResolvedOptions, withPast: boolean): PairWeighing => {
  const all = withPast ? [company, ...(company.past ?? [])] : [company]
  const years = all.map((one): Met => ({ company: one, circles: circles(one, settings) }))
  const n = company.states.length
  const blank = (): PairWeights => ({ counting: new Float64Array(n), all: new Float64Array(n) })
  const [year, lost] = [blank(), blank()]
  return {
    years,
    fill: (i, weights) => {
      const [day, ...past] = years
      if (day !== undefined) fillPairWeights(day.company, settings, day.circles, i, weights)
      if (past.length === 0) return
      lost.counting.fill(0)
      lost.all.fill(0)
      for (const [k, { company: before, circles: met }] of past.entries()) {
        if (before.focal.start[i] === before.focal.start[i + 1]) continue
        fillPairWeights(before, settings, met, i, year)
        const left = settings.discount ** (k + 1)
        addScaled(weights.counting, lost.counting, year.counting, left)
        addScaled(weights.all, lost.all, year.all, left)
      }
      settle(weights.counting, lost.counting)
      settle(weights.all, lost.all)
    },
  }
}

/** Adds terms, none of them negative, times a scale; what rounding loses is kept beside (Neumaier). */
const addScaled = (sums: Float64Array, lost: Float64Array, terms: Float64Array, scale: number): void => {
  for (let j = 0; j < sums.length; j++) {
    if (terms[j] === 0) continue
    const [before, term] = [sums[j]!, scale * terms[j]!]
    const next = before + term
    lost[j]! += before >= term ? before - next + term : term - next + before
    sums[j] = next
  }
}

const settle = (sums: Float64Array, lost: Float64Array): void => {
  for (let j = 0; j < sums.length; j++) sums[j]! += lost[j]!
}
