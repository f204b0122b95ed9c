import fc from 'fast-check'
import { expect } from 'vitest'
import type { World } from './world.ts'

/** Worlds of up to eight states and seven organisations; whole-number scores, some missing. */
export const worlds: fc.Arbitrary<World> = fc.integer({ min: 2, max: 8 }).chain((n) =>
  fc.record({
    scores: fc.array(fc.option(fc.integer({ min: -10, max: 10 }), { nil: undefined, freq: 4 }), {
      minLength: n,
      maxLength: n,
    }),
    members: fc.array(fc.subarray(Array.from({ length: n }, (_, i) => i)), { minLength: 1, maxLength: 7 }),
  }),
)

/** The same, where observers are exposed without being partners, and some partners are not exposed. */
export const twoSidedWorlds: fc.Arbitrary<World> = worlds.chain((world) =>
  fc.record({
    scores: fc.constant(world.scores),
    members: fc.constant(world.members),
    exposed: fc.tuple(...world.members.map(() => fc.subarray(world.scores.map((_, i) => i)))),
  }),
)

/**
 * Scores as latent-variable models give them: no two alike, few of them round. Nothing so small that products
 * underflow.
 */
export const realScores = (count: number): fc.Arbitrary<number[]> =>
  fc.array(
    fc.double({ min: -5, max: 5, noNaN: true }).map((score) => (Math.abs(score) < 1e-9 ? 0 : score)),
    { minLength: count, maxLength: count },
  )

/** All numbers at once to so many decimal places, as `toBeCloseTo` says of one: to expect each takes longer than it. */
export const expectClose = (
  found: Iterable<number> | undefined,
  expected: Iterable<number> | undefined,
  places: number,
): void => {
  const [those, these] = [[...(found ?? [])], [...(expected ?? [])]]
  expect(those).toHaveLength(these.length)
  const off = those.map((value, i) => [value, these[i] as number] as const)
  expect(off.filter(([a, b]) => a !== b && !(Math.abs(a - b) < 10 ** -places / 2))).toEqual([])
}

/** Checks a property on the same examples every time. */
export const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void, numRuns = 250): void =>
  fc.assert(fc.property(arbitrary, property), { seed: 19841210, numRuns })
