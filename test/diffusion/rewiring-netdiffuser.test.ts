import fc from 'fast-check'
import { mersenne } from 'pure-rand/generator/mersenne'
import { describe, expect, it } from 'vitest'
import { rewired, rewiringTest } from '../../src/diffusion/rewiring-netdiffuser.ts'
import { holds } from '../exposure/arbitrary.ts'

const edge = (ego: number, alter: number) => ({ ego, alter, value: ego })
const chanceBy = (seed: number) => {
  const generator = mersenne(seed)
  return (below: number) => (generator.next() >>> 0) % below
}
const sorted = (list: readonly number[]) => list.toSorted((a, b) => a - b)

describe('a rewired network', () => {
  it('has the egos, the alters and the values that it had, no loop, and no tie twice', () => {
    let moved = 0
    const networks = fc.uniqueArray(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 })), {
      minLength: 1,
      maxLength: 30,
      selector: ([ego, alter]) => `${ego} ${alter}`,
    })
    const keepsAll = ([ties, seed]: readonly [readonly (readonly [number, number])[], number]): void => {
      const edges = ties.map(([ego, alter]) => edge(ego, alter)).filter(({ ego, alter }) => ego !== alter)
      const found = rewired(edges, chanceBy(seed))
      expect(found.map(({ ego, value }) => [ego, value])).toEqual(edges.map(({ ego, value }) => [ego, value]))
      expect(sorted(found.map(({ alter }) => alter))).toEqual(sorted(edges.map(({ alter }) => alter)))
      expect(found.every(({ ego, alter }) => ego !== alter)).toBe(true)
      expect(new Set(found.map(({ ego, alter }) => `${ego} ${alter}`)).size).toBe(edges.length)
      if (found.some(({ alter }, i) => alter !== edges[i]?.alter)) moved += 1
    }
    holds(fc.tuple(networks, fc.nat()), keepsAll, 400)
    expect(moved).toBeGreaterThan(200)
  })
})

describe('1 names 2, and 3 names 4: half of the networks are as it was, in half 1 names 4', () => {
  const edges = [edge(1, 2), edge(3, 4)]
  const times = new Map([1, 2, 3, 4].map((node): [number, number] => [node, node]))
  const whom = (value: (alter: number) => number) =>
    rewiringTest(edges, times, ({ alters }) => value([...alters(1).keys()][0] ?? 0), { draws: 4000, seed: 1 })
  it('has the mean of both', () => {
    const { observed, expected } = whom((alter) => alter)
    expect(observed).toBe(2)
    // 2 or 4, each in half: the standard deviation of a mean of 4000 is 0.016.
    expect(Math.abs(expected - 3)).toBeLessThan(0.08)
  })
  it('has a p of 0 where no network lies on one side: sides are strict', () => expect(whom((alter) => alter).p).toBe(0))
})
