import type { Company } from './company.ts'
import { blankExposure, type Exposure } from './exposure.ts'
import type { ResolvedOptions } from './options.ts'
import { pairWeighing } from './shared-years.ts'

/**
 * A spatial lag over pairs: Σ_j v_ij y_j / divisor, j over i's rated partners.
 *
 * link:    'shared' v_ij = w_ij, the number of shared organisations; 'any' v_ij = 1 if there is one; 'years' v_ij
 *          adds up the w_ij of the day and of its past, each discounted by its age
 * divisor: 'weights' the v_ij of the rated partners (of all partners, if missing scores are to be 0);
 *          'system' the number of other states in the system, the same for every i; 'none' the sum is left as it is
 *
 * Coverage: Σ v_ij over the rated partners / Σ v_ij over all partners.
 * With whole-number scores and no weights every sum is exact, and the value is the fraction rounded once.
 */
export interface PairRule {
  readonly link: 'shared' | 'any' | 'years'
  readonly divisor: 'weights' | 'system' | 'none'
}

/** What a state's sum is divided by. */
export const divisorOf = ({ divisor }: PairRule, settings: ResolvedOptions, weights: number): number => {
  if (divisor === 'none') return 1
  return divisor === 'system' ? settings.systemSize - 1 : weights
}

export interface PairLag {
  readonly exposure: Exposure
  /** what each state's sum was divided by; 0 where undefined */
  readonly divisor: Float64Array
}

/** Pair by pair, for the states from `from` up to and without `to`. */
export const lagOverPairs = (
  company: Company,
  settings: ResolvedOptions,
  rule: PairRule,
  from: number,
  to: number,
): PairLag => {
  const n = company.states.length
  const { scores, rated } = company
  const exposure = blankExposure(n)
  const divisor = new Float64Array(n)
  const { fill } = pairWeighing(company, settings, rule.link === 'years')
  const weights = { counting: new Float64Array(n), all: new Float64Array(n) }
  const { counting, all } = weights
  const any = rule.link === 'any'
  for (let i = from; i < to; i++) {
    fill(i, weights)
    let sum = 0
    let lost = 0
    let observed = 0
    let counted = 0
    let whole = 0
    let partners = 0
    for (let j = 0; j < n; j++) {
      if (all[j] === 0) continue
      whole += any ? 1 : all[j]!
      if (counting[j] === 0) continue
      const weight = any ? 1 : counting[j]!
      counted += weight
      if (!rated[j]) continue
      partners++
      observed += weight
      const term = weight * scores[j]!
      const next = sum + term
      lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum
      sum = next
    }
    if (whole > 0) exposure.coverage[i] = observed / whole
    const by = divisorOf(rule, settings, settings.missingIsZero ? counted : observed)
    if (partners < settings.minPartners || by <= 0) continue
    divisor[i] = by
    exposure.degree[i] = partners
    exposure.values[i] = (sum + lost) / by
    exposure.defined[i] = 1
  }
  return { exposure, divisor }
}
