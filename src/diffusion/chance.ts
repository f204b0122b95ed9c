import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { mersenne } from 'pure-rand/generator/mersenne'
import { badInput } from '../common/error.ts'

/** A generator by the two operations that are used of it: a whole number from 0 up to and without `below`. */
export type Chance = (below: number) => number

/** Seeds are whole numbers of 32 bits. */
export const largestSeed = 2 ** 32 - 1

/**
 * Numbers drawn by the Mersenne Twister MT19937 (Matsumoto and Nishimura 1998): the same ones by the same seed, on
 * every machine. Throws `bad-option` for a seed that is none.
 */
export const chanceOf = (seed: number): Chance => {
  if (!Number.isInteger(seed) || seed < 0 || seed > largestSeed)
    throw badInput('bad-option', `seed is ${seed}; expected a whole number from 0 to ${largestSeed}.`)
  const generator = mersenne(seed)
  return (below) => uniformInt(generator, 0, below - 1)
}
