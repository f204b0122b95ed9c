import type { Company } from '../company.ts'
import { cutFor, cutInto, roundTo, type Cut } from './exact-parts.ts'
import { addLanes, lanes } from './lanes.ts'
import { layoutOf, type Layout } from './layout.ts'
import { roomFor, type Room } from './room.ts'

/**
 * Up to `lanes` scorings of the same seats, side by side, with the scores of every organisation added up. All sums are
 * exact. An unused lane is one in which nobody is rated. It lasts until the next block is made.
 */
export interface Block {
  readonly company: Company
  readonly layout: Layout
  readonly scorings: readonly Company[]
  /** For each lane. */
  readonly cuts: readonly Cut[]
  /**
   * Whether no score has a low part, and sums over all seats are exact; else only those within an organisation are.
   */
  readonly isWhole: boolean
  /** Holds the parts of scores, and their sums by organisation. */
  readonly room: Room
}

/** Nobody's scores, in an unused lane: nothing is cut. */
const unused: Cut = { unit: 1, grid: 2 ** -52, lowGrid: 2 ** -52, above: 1 }

/** Cuts every scoring for sums of up to `most`; undefined where that is not exact, or not whole and so asked for. */
const cutAll = (scorings: readonly Company[], room: Room, most: number, onlyWhole: boolean) => {
  const cuts: Cut[] = Array.from({ length: lanes }, () => unused)
  if (scorings.length < lanes) for (const part of [room.high, room.low, room.packed]) part.fill(0)
  for (const [lane, scoring] of scorings.entries()) {
    const cut = cutFor(scoring.scores, most)
    const cutting = cut === undefined ? 'inexact' : cutInto(room, lane, cut, scoring)
    if (cut === undefined || cutting === 'inexact' || (onlyWhole && cutting !== 'whole')) return undefined
    cuts[lane] = cut
  }
  return cuts
}

/** Undefined where sums would not be exact. */
export const blockOf = (scorings: readonly Company[]): Block | undefined => {
  const [company] = scorings
  if (company === undefined || scorings.length > lanes) return undefined
  const layout = layoutOf(company)
  const room = roomFor(company.states.length, company.organisations.length)
  const whole = cutAll(scorings, room, company.alter.items.length, true)
  const cuts = whole ?? cutAll(scorings, room, layout.largest, false)
  if (cuts === undefined) return undefined
  const isWhole = whole !== undefined
  addLanes(company.alter, room.packed, room.packedSums)
  if (!isWhole) addLanes(company.alter, room.low, room.lowSums)
  return { company, layout, scorings, cuts, isWhole, room }
}

/** How often a sum of packed scores holds the unit, times the unit; the rest is the sum of their high parts. */
export const unitsIn = (packed: number, { unit }: Cut): number => roundTo(packed, unit)
