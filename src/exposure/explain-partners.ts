import { bystanders } from './left-out.ts'
import { circles, type Circles } from './peers.ts'
import { checkState } from './company-checks.ts'
import type { Company } from './company.ts'
import type { Explanation, PartnerTerm } from './explanation.ts'
import type { ResolvedOptions } from './options.ts'
import { pairLag, type PairRule } from './spatial-lag.ts'
import { fillPairWeights } from './pair-weights.ts'

/**
 * Why a spatial lag over pairs has its value: one term for each rated partner, in the order of the states, with the
 * organisations that make up its weight. Undefined where the value is.
 */
export const explainPartners = (
  company: Company,
  settings: ResolvedOptions,
  rule: PairRule,
  i: number,
): Explanation | undefined => {
  checkState(i, company.states.length)
  const { exposure, divisor } = pairLag(company, settings, rule, i, i + 1)
  if (!exposure.defined[i]) return undefined
  const met = circles(company, settings)
  const counting = new Float64Array(company.states.length)
  fillPairWeights(company, settings, met, i, { counting, all: new Float64Array(company.states.length) })
  const terms: PartnerTerm[] = []
  counting.forEach((shared, j) => {
    if (shared === 0 || !company.rated[j]) return
    const link = rule.link === 'any' ? 1 : shared
    const value = company.scores[j]!
    terms.push({
      partner: company.states[j]!,
      organisations: sharedOrganisations(company, met, i, j),
      weight: link / divisor[i]!,
      value,
      contribution: (link * value) / divisor[i]!,
    })
  })
  return {
    by: 'partner',
    state: company.states[i]!,
    value: exposure.values[i]!,
    degree: exposure.degree[i]!,
    coverage: exposure.coverage[i]!,
    ...bystanders(company, settings, met, i),
    terms,
  }
}

const sharedOrganisations = (
  { focal, alter, organisations }: Company,
  met: Circles,
  i: number,
  j: number,
): string[] => {
  const shared: string[] = []
  for (let k = focal.start[i]!; k < focal.start[i + 1]!; k++) {
    const o = focal.items[k]!
    if (met.counts[k] && alter.items.subarray(alter.start[o]!, alter.start[o + 1]!).includes(j))
      shared.push(organisations[o]!)
  }
  return shared
}
