import type { Company } from './company.ts'
import { leaveOneOut } from './leave-one-out.ts'

/** The scores of each organisation added up, so that a member's own can be left out again. */
export interface OrganisationTotals {
  readonly total: Float64Array
  /** m_o: how many of its members are rated */
  readonly rated: Float64Array
  /**
   * For each member of each organisation the sum of the others, by seat. Undefined where scores are whole numbers: their
   * sums are exact, so that total less own score is that sum, and depends on the own score in no bit.
   */
  readonly without: Float64Array | undefined
}

export const organisationTotals = ({ alter, scores, rated }: Company): OrganisationTotals => {
  const { start, items } = alter
  const counted = new Float64Array(start.length - 1)
  const sums = new Float64Array(start.length - 1)
  for (let o = 0; o < counted.length; o++) {
    const end = start[o + 1]!
    let s = start[o]!
    let one = 0
    let other = 0
    let count = 0
    // Two sums at a time: an addition need not wait for the one before it.
    for (; s + 1 < end; s += 2) {
      const j = items[s]!
      const next = items[s + 1]!
      one += scores[j]!
      other += scores[next]!
      count += rated[j]! + rated[next]!
    }
    if (s < end) {
      one += scores[items[s]!]!
      count += rated[items[s]!]!
    }
    sums[o] = one + other
    counted[o] = count
  }
  if (addExactly(scores, items.length)) return { total: sums, rated: counted, without: undefined }
  return { ...leaveOneOut(alter, scores, rated), rated: counted }
}

/** Whether sums of so many of them are exact in any order: whole numbers that stay below 2⁵³. */
const addExactly = (scores: Float64Array, most: number): boolean => {
  const largest = 2 ** 53 / (most + 1)
  for (let j = 0; j < scores.length; j++) {
    const score = scores[j]!
    if (Math.trunc(score) !== score || Math.abs(score) > largest) return false
  }
  return true
}
