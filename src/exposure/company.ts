import { checkDistinct, checkLength, checkRows, checkScores } from './company-checks.ts'
import type { Rows } from './sparse-rows.ts'

/**
 * The company that states keep at one moment: who sits where, and how each is scored.
 *
 * A membership has two sides, and they may be counted differently (observers may learn without teaching):
 * `focal` holds, for each state i, the organisations O_i through which i is exposed;
 * `alter` holds, for each organisation o, the members M_o whose scores i meets there.
 *
 * A score exists where `rated` is 1. Elsewhere it is unknown, for a reason that is kept outside the kernel; whatever
 * number stood in its place (a -77, a NaN) is wiped on construction, so that no sum can pick it up.
 */
export interface CompanyInput {
  readonly states: readonly string[]
  readonly organisations: readonly string[]
  /** state → organisations in which it holds a membership that counts on the focal side */
  readonly focal: Rows
  /** organisation → states that hold a membership that counts on the alter side */
  readonly alter: Rows
  readonly scores: ArrayLike<number>
  /** 1 where the score is one, 0 where there is none */
  readonly rated: ArrayLike<number>
}

export interface Company {
  readonly states: readonly string[]
  readonly organisations: readonly string[]
  readonly focal: Rows
  readonly alter: Rows
  /** 0 where not rated; read it only under `rated` */
  readonly scores: Float64Array
  readonly rated: Uint8Array
  /**
   * For each entry (i, o) of `focal`: where i itself sits in `alter.items`, or -1 if it is no alter of its own there.
   */
  readonly seat: Int32Array
}

export const company = (input: CompanyInput): Company => {
  const { states, organisations, focal, alter } = input
  checkDistinct('states', states)
  checkDistinct('organisations', organisations)
  checkRows('focal', focal, states.length, organisations.length)
  checkRows('alter', alter, organisations.length, states.length)
  checkLength('scores', input.scores, states.length, 'state')
  checkLength('rated', input.rated, states.length, 'state')
  checkScores(input.scores, input.rated, states)
  const rated = Uint8Array.from(input.rated)
  const scores = Float64Array.from(input.scores, (score, i) => (rated[i] ? score : 0))
  return Object.freeze({ states, organisations, focal, alter, scores, rated, seat: seats(focal, alter) })
}

const seats = (focal: Rows, alter: Rows): Int32Array => {
  const seat = new Int32Array(focal.items.length)
  for (let i = 0; i + 1 < focal.start.length; i++) {
    for (let k = focal.start[i]!; k < focal.start[i + 1]!; k++) seat[k] = seatOf(alter, focal.items[k]!, i)
  }
  return seat
}

const seatOf = (alter: Rows, o: number, i: number): number => {
  let low = alter.start[o]!
  let high = alter.start[o + 1]!
  while (low < high) {
    const middle = (low + high) >>> 1
    if (alter.items[middle]! < i) low = middle + 1
    else high = middle
  }
  return low < alter.start[o + 1]! && alter.items[low] === i ? low : -1
}
