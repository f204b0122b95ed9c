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
  const { start, items } = company.focal
  const { start: seats, items: seated } = company.alter
  const { igoWeight } = settings
  const { counts } = circles
  counting.fill(0)
  all.fill(0)
  const last = start[i + 1]!
  for (let k = start[i]!; k < last; k++) {
    const o = items[k]!
    const weight = igoWeight[o]!
    const end = seats[o + 1]!
    const into = counts[k] ? counting : undefined
    for (let s = seats[o]!; s < end; s++) {
      const j = seated[s]!
      all[j]! += weight
      if (into !== undefined) into[j]! += weight
    }
  }
  if (settings.includeSelf) return
  counting[i] = 0
  all[i] = 0
}
