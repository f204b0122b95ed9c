import type { Rows } from '../sparse-rows.ts'
import type { Room } from './room.ts'

/** For each lane one and a half times a power of two, so far above all sums of means that it keeps its size. */
export type Anchors = readonly number[]

/**
 * Adds up the means ȳ_{o,-i} of two lanes, from `lane` on, and their coverages in the order of the organisations. Each
 * mean is rounded once, and their sum is as good as one rounding: what is lost in adding a mean to the anchor is added
 * up beside it (Dekker's FastTwoSum: exact).
 */
export const addMeans = ({ start, items }: Rows, room: Room, anchors: Anchors, lane: number): void => {
  const { high, places, highSums, divisors, coverages, sums, weights } = room
  const anchorA = anchors[lane]!
  const anchorB = anchors[lane + 1]!
  for (let i = 0; i + 1 < start.length; i++) {
    const into = (i << 2) + lane
    const ownA = high[into]!
    const ownB = high[into + 1]!
    const placeA = places[into]!
    const placeB = places[into + 1]!
    let a = anchorA
    let b = anchorB
    let lostA = 0
    let lostB = 0
    let coveredA = 0
    let coveredB = 0
    const end = start[i + 1]!
    for (let k = start[i]!; k < end; k++) {
      const o = items[k]! << 2
      const at = (o + lane) | 0
      const atA = (o + placeA) | 0
      const atB = (o + placeB) | 0
      const meanA = (highSums[at]! - ownA) / divisors[atA]!
      const meanB = (highSums[at + 1]! - ownB) / divisors[atB]!
      coveredA += coverages[atA]!
      coveredB += coverages[atB]!
      const nextA = a + meanA
      const nextB = b + meanB
      lostA += meanA - (nextA - a)
      lostB += meanB - (nextB - b)
      a = nextA
      b = nextB
    }
    sums[into] = a - anchorA + lostA
    sums[into + 1] = b - anchorB + lostB
    weights[into] = coveredA
    weights[into + 1] = coveredB
  }
}

/** The same where scores have low parts. */
export const addMeansInTwo = ({ start, items }: Rows, room: Room, anchors: Anchors, lane: number): void => {
  const { high, low, places, highSums, lowSums, divisors, coverages, sums, weights } = room
  const anchorA = anchors[lane]!
  const anchorB = anchors[lane + 1]!
  for (let i = 0; i + 1 < start.length; i++) {
    const into = (i << 2) + lane
    const ownA = high[into]!
    const ownB = high[into + 1]!
    const lowA = low[into]!
    const lowB = low[into + 1]!
    const placeA = places[into]!
    const placeB = places[into + 1]!
    let a = anchorA
    let b = anchorB
    let lostA = 0
    let lostB = 0
    let coveredA = 0
    let coveredB = 0
    const end = start[i + 1]!
    for (let k = start[i]!; k < end; k++) {
      const o = items[k]! << 2
      const at = (o + lane) | 0
      const atA = (o + placeA) | 0
      const atB = (o + placeB) | 0
      const meanA = (highSums[at]! - ownA + (lowSums[at]! - lowA)) / divisors[atA]!
      const meanB = (highSums[at + 1]! - ownB + (lowSums[at + 1]! - lowB)) / divisors[atB]!
      coveredA += coverages[atA]!
      coveredB += coverages[atB]!
      const nextA = a + meanA
      const nextB = b + meanB
      lostA += meanA - (nextA - a)
      lostB += meanB - (nextB - b)
      a = nextA
      b = nextB
    }
    sums[into] = a - anchorA + lostA
    sums[into + 1] = b - anchorB + lostB
    weights[into] = coveredA
    weights[into + 1] = coveredB
  }
}
