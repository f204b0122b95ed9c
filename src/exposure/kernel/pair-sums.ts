import { unitsIn, type Block } from './block.ts'
import { addLanes, lanes } from './lanes.ts'
import { ratedPartners } from './partner-counts.ts'

/**
 * Sums over pairs, organisation by organisation, of several scorings: state i of the l-th of them at i · lanes + l.
 * They last as long as the block that they are made of.
 */
export interface PairSums {
  /** Σ_j w_ij y_j over the rated partners */
  readonly sum: Float64Array
  /** Σ_j w_ij over the rated partners */
  readonly weight: Float64Array
  /** how many different partners are rated */
  readonly partners: Float64Array
}

/** Where scores are whole, all sums are exact: those of the organisations less the own score, once for each. */
const addExactly = ({ company, scorings, cuts, room }: Block): void => {
  const { focal } = company
  const { packed, packedSums, sums, weights } = room
  addLanes(focal, packedSums, sums)
  for (let lane = 0; lane < scorings.length; lane++) {
    const cut = cuts[lane]!
    const { unit } = cut
    for (let i = 0, at = lane; i + 1 < focal.start.length; i++, at += lanes) {
      const others = sums[at]! - (focal.start[i + 1]! - focal.start[i]!) * packed[at]!
      const units = unitsIn(others, cut)
      weights[at] = units / unit
      sums[at] = others - units
    }
  }
}

/** Else the sum of the others is rounded once in each organisation, and their sum is compensated. */
const addRounded = (block: Block, lane: number): void => {
  const { company, scorings, cuts, room } = block
  const { start, items } = company.focal
  const { high, low, packedSums, lowSums, highSums, divisors, sums, weights } = room
  const { rated } = scorings[lane]!
  const cut = cuts[lane]!
  for (let o = 0, at = lane; o < company.organisations.length; o++, at += lanes) {
    const units = unitsIn(packedSums[at]!, cut)
    highSums[at] = packedSums[at]! - units
    divisors[at] = units / cut.unit
  }
  for (let i = 0, into = lane; i < rated.length; i++, into += lanes) {
    const ownHigh = high[into]!
    const ownLow = low[into]!
    const own = rated[i]!
    let sum = 0
    let lost = 0
    let count = 0
    const end = start[i + 1]!
    for (let k = start[i]!; k < end; k++) {
      const at = ((items[k]! << 2) + lane) | 0
      count += divisors[at]! - own
      const term = highSums[at]! - ownHigh + (lowSums[at]! - ownLow)
      // Knuth's TwoSum: what rounding loses, exactly.
      const next = sum + term
      const part = next - sum
      lost += sum - (next - part) + (term - part)
      sum = next
    }
    sums[into] = sum + lost
    weights[into] = count
  }
}

/** Σ_j w_ij y_j = Σ_o m_{o,-i} ȳ_{o,-i}: the identity of DC, with nothing divided; for each scoring. */
export const pairSums = (block: Block): PairSums => {
  if (block.isWhole) addExactly(block)
  else for (let lane = 0; lane < block.scorings.length; lane++) addRounded(block, lane)
  const { sums, weights } = block.room
  return { sum: sums, weight: weights, partners: ratedPartners(block) }
}
