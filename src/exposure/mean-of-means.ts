import { circles, type Circles } from './peers.ts'
import type { Company } from './company.ts'
import { blankExposure, type Exposure } from './exposure.ts'
import type { ResolvedOptions } from './options.ts'
import { organisationMeans } from './organisation-means.ts'

/** Σ g_o ȳ_{o,-i} / Σ g_o over the organisations that count, with what an explanation of it needs. */
export interface MeanOfMeans {
  readonly exposure: Exposure
  readonly met: Circles
  /** ȳ_{o,-i}, for each entry of `company.focal` */
  readonly means: Float64Array
  /** Σ g_o over the organisations that count, for each state */
  readonly weight: Float64Array
}

/** How many different rated partners a state meets in the organisations that count. */
const distinctPartners = ({ focal, alter, rated }: Company, { includeSelf }: ResolvedOptions, { counts }: Circles) => {
  const seenBy = new Int32Array(rated.length).fill(-1)
  return (i: number): number => {
    let met = 0
    for (let k = focal.start[i]!; k < focal.start[i + 1]!; k++) {
      const o = focal.items[k]!
      if (!counts[k]) continue
      for (let s = alter.start[o]!; s < alter.start[o + 1]!; s++) {
        const j = alter.items[s]!
        if (!rated[j] || seenBy[j] === i || (j === i && !includeSelf)) continue
        seenBy[j] = i
        met++
      }
    }
    return met
  }
}

export const meanOfMeans = (company: Company, settings: ResolvedOptions): MeanOfMeans => {
  const { focal } = company
  const met = circles(company, settings)
  const means = organisationMeans(company, settings, met)
  const exposure = blankExposure(company.states.length)
  const weight = new Float64Array(company.states.length)
  const meets = settings.minPartners > 1 ? distinctPartners(company, settings, met) : () => Infinity
  for (let i = 0; i < weight.length; i++) {
    let sum = 0
    let lost = 0
    let counted = 0
    let whole = 0
    let covered = 0
    let organisations = 0
    let observations = 0
    for (let k = focal.start[i]!; k < focal.start[i + 1]!; k++) {
      const g = settings.igoWeight[focal.items[k]!]!
      if (met.partners[k] === 0 || g === 0) continue
      whole += g
      if (!met.counts[k]) continue
      organisations++
      observations += met.observed[k]!
      counted += g
      covered += g * (met.observed[k]! / met.partners[k]!)
      const term = g * means[k]!
      const next = sum + term
      lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum
      sum = next
    }
    if (whole > 0) exposure.coverage[i] = covered / whole
    weight[i] = counted
    if (observations < settings.minPartners || meets(i) < settings.minPartners) continue
    exposure.degree[i] = organisations
    exposure.values[i] = (sum + lost) / counted
    exposure.defined[i] = 1
  }
  return { exposure, met, means, weight }
}
