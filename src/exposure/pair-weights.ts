import type { Circles } from './peers.ts'
import type { Company } from './company.ts'
import type { ResolvedOptions } from './options.ts'

/**
 * w_ij for one state i: the (weighted) number of organisations that i shares with each j, an entry for each state.
 *
 * `counting[j]` adds up the organisations of O*_i; `all[j]` adds up every organisation of i that has a weight, also
 * those with too few rated members: the difference is what coverage reports.
 */
export interface PairWeights {
  readonly counting: Float64Array
  readonly all: Float64Array
}

/** Fills both arrays with the weights of state i; what they held is overwritten. */
export const fillPairWeights = (
  company: Company,
  settings: ResolvedOptions,
  circles: Circles,
  i: number,
  { counting, all }: PairWeights,
): void => {
  const { focal, alter } = company
  counting.fill(0)
  all.fill(0)
  for (let k = focal.start[i]!; k < focal.start[i + 1]!; k++) {
    const o = focal.items[k]!
    const weight = settings.igoWeight[o]!
    const end = alter.start[o + 1]!
    for (let s = alter.start[o]!; s < end; s++) all[alter.items[s]!]! += weight
    if (!circles.counts[k]) continue
    for (let s = alter.start[o]!; s < end; s++) counting[alter.items[s]!]! += weight
  }
  if (settings.includeSelf) return
  counting[i] = 0
  all[i] = 0
}
