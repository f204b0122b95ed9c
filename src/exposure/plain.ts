import type { Company } from './company.ts'
import { blankExposure, type Exposure } from './exposure.ts'
import { countMet, layoutOf, type Layout, type Offer } from './layout.ts'
import type { ResolvedOptions } from './options.ts'
import { addUp, countOnes, organisationTotals, type OrganisationTotals } from './organisation-totals.ts'

/**
 * The formulas as they are asked for most: every organisation weighted alike and counting from one rated partner on,
 * the state left out, missing scores left out, everybody who is exposed a partner. All is then known from the totals of
 * organisations, and the work is one turn for each membership and not for each pair. `mean-of-means.ts` and
 * `spatial-lag.ts` compute the same under every option.
 */
export const isPlain = (company: Company, settings: ResolvedOptions): boolean =>
  settings.areAlike &&
  settings.minObserved === 1 &&
  !settings.includeSelf &&
  !settings.missingIsZero &&
  layoutOf(company).isOneSided

/** Fills in what every organisation offers its unrated members, or its rated ones. */
const offered = ({ rated }: OrganisationTotals, { others, scratch }: Layout, own: 0 | 1): Offer => {
  const offer = scratch.offers[own]
  const { divisor, coverage, counts } = offer
  for (let o = 0; o < rated.length; o++) {
    const partners = rated[o]! - own
    counts[o] = partners > 0 ? 1 : 0
    divisor[o] = partners > 0 ? partners : Infinity
    coverage[o] = partners > 0 ? partners / others[o]! : 0
  }
  return offer
}

/** MM: Σ_o ȳ_{o,-i} over the organisations with rated partners, divided by their number. */
export const plainMeanOfMeans = (company: Company, settings: ResolvedOptions): Exposure => {
  const { focal, seat, scores, rated } = company
  const { start, items } = focal
  const exposure = blankExposure(rated.length)
  const layout = layoutOf(company)
  const totals = organisationTotals(company, layout.scratch)
  const { total, without } = totals
  const offers = [offered(totals, layout, 0), offered(totals, layout, 1)] as const
  const met = settings.minPartners > 1 ? countMet(layout, rated) : undefined
  for (let i = 0; i < rated.length; i++) {
    const { divisor, coverage, counts } = offers[rated[i]!]!
    const own = scores[i]!
    const end = start[i + 1]!
    let sum = 0
    let lost = 0
    let covered = 0
    const organisations = countOnes(counts, items, start[i]!, end)
    for (let k = start[i]!; k < end; k++) {
      const o = items[k]!
      const mean = (without === undefined ? total[o]! - own : without[seat[k]!]!) / divisor[o]!
      covered += coverage[o]!
      // Knuth's TwoSum: what rounding loses, exactly.
      const next = sum + mean
      const part = next - sum
      lost += sum - (next - part) + (mean - part)
      sum = next
    }
    if (layout.withCompany[i]! > 0) exposure.coverage[i] = covered / layout.withCompany[i]!
    if (organisations === 0 || (met !== undefined && met[i]! < settings.minPartners)) continue
    exposure.degree[i] = organisations
    exposure.values[i] = (sum + lost) / organisations
    exposure.defined[i] = 1
  }
  return exposure
}

/** Sums over pairs, organisation by organisation: for each state Σ_j w_ij y_j and Σ_j w_ij over its rated partners. */
export interface PairSums {
  readonly sum: Float64Array
  readonly weight: Float64Array
  /** Σ w_ij over all partners */
  readonly whole: Float64Array
  /** how many different partners are rated */
  readonly partners: Uint32Array
}

/** Σ_j w_ij y_j = Σ_o m_{o,-i} ȳ_{o,-i}: the identity of DC, with nothing divided. */
export const plainPairSums = (company: Company): PairSums => {
  const { focal, seat, scores, rated } = company
  const { start, items } = focal
  const layout = layoutOf(company)
  const totals = organisationTotals(company, layout.scratch)
  const { total, without } = totals
  const [sums, weight] = [new Float64Array(rated.length), new Float64Array(rated.length)]
  for (let i = 0; i < rated.length; i++) {
    const first = start[i]!
    const end = start[i + 1]!
    let sum = 0
    let lost = 0
    if (without === undefined) sum = addUp(total, items, first, end) - (end - first) * scores[i]!
    else {
      for (let k = first; k < end; k++) {
        const term = without[seat[k]!]!
        const next = sum + term
        const part = next - sum
        lost += sum - (next - part) + (term - part)
        sum = next
      }
    }
    sums[i] = sum + lost
    weight[i] = addUp(totals.rated, items, first, end) - (end - first) * rated[i]!
  }
  return { sum: sums, weight, whole: layout.shared, partners: countMet(layout, rated) }
}
