import { badInput } from '../../common/error.ts'
import { checkLength, checkRows } from '../company-checks.ts'
import type { Company } from '../company.ts'
import type { Rows } from '../sparse-rows.ts'

/**
 * A company of which not all is certain: who may sit where, and between which bounds a score lies.
 *
 * `focal` and `alter` are laid out as those of a company, and hold every membership that is possible; the flags beside
 * them say which of them are certain. Every uncertain membership may hold or not, whatever the others do. A score lies
 * anywhere from `low` to `high` where `scored` is 1; where the two differ it may also be missing, since an average over
 * what is known leaves it out.
 */
export interface DoubtsInput {
  /** The one reading of it from which values are computed. */
  readonly company: Company
  readonly focal: Rows
  readonly focalSure: Uint8Array
  readonly alter: Rows
  readonly alterSure: Uint8Array
  readonly low: Float64Array
  readonly high: Float64Array
  readonly scored: Uint8Array
  /** What is uncertain of the past of the company: an entry for each of its years, with the same scores. */
  readonly past?: readonly Doubts[] | undefined
}

export interface Doubts extends DoubtsInput {
  /** For each organisation: how many of its members' scores may or may not count there. */
  readonly open: Uint32Array
}

export const doubts = (input: DoubtsInput): Doubts => {
  const { company, focal, alter, low, high, scored } = input
  const [states, organisations] = [company.states.length, company.organisations.length]
  checkRows('focal', focal, states, organisations)
  checkRows('alter', alter, organisations, states)
  checkLength('focalSure', input.focalSure, focal.items.length, 'entry of focal')
  checkLength('alterSure', input.alterSure, alter.items.length, 'entry of alter')
  for (const [name, values] of Object.entries({ low, high, scored })) checkLength(name, values, states, 'state')
  for (let j = 0; j < states; j++)
    if (scored[j] && !(low[j]! <= high[j]!))
      throw badInput(
        'bad-argument',
        `low[${j}] (${company.states[j]}) is ${low[j]} and high[${j}] is ${high[j]}; expected low not above high.`,
      )
  const open = new Uint32Array(organisations)
  for (let o = 0; o < organisations; o++)
    for (let s = alter.start[o]!; s < alter.start[o + 1]!; s++) if (!isSure(input, s)) open[o]!++
  return Object.freeze({ ...input, open })
}

/** Whether a member certainly counts with one score. */
export const isSure = ({ alter, alterSure, low, high, scored }: DoubtsInput, s: number): boolean => {
  const j = alter.items[s]!
  return alterSure[s] === 1 && (!scored[j] || low[j] === high[j])
}

/** Whether anything that is uncertain may bear on a state's value. */
export const isDoubtful = ({ focal, focalSure, open, past }: Doubts, i: number): boolean => {
  for (let k = focal.start[i]!; k < focal.start[i + 1]!; k++)
    if (!focalSure[k] || open[focal.items[k]!]! > 0) return true
  return past?.some((year) => isDoubtful(year, i)) ?? false
}
