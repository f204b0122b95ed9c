import type { Company } from '../company.ts'
import { cutFor, powerAbove, shiftTo, type Cut } from './exact-parts.ts'
import { addRows, lanes, pairsOf } from './lanes.ts'
import { loops } from './loops.ts'
import { roomFor, type Room } from './room.ts'

/**
 * Up to `lanes` scorings of the same seats, side by side, with the scores of every organisation added up. All sums are
 * exact. It lasts until the next block is made.
 */
export interface Block {
  /** How many scorings. */
  readonly count: number
  /**
   * Whether no score has a low part, and sums over all seats are exact; else only those within an organisation are.
   */
  readonly isWhole: boolean
  /** Holds the parts of scores, and their sums by organisation. */
  readonly room: Room
}

/** Nobody's scores, in a lane beside the last one: nothing is cut. */
const unused: Cut = { unit: 1, grid: 2 ** -52, lowGrid: 2 ** -52, above: 1 }

/** Hands the scores over; in a lane beside the last one nobody is rated. */
const handScores = (scorings: readonly Company[], { scores, rated, states }: Room): void => {
  for (const [lane, scoring] of scorings.entries()) {
    scores.set(scoring.scores, lane * states)
    rated.set(scoring.rated, lane * states)
  }
  if (scorings.length % 2 === 0) return
  const from = scorings.length * states
  scores.fill(0, from, from + states)
  rated.fill(0, from, from + states)
}

const setCut = (room: Room, lane: number, { unit, grid, lowGrid, above }: Cut): void => {
  room.units[lane] = unit
  room.inverses[lane] = 1 / unit
  room.unitShifts[lane] = shiftTo(unit)
  room.gridShifts[lane] = shiftTo(grid)
  room.lowShifts[lane] = shiftTo(lowGrid)
  room.anchors[lane] = 6 * above * powerAbove(room.organisations)
}

/** What came of cutting all for sums of up to `most`; undefined where some sums would not be exact. */
const cutAll = (room: Room, count: number, most: number): 'whole' | 'in two' | undefined => {
  for (let lane = 0; lane < lanes; lane++) {
    const cut = lane < count ? cutFor(room.largest[lane]!, most) : unused
    if (cut === undefined) return undefined
    setCut(room, lane, cut)
  }
  const found = Math.max(...pairsOf(count).map((pair) => loops().cut(pair)))
  if (found === 2) return undefined
  return found === 0 ? 'whole' : 'in two'
}

/** Undefined where sums would not be exact. */
export const blockOf = (scorings: readonly Company[]): Block | undefined => {
  const [company] = scorings
  const count = scorings.length
  if (company === undefined || count > lanes) return undefined
  const room = roomFor(company)
  const of = loops()
  handScores(scorings, room)
  for (const pair of pairsOf(count)) of.findLargest(pair)
  const isWhole = cutAll(room, count, company.alter.items.length) === 'whole'
  if (!isWhole && cutAll(room, count, room.layout.largest) === undefined) return undefined
  const members = { start: of.alterStart.value, rows: room.organisations, items: of.alterItems.value }
  addRows(members, count, of.packed.value, of.packedSums.value)
  if (!isWhole) addRows(members, count, of.low.value, of.lowSums.value)
  return { count, isWhole, room }
}
