import { bystanders } from './left-out.ts'
import { checkState } from './company-checks.ts'
import type { Company } from './company.ts'
import type { Explanation, OrganisationTerm } from './explanation.ts'
import { meanOfMeans, type MeanOfMeans } from './mean-of-means.ts'
import type { ResolvedOptions } from './options.ts'

/**
 * Why a mean of organisation means has its value: one term for each organisation that counts, and inside it one for
 * each rated partner, which has the weight g_o / (Σ g · m_{o,-i}). `only` names the entries of `focal` that make up the
 * value, where not all that count do. Undefined where the value is.
 */
export const explainOrganisations = (
  company: Company,
  settings: ResolvedOptions,
  i: number,
  found: MeanOfMeans & { readonly only?: Int32Array } = meanOfMeans(company, settings),
): Explanation | undefined => {
  checkState(i, company.states.length)
  const { focal, states, organisations } = company
  const { exposure, met, means, weight, only } = found
  if (!exposure.defined[i]) return undefined
  const whole = weight[i]!
  const terms: OrganisationTerm[] = []
  for (let k = focal.start[i]!; k < focal.start[i + 1]!; k++) {
    if (!met.counts[k] || (only !== undefined && only[i] !== k)) continue
    const o = focal.items[k]!
    const g = settings.igoWeight[o]!
    const divisor = whole * (settings.missingIsZero ? met.partners[k]! : met.observed[k]!)
    terms.push({
      organisation: organisations[o]!,
      weight: g / whole,
      value: means[k]!,
      contribution: (g * means[k]!) / whole,
      // Some thousands, for which few ask.
      get partners() {
        return ratedMembers(company, settings, o, i).map((j) => ({
          partner: states[j]!,
          weight: g / divisor,
          value: company.scores[j]!,
          contribution: (g * company.scores[j]!) / divisor,
        }))
      },
    })
  }
  return {
    by: 'organisation',
    state: states[i]!,
    value: exposure.values[i]!,
    degree: exposure.degree[i]!,
    coverage: exposure.coverage[i]!,
    ...bystanders([{ company, circles: met }], settings, i),
    terms,
  }
}

const ratedMembers = ({ alter, rated }: Company, settings: ResolvedOptions, o: number, i: number): number[] => {
  const members = Array.from(alter.items.subarray(alter.start[o]!, alter.start[o + 1]!))
  return members.filter((j) => rated[j] && (settings.includeSelf || j !== i))
}
