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

/** Of each state the least and the most that any reading says; undefined where none gives it a value. */
const extremesOf = (world: UncertainWorld, id: keyof typeof formulas, options: FormulaOptions = {}) => {
  const found: ({ readonly min: number; readonly max: number } | undefined)[] = world.scores.map(() => undefined)
  for (const reading of readings(world)) {
    const { values, defined } = formulas[id].compute(companyOf(reading), options)
    found.forEach((one, i) => {
      const value = values[i] as number
      if (defined[i]) found[i] = { min: Math.min(one?.min ?? value, value), max: Math.max(one?.max ?? value, value) }
    })
  }
  return found
}

const ids = Object.keys(formulas) as (keyof typeof formulas)[]
/** SPMON has no value where nobody is rated; its bounds take that for 0, and so may be wider. */
const tight = ids.filter((id) => id !== 'spmon')

describe('bounds over what is uncertain, against every reading one by one', () => {
  it.each(tight)('%s: the least and the most of all readings, no wider', (id) =>
    holds(
      fc.oneof(practiceWorlds, adoptionWorlds),
      (world) => {
        const found = doubtsOf(world)
        extremesOf(world, id).forEach((extremes, i) => {
          const bounds = formulas[id].bounds(found, i)
          if (extremes === undefined) return
          expect(bounds?.min).toBeCloseTo(extremes.min, 11)
          expect(bounds?.max).toBeCloseTo(extremes.max, 11)
        })
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
        extremesOf(world, id, options).forEach((extremes, i) => {
          const bounds = formulas[id].bounds(found, i, options)
          if (extremes === undefined) return
          expect(extremes.min).toBeGreaterThanOrEqual((bounds?.min ?? NaN) - 1e-11)
          expect(extremes.max).toBeLessThanOrEqual((bounds?.max ?? NaN) + 1e-11)
        })
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
