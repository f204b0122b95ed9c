import { bystanders, inOrder } from './left-out.ts'
import type { Company } from './company.ts'
import type { Explanation, PartnerTerm } from './explanation.ts'
import type { ResolvedOptions } from './options.ts'
import type { PairLag, PairRule } from './spatial-lag.ts'
import { pairWeighing, type Met } from './shared-years.ts'

/**
 * Why a spatial lag over pairs has its value: one term for each rated partner, in the order of the states, with the
 * organisations that make up its weight. Undefined where the value is.
 */
export const explainPartners = (
  company: Company,
  settings: ResolvedOptions,
  { rule, exposure, divisor }: PairLag & { readonly rule: PairRule },
  i: number,
): Explanation | undefined => {
  if (!exposure.defined[i]) return undefined
  const { years, fill } = pairWeighing(company, settings, rule.link === 'years')
  const counting = new Float64Array(company.states.length)
  fill(i, { counting, all: new Float64Array(company.states.length) })
  const terms: PartnerTerm[] = []
  counting.forEach((shared, j) => {
    if (shared === 0 || !company.rated[j]) return
    const link = rule.link === 'any' ? 1 : shared
    const value = company.scores[j]!
    terms.push({
      partner: company.states[j]!,
      get organisations() {
        return sharedOrganisations(years, i, j)
      },
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
    ...bystanders(years, settings, i),
    terms,
  }
}

/** The organisations that count in which i meets j in any of the years, in the order of the company's. */
const sharedOrganisations = (years: readonly Met[], i: number, j: number): string[] => {
  const shared = new Set<number>()
  for (const { company, circles } of years) {
    const { focal, alter } = company
    for (let k = focal.start[i]!; k < focal.start[i + 1]!; k++) {
      const o = focal.items[k]!
      if (circles.counts[k] && alter.items.subarray(alter.start[o]!, alter.start[o + 1]!).includes(j)) shared.add(o)
    }
  }
  return inOrder(shared).map((o) => years[0]!.company.organisations[o]!)
}
