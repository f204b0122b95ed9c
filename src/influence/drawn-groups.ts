import { badInput } from '../common/error.ts'
import { chanceOf } from '../diffusion/chance.ts'

/** Where a number lies among those of drawn groups. */
export interface AmongDrawn {
  /** How many groups have one: a slope, where states that began alike were drawn, has none. */
  readonly defined: number
  readonly mean: number
  /** Between which the middle 95 % of them lie: those at rank 0.025 and 0.975, rounded up. */
  readonly low: number
  readonly high: number
  /** How many of them lie at or below the own one, and at or above it; undefined where that is none. */
  readonly below: number | undefined
  readonly above: number | undefined
}

/** What is drawn: groups of so many of a pool, by a seed. */
export interface Drawing {
  readonly size: number
  readonly draws: number
  readonly seed: number
}

/**
 * The groups that are drawn: each of `size` of the pool, without replacement, every set of them with the same chance;
 * draws do not depend on one another. Throws `bad-argument` where the pool is smaller than a group, `bad-option` for a
 * seed that is none. Numbers are those of the Mersenne Twister: the same groups by the same seed on every machine.
 */
export function* drawnGroups<T>(pool: readonly T[], { size, draws, seed }: Drawing): Generator<readonly T[]> {
  if (size > pool.length) throw badInput('bad-argument', `groups of ${size} are asked for of a pool of ${pool.length}.`)
  const chance = chanceOf(seed)
  const order = [...pool]
  for (let draw = 0; draw < draws; draw++) {
    // The first `size` steps of a shuffle (Fisher and Yates); whatever order it starts from, the group is as likely.
    for (let k = 0; k < size; k++) {
      const other = k + chance(order.length - k)
      const held = order[k] as T
      order[k] = order[other] as T
      order[other] = held
    }
    yield order.slice(0, size)
  }
}

/**
 * Where the own number lies among drawn ones. Those within 100 rounding errors of it count as equal to it. Undefined
 * where none of the drawn is defined.
 *
 * Example: 2 among 1, 2, 3, 4: two at or below it, three at or above.
 */
export const amongDrawn = (own: number | undefined, drawn: readonly (number | undefined)[]): AmongDrawn | undefined => {
  const sorted = drawn.filter((one) => one !== undefined).toSorted((a, b) => a - b)
  if (sorted.length === 0) return undefined
  const atRank = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] as number
  const near = own === undefined ? 0 : Math.abs(own) * 100 * Number.EPSILON
  const count = (holds: (value: number, of: number) => boolean): number | undefined =>
    own === undefined ? undefined : sorted.filter((value) => holds(value, own)).length
  return {
    defined: sorted.length,
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    low: atRank(0.025),
    high: atRank(0.975),
    below: count((value, of) => value <= of + near),
    above: count((value, of) => value >= of - near),
  }
}
