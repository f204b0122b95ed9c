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
  /**
   * Who sat where one year before, two years before, and so on: the same states, organisations and scores in other
   * seats. Only formulas of the past read it.
   */
  readonly past?: readonly Company[] | undefined
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
  const { scores, rated } = wiped(input.scores, input.rated)
  return Object.freeze({ states, organisations, focal, alter, scores, rated, seat: seats(focal, alter) })
}

/** States come in ascending order, and so do the members of an organisation: each list is walked through once. */
const seats = ({ start, items }: Rows, alter: Rows): Int32Array => {
  const seat = new Int32Array(items.length).fill(-1)
  const next = alter.start.slice()
  for (let i = 0; i + 1 < start.length; i++) {
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const o = items[k]!
      const end = alter.start[o + 1]!
      let s = next[o]!
      while (s < end && alter.items[s]! < i) s++
      next[o] = s
      if (s < end && alter.items[s] === i) seat[k] = s
    }
  }
  return seat
}

/** The same seats with other scores, each of them finite where it is rated. They are read under `rated` alone. */
export const withScores = (of: Company, scores: ArrayLike<number>, rated: ArrayLike<number>): Company => {
  checkLength('scores', scores, of.states.length, 'state')
  checkLength('rated', rated, of.states.length, 'state')
  checkScores(scores, rated, of.states)
  return { ...of, ...wiped(scores, rated) }
}

const wiped = (scores: ArrayLike<number>, rated: ArrayLike<number>): Pick<Company, 'scores' | 'rated'> => {
  const { length } = scores
  // In one piece of memory: two would cost more than they hold.
  const memory = new ArrayBuffer(9 * length)
  const [own, flags] = [new Float64Array(memory, 0, length), new Uint8Array(memory, 8 * length, length)]
  own.set(scores)
  flags.set(rated)
  for (let i = 0; i < own.length; i++) if (!flags[i]) own[i] = 0
  return { rated: flags, scores: own }
}

/** The same company with its past: `past[0]` is that of one year before. Throws where one is of other states. */
export const withPast = (of: Company, past: readonly Company[]): Company => {
  for (const { states, organisations, scores } of past) {
    checkLength('past.states', states, of.states.length, 'state')
    checkLength('past.organisations', organisations, of.organisations.length, 'organisation')
    checkLength('past.scores', scores, of.scores.length, 'state')
  }
  return Object.freeze({ ...of, past })
}

/**
 * The same company as state i alone meets it: who shares organisations with it is as before, and of what the others
 * meet nothing is left. Exposures of i are the same number, without those of all others.
 */
export const narrowedTo = (of: Company, i: number): Company => {
  const { start, items } = of.focal
  const [from, to] = [start[i]!, start[i + 1]!]
  const focal = { start: start.map((at) => Math.min(Math.max(at, from), to)), items }
  return Object.freeze({ ...of, focal, past: of.past?.map((before) => narrowedTo(before, i)) })
}
