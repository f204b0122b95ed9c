import type { Block } from './block.ts'
import { addRows, pairsOf } from './lanes.ts'
import { loops } from './loops.ts'

/**
 * Σ_j w_ij y_j = Σ_o m_{o,-i} ȳ_{o,-i}: the identity of DC, with nothing divided; and Σ_j w_ij, j over the rated
 * partners; for each scoring, in the memory of the loops. Where scores are whole, all sums are exact: those of the
 * organisations less the own score, once for each.
 */
export const addPairSums = ({ count, isWhole, room }: Block): void => {
  const of = loops()
  const pairs = pairsOf(count)
  if (isWhole) {
    const seats = { start: of.focalStart.value, rows: room.states, items: of.focalItems.value }
    addRows(seats, count, of.packedSums.value, of.sums.value)
    for (const pair of pairs) of.leaveOut(pair)
    return
  }
  for (const pair of pairs) {
    of.fillOffers(pair)
    of.addRounded(pair)
  }
}
