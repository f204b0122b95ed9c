import { blankExposures, type Exposure } from '../exposure.ts'
import type { ResolvedOptions } from '../options.ts'
import { unitsIn, type Block } from './block.ts'
import { powerAbove } from './exact-parts.ts'
import { lanes } from './lanes.ts'
import { addMeans, addMeansInTwo } from './offers.ts'
import { ratedPartners } from './partner-counts.ts'

/**
 * Fills in what organisations offer their members in one lane, the own score left out, and where each state reads it:
 * once for members without a score, and further on for those with one.
 */
const fillOffers = ({ layout, scorings, cuts, room }: Block, lane: number): void => {
  const { others } = layout
  const { packedSums, highSums, divisors, coverages, places } = room
  const ofRated = room.organisations * lanes
  const cut = cuts[lane]!
  const { unit } = cut
  for (let o = 0, at = lane; o < others.length; o++, at += lanes) {
    const units = unitsIn(packedSums[at]!, cut)
    const count = units / unit
    highSums[at] = packedSums[at]! - units
    // Infinity, where there is no partner with a score, so that the mean is 0.
    divisors[at] = count > 0 ? count : Infinity
    divisors[ofRated + at] = count > 1 ? count - 1 : Infinity
    coverages[at] = count > 0 ? count / others[o]! : 0
    coverages[ofRated + at] = count > 1 ? (count - 1) / others[o]! : 0
  }
  const { rated } = scorings[lane]!
  for (let i = 0, at = lane; i < rated.length; i++, at += lanes) places[at] = lane + rated[i]! * ofRated
}

/** Counts for each state the organisations in which nobody else is rated: those with one who is, or none. */
const countSilent = ({ layout, scorings, room }: Block, lane: number): void => {
  const { start, items } = layout.exposed
  const { divisors, silent } = room
  const { rated } = scorings[lane]!
  for (let i = 0, at = lane; i < rated.length; i++, at += lanes) silent[at] = 0
  for (let o = 0, at = lane; o < layout.others.length; o++, at += lanes) {
    const count = divisors[at]!
    if (count > 1 && count < Infinity) continue
    for (let s = start[o]!; s < start[o + 1]!; s++) {
      const j = items[s]!
      if (count === Infinity || rated[j]) silent[j * lanes + lane]!++
    }
  }
}

/** MM: Σ_o ȳ_{o,-i} over the organisations with rated partners, divided by their number; for each scoring. */
export const meansOfMeans = (block: Block, { minPartners }: ResolvedOptions): readonly Exposure[] => {
  const { company, layout, scorings, cuts, room } = block
  const { focal } = company
  // An unused lane is added up beside a used one, from whatever it holds, and is not read.
  for (let lane = 0; lane < scorings.length; lane++) fillOffers(block, lane)
  const most = powerAbove(company.organisations.length)
  const anchors = cuts.map(({ above }) => 6 * above * most)
  const add = block.isWhole ? addMeans : addMeansInTwo
  for (let lane = 0; lane < scorings.length; lane += 2) add(focal, room, anchors, lane)
  const partners = minPartners > 1 ? ratedPartners(block) : undefined
  const exposures = blankExposures(scorings.length, company.states.length)
  for (const [lane, { values, defined, degree, coverage }] of exposures.entries()) {
    countSilent(block, lane)
    for (let i = 0, at = lane; i < values.length; i++, at += lanes) {
      if (layout.withCompany[i]! > 0) coverage[i] = room.weights[at]! / layout.withCompany[i]!
      const organisations = focal.start[i + 1]! - focal.start[i]! - room.silent[at]!
      if (organisations === 0 || (partners !== undefined && partners[at]! < minPartners)) continue
      degree[i] = organisations
      values[i] = room.sums[at]! / organisations
      defined[i] = 1
    }
  }
  return exposures
}
