import { describe, expect, it } from 'vitest'
import {
  diffusionNetwork,
  exposureIn,
  infectiousness,
  quarterBySd,
  susceptibility,
  thresholdOf,
} from '../../src/diffusion/netdiffuser.ts'

/**
 * The toy world: A to D, each pair tied by how many organisations it shares; A adopts in period 1, B in 2, C in 3, and
 * D never, which the package puts in the last period, 4. The fractions were worked out by hand.
 */
const [a, b, c, d] = [1, 2, 3, 4]
const pairs = [
  [a, b, 2],
  [a, c, 2],
  [a, d, 2],
  [b, c, 1],
  [b, d, 1],
  [c, d, 2],
] as const
const edges = pairs.flatMap(([ego, alter, value]) => [
  { ego, alter, value },
  { ego: alter, alter: ego, value },
])
const toy = diffusionNetwork(
  edges,
  new Map([
    [a, 1],
    [b, 2],
    [c, 3],
    [d, 4],
  ]),
)
const valued = (period: number) => [a, b, c, d].map((node) => exposureIn(toy, node, period, true))

describe("netdiffuseR's measures in the toy world", () => {
  it('weighs ties by their value where asked', () => {
    expect(valued(1)).toEqual([0, 1 / 2, 2 / 5, 2 / 5])
    expect(valued(2)).toEqual([1 / 3, 1 / 2, 3 / 5, 3 / 5])
    expect(valued(3)).toEqual([2 / 3, 3 / 4, 3 / 5, 1])
  })

  it('counts every tie once by default', () => {
    expect([a, b, c, d].map((node) => exposureIn(toy, node, 2))).toEqual([1 / 3, 1 / 3, 2 / 3, 2 / 3])
  })

  it('reads thresholds a period before where asked: B 1/2, C 3/5, and none for A', () => {
    const lagged = [a, b, c].map((node) => thresholdOf(toy, node, { lag: 1, valued: true }))
    expect(lagged).toEqual([undefined, 1 / 2, 3 / 5])
  })

  it('finds A infectious by a third: of B, C and D one adopts right after it', () => {
    expect(infectiousness(toy, a, { periods: 1, normalised: false })).toBe(1 / 3)
  })

  it('over three periods divides the k-th by k, above and below: (1 + 1/2 + 1/3) / (3 + 2/2 + 1/3)', () => {
    const expected = (1 + 1 / 2 + 1 / 3) / (3 + 1 + 1 / 3)
    expect(infectiousness(toy, a, { periods: 3, normalised: false })).toBeCloseTo(expected, 15)
    // One adopts in each of the three periods.
    const adopters = 1 + 1 / 2 + 1 / 3
    expect(infectiousness(toy, a, { periods: 3, normalised: true })).toBeCloseTo(expected / adopters, 15)
  })

  it('finds C susceptible by a half: of A and B, adopters before it, B adopted right before', () => {
    expect(susceptibility(toy, c, { periods: 1, normalised: false })).toBe(1 / 2)
  })

  it('gives who has no ties an exposure of 0, and never counts a tie to oneself', () => {
    const alone = diffusionNetwork([{ ego: 1, alter: 1, value: 9 }], new Map([[1, 1]]))
    expect(exposureIn(alone, 1, 1)).toBe(0)
  })

  it('cuts at a standard deviation around the mean: 1, 2, 3, 4 have 2.5 and 1.29', () => {
    expect([1, 2, 3, 4].map(quarterBySd([1, 2, 3, 4]))).toEqual([0, 1, 2, 3])
  })

  it('refuses an edge of a node whose time nobody gives', () => {
    expect(() => diffusionNetwork([{ ego: 1, alter: 2, value: 1 }], new Map([[1, 1]]))).toThrow(/node 2/)
  })
})
