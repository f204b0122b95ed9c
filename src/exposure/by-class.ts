import { circles } from './peers.ts'
import type { Company } from './company.ts'
import { resolveOptions, type FormulaOptions } from './options.ts'
import { organisationMeans } from './organisation-means.ts'

/** What organisations of one class make of a state's exposure. */
export interface ClassPart {
  readonly name: string
  /** The organisations that count, by their places in the company. */
  readonly organisations: readonly number[]
  /** Σ of their weights over that of all organisations that count: from 0 to 1. */
  readonly share: number
  /** The exposure by these organisations alone. */
  readonly value: number
  /** Share times value: the contributions of all classes add up to the exposure. */
  readonly contribution: number
}

/** The formulas that are a weighted mean of organisations. */
export type SplitFormula = 'mm' | 'dc'

/**
 * The exposure of state i, split by classes of its organisations.
 *
 *     E_i = Σ_c s_c · E_{i,c}        E_{i,c} = Σ_{o ∈ c} v_o ȳ_{o,-i} / Σ_{o ∈ c} v_o,   s_c = Σ_{o ∈ c} v_o / Σ_o v_o
 *
 * MM: v_o = g_o, so that a share is one of organisations. DC: v_o = g_o · m_{o,-i}, so that a share is one of shared
 * memberships with rated partners, by the identity of the two; one large organisation may be most of it. Unit of values
 * and contributions: that of the score; of shares: none. A class without an organisation that counts is not there. In
 * the order of names. Source: the identity of MM and DC in docs/exposure.md.
 *
 * Example (toy world, o1 and o3 settled, o2 on probation): MM_A = 2/3 · 7/2 + 1/3 · 8/3 = 29/9.
 */
export const splitByClass = (
  company: Company,
  i: number,
  formula: SplitFormula,
  classOf: (organisation: number) => string,
  options: FormulaOptions = {},
): readonly ClassPart[] => {
  const settings = resolveOptions(company, options)
  const met = circles(company, settings)
  const means = organisationMeans(company, settings, met)
  const { start, items } = company.focal
  const sums = new Map<string, { organisations: number[]; weight: number; sum: number }>()
  let whole = 0
  for (let k = start[i]!; k < start[i + 1]!; k++) {
    if (!met.counts[k]) continue
    const o = items[k]!
    const partners = settings.missingIsZero ? met.partners[k]! : met.observed[k]!
    const weight = settings.igoWeight[o]! * (formula === 'mm' ? 1 : partners)
    const name = classOf(o)
    const known = sums.get(name) ?? { organisations: [], weight: 0, sum: 0 }
    sums.set(name, {
      organisations: [...known.organisations, o],
      weight: known.weight + weight,
      sum: known.sum + weight * means[k]!,
    })
    whole += weight
  }
  return [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { organisations, weight, sum }]) => ({
      name,
      organisations,
      share: weight / whole,
      value: sum / weight,
      contribution: sum / whole,
    }))
}
