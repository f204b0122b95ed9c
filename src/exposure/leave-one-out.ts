import type { Rows } from './sparse-rows.ts'

/**
 * For each member of each organisation, the sum of the scores of the *other* rated members.
 *
 * The textbook shortcut subtracts the own score from the total, so that what is left still depends, in the last bits,
 * on the score that was to be left out. Here the sum runs up to the member from the left and down to it from the right:
 * its own score is never read, and the cost is still two passes. Compensated, so the result is as good as one rounding.
 *
 * Layout: `without[s]` belongs to the seat s, that is to the member `alter.items[s]`; `total[o]` to the organisation.
 */
export interface LeaveOneOut {
  readonly without: Float64Array
  readonly total: Float64Array
}

export const leaveOneOut = (alter: Rows, scores: Float64Array, rated: Uint8Array): LeaveOneOut => {
  const { start, items } = alter
  const without = new Float64Array(items.length)
  const lostBefore = new Float64Array(items.length)
  const total = new Float64Array(start.length - 1)
  for (let o = 0; o < total.length; o++) {
    let sum = 0
    let lost = 0
    for (let s = start[o]!; s < start[o + 1]!; s++) {
      without[s] = sum
      lostBefore[s] = lost
      if (!rated[items[s]!]) continue
      const score = scores[items[s]!]!
      const next = sum + score
      lost += roundedOff(sum, score, next)
      sum = next
    }
    total[o] = sum + lost
    sum = 0
    lost = 0
    for (let s = start[o + 1]! - 1; s >= start[o]!; s--) {
      const both = without[s]! + sum
      without[s] = both + (roundedOff(without[s]!, sum, both) + lostBefore[s]! + lost)
      if (!rated[items[s]!]) continue
      const score = scores[items[s]!]!
      const next = sum + score
      lost += roundedOff(sum, score, next)
      sum = next
    }
  }
  return { without, total }
}

/** What was lost when a + b was rounded to `total` (Knuth's TwoSum: exact). */
const roundedOff = (a: number, b: number, total: number): number => {
  const bPart = total - a
  return a - (total - bPart) + (b - bPart)
}
