import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsAround } from '../../src/exposure/doubts/bounds.ts'
import { formulas } from '../../src/exposure/formulas/index.ts'
import type { FormulaOptions } from '../../src/exposure/options.ts'
import { holds } from './arbitrary.ts'
import { doubtsOf, key, readings, uncertainWorlds, type UncertainWorld } from './uncertain-world.ts'
import { companyOf } from './world.ts'

/**
 * Practice scores that are all known, or adoptions (1 or 0) of which some are not: what is mixed in `uncertainWorlds`
 * never meets in an answer.
 */
const practiceWorlds = uncertainWorlds.map((world) => ({ ...world, open: new Set<number>() }))
const adoptionWorlds = uncertainWorlds.map((world) => ({
  ...world,
  scores: world.scores.map((score) => (score === undefined ? undefined : Number(score > 0))),
}))

const valuesOf = (
  world: UncertainWorld,
  id: keyof typeof formulas,
  i: number,
  options: FormulaOptions = {},
): readonly number[] =>
  readings(world).flatMap((reading) => {
    const { values, defined } = formulas[id].compute(companyOf(reading), options)
    return defined[i] ? [values[i] as number] : []
  })

const ids = Object.keys(formulas) as (keyof typeof formulas)[]
/** SPMON has no value where nobody is rated; its bounds take that for 0, and so may be wider. */
const tight = ids.filter((id) => id !== 'spmon')

describe('bounds over what is uncertain, against every reading one by one', () => {
  it.each(tight)('%s: the least and the most of all readings, no wider', (id) =>
    holds(
      fc.oneof(practiceWorlds, adoptionWorlds),
      (world) => {
        const found = doubtsOf(world)
        for (let i = 0; i < world.scores.length; i++) {
          const values = valuesOf(world, id, i)
          const bounds = formulas[id].bounds(found, i)
          if (values.length === 0) continue
          expect(bounds?.min).toBeCloseTo(Math.min(...values), 11)
          expect(bounds?.max).toBeCloseTo(Math.max(...values), 11)
        }
      },
      250,
    ),
  )

  it.each(ids)('%s: hold every reading under every option', (id) =>
    holds(
      fc.tuple(
        uncertainWorlds,
        fc.record({
          minObserved: fc.integer({ min: 1, max: 3 }),
          self: fc.constantFrom('exclude' as const, 'include' as const),
          missing: fc.constantFrom('renormalise' as const, 'zero' as const),
        }),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
      ),
      ([world, more, weights]) => {
        const options: FormulaOptions = {
          ...more,
          igoWeight: Float64Array.from(weights.slice(0, world.members.length)),
        }
        const found = doubtsOf(world)
        for (let i = 0; i < world.scores.length; i++) {
          const bounds = formulas[id].bounds(found, i, options)
          for (const value of valuesOf(world, id, i, options)) {
            expect(value).toBeGreaterThanOrEqual((bounds?.min ?? NaN) - 1e-11)
            expect(value).toBeLessThanOrEqual((bounds?.max ?? NaN) + 1e-11)
          }
        }
      },
      250,
    ),
  )

  it('are the value itself where nothing uncertain bears on a state', () => {
    // o1 = {A, B} is certain; whether C sits with D in o2 does not matter to A.
    const world: UncertainWorld = {
      scores: [8, 6, 2, 0],
      members: [
        [0, 1],
        [2, 3],
      ],
      exposed: [
        [0, 1],
        [2, 3],
      ],
      maybePartner: new Set([key(1, 2)]),
      maybeExposed: new Set(),
      open: new Set(),
    }
    const never = () => expect.unreachable('nothing uncertain bears on A')
    expect(boundsAround(6, doubtsOf(world), 0, never)).toEqual({ min: 6, max: 6 })
    expect(boundsAround(6, undefined, 0, never)).toEqual({ min: 6, max: 6 })
  })

  it('many uncertain memberships of BIN are taken one by one, and the bounds still hold', () => {
    // A may sit with each of twelve partners; whoever is in, the mean lies between the lowest and the highest of them.
    const partners = Array.from({ length: 12 }, (_, j) => j + 1)
    const members = partners.map((j) => [0, j])
    const world: UncertainWorld = {
      scores: [0, ...partners],
      members,
      exposed: members,
      maybePartner: new Set(),
      maybeExposed: new Set(partners.map((j) => key(j - 1, 0))),
      open: new Set(),
    }
    expect(formulas.bin.bounds(doubtsOf(world), 0)).toEqual({ min: 1, max: 12 })
  })
})
