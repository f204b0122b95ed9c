import type { Company } from './company.ts'
import { leaveOneOut } from './leave-one-out.ts'

/** The scores of each organisation added up, so that a member's own can be left out again. */
export interface OrganisationTotals {
  readonly total: Float64Array
  /** m_o: how many of its members are rated */
  readonly rated: Float64Array
  /**
   * For each member of each organisation the sum of the others, by seat. Undefined where scores are whole numbers:
   * their sums are exact, so that total less own score is that sum, and depends on the own score in no bit.
   */
  readonly without: Float64Array | undefined
}

/** Fills the arrays that are given. */
export const organisationTotals = (
  { alter, scores, rated }: Company,
  { total, rated: counted }: Pick<OrganisationTotals, 'total' | 'rated'>,
): OrganisationTotals => {
  for (let o = 0; o < counted.length; o++) {
    counted[o] = countOnes(rated, alter.items, alter.start[o]!, alter.start[o + 1]!)
  }
  if (!addExactly(scores, alter.items.length)) return { ...leaveOneOut(alter, scores, rated), rated: counted }
  for (let o = 0; o < total.length; o++) total[o] = addUp(scores, alter.items, alter.start[o]!, alter.start[o + 1]!)
  return { total, rated: counted, without: undefined }
}

/** How many of those listed from one place to another are marked by 1. */
export const countOnes = (marked: Uint8Array, items: Uint32Array, from: number, to: number): number => {
  let count = 0
  for (let k = from; k < to; k++) count += marked[items[k]!]!
  return count
}

/** The sum over them of whole numbers, which are exact in any order: four at a time, so that none waits for another. */
export const addUp = (numbers: Float64Array, items: Uint32Array, from: number, to: number): number => {
  let one = 0
  let two = 0
  let three = 0
  let four = 0
  let k = from
  for (; k + 3 < to; k += 4) {
    one += numbers[items[k]!]!
    two += numbers[items[k + 1]!]!
    three += numbers[items[k + 2]!]!
    four += numbers[items[k + 3]!]!
  }
  for (; k < to; k++) one += numbers[items[k]!]!
  return one + two + (three + four)
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
