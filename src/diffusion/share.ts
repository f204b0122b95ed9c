import { badInput } from '../common/error.ts'

/**
 * The share of the state system that has adopted.
 *
 *     p(t) = |adopters(t) ∩ system(t)| / |system(t)|
 *
 * Adopters outside the system (the European Union, the Holy See, the Cook Islands, Ukraine before 1991) never count, or
 * p would be inflated and could pass 1; they are listed, so that nobody looks for them in vain. Undefined without a
 * system. p also falls when new states enter: read it with its two counts. With a list of critical states in the place
 * of the system, the same fraction is the share of those.
 *
 * Example: of 154 states in the system, 52 are at least one third, and 51 are not, though three more adopters may sit
 * outside it.
 */
export interface SystemShare {
  readonly share: number | { readonly missing: 'no-system' }
  readonly adopters: number
  readonly system: number
  /** adopters that are not in the system, sorted */
  readonly outside: readonly string[]
}

export const systemShare = (adopters: Iterable<string>, system: Iterable<string>): SystemShare => {
  const members = new Set(system)
  const all = new Set(adopters)
  const inside = [...all].filter((id) => members.has(id)).length
  return {
    share: members.size === 0 ? { missing: 'no-system' } : inside / members.size,
    adopters: inside,
    system: members.size,
    outside: [...all].filter((id) => !members.has(id)).toSorted(),
  }
}

/**
 * Whether the share has reached `numerator / denominator`, in whole numbers: 51/153 is one third, whatever 1/3 rounds
 * to.
 */
export const hasReached = ({ adopters, system }: SystemShare, numerator: number, denominator: number): boolean => {
  if (!Number.isInteger(numerator) || !Number.isInteger(denominator) || numerator < 0 || denominator < 1) {
    throw badInput(
      'bad-option',
      `The share to reach is ${numerator}/${denominator}; expected whole numbers, such as 1/3.`,
    )
  }
  return system > 0 && adopters * denominator >= system * numerator
}
