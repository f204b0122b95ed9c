import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dc } from '../../src/exposure/formulas/dc.ts'
import { max } from '../../src/exposure/formulas/max.ts'
import { mm } from '../../src/exposure/formulas/mm.ts'
import { raw } from '../../src/exposure/formulas/raw.ts'
import { holds, twoSidedWorlds, worlds } from './arbitrary.ts'
import { fraction, isExactly, type Fraction } from './fraction.ts'
import { circlesOf, exactDc, exactMax, exactMm, exactNewmanLag, exactRaw } from './reference.ts'
import { companyOf, type World } from './world.ts'

const largest = fraction(10)

const agrees = (
  world: World,
  values: Float64Array,
  defined: Uint8Array,
  exact: (i: number) => Fraction | undefined,
): void => {
  const expected = world.scores.map((_, i) => exact(i))
  expect([...defined]).toEqual(expected.map((one) => (one === undefined ? 0 : 1)))
  expect(expected.filter((one, i) => one !== undefined && !isExactly(values[i]!, one, largest))).toEqual([])
}

describe('the identity that ties MM and DC', () => {
  it('DC, summed over pairs, is Σ m ȳ / Σ m over organisations', () =>
    holds(worlds, (world) => {
      const { values, defined } = dc.compute(companyOf(world))
      agrees(world, values, defined, (i) => exactDc(world, i))
    }))

  it('MM, summed over organisations, is a lag over pairs with weights Σ 1/m', () =>
    holds(worlds, (world) => {
      const { values, defined } = mm.compute(companyOf(world))
      agrees(world, values, defined, (i) => exactNewmanLag(world, i))
    }))

  it('RAW is Σ m ȳ over organisations, and MAX the highest ȳ, whatever the minimum of observed partners', () =>
    holds(fc.tuple(twoSidedWorlds, fc.integer({ min: 1, max: 4 })), ([world, minObserved]) => {
      const company = companyOf(world)
      const [sums, highest] = [raw.compute(company, { minObserved }), max.compute(company, { minObserved })]
      agrees(world, sums.values, sums.defined, (i) => exactRaw(world, i, minObserved))
      agrees(world, highest.values, highest.defined, (i) => exactMax(world, i, minObserved))
    }))

  it('both hold where observers are exposed without being partners', () =>
    holds(twoSidedWorlds, (world) => {
      const company = companyOf(world)
      const [means, pairs] = [mm.compute(company), dc.compute(company)]
      agrees(world, means.values, means.defined, (i) => exactMm(world, i))
      agrees(world, pairs.values, pairs.defined, (i) => exactDc(world, i))
    }))

  it('both hold with a minimum of observed partners', () =>
    holds(fc.tuple(worlds, fc.integer({ min: 1, max: 4 })), ([world, minObserved]) => {
      const company = companyOf(world)
      const [means, pairs] = [mm.compute(company, { minObserved }), dc.compute(company, { minObserved })]
      agrees(world, means.values, means.defined, (i) => exactMm(world, i, minObserved))
      agrees(world, pairs.values, pairs.defined, (i) => exactDc(world, i, minObserved))
    }))

  it('weighting MM by the rated partners of each organisation gives DC, where all meet the same number of them', () =>
    holds(worlds, (world) => {
      // Observers only, so that the number of rated partners belongs to the organisation and is the same for all.
      const apart = {
        scores: [...world.scores, undefined],
        members: world.members,
        exposed: world.members.map(() => [world.scores.length]),
      }
      const company = companyOf(apart)
      const igoWeight = Float64Array.from(
        world.members,
        (members) => members.filter((j) => world.scores[j] !== undefined).length,
      )
      const [weighted, pairs] = [mm.compute(company, { igoWeight }), dc.compute(company)]
      expect(weighted.defined).toEqual(pairs.defined)
      expect(weighted.values.at(-1)).toBeCloseTo(pairs.values.at(-1)!, 12)
    }))

  it('MM is DC where all organisations of a state have as many rated partners', () => {
    let met = 0
    holds(worlds, (world) => {
      const company = companyOf(world)
      const [means, pairs] = [mm.compute(company), dc.compute(company)]
      world.scores.forEach((_, i) => {
        const sizes = new Set(circlesOf(world, i).map(({ observed }) => observed))
        if (sizes.size !== 1) return
        met++
        expect(means.values[i]).toBeCloseTo(pairs.values[i]!, 12)
      })
    })
    expect(met).toBeGreaterThan(300)
  })
})
