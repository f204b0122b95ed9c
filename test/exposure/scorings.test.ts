import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { narrowedTo, withScores } from '../../src/exposure/company.ts'
import { formulas } from '../../src/exposure/formulas/index.ts'
import { holds, twoSidedWorlds, worlds } from './arbitrary.ts'
import { fraction, isExactly } from './fraction.ts'
import { exactDc, exactMm } from './reference.ts'
import { doubtsOf, uncertainWorlds } from './uncertain-world.ts'
import { companyOf, type World } from './world.ts'

/** Scores of every kind that are cut in another way: whole, of every size, and too far apart to be added exactly. */
const drawn = fc.oneof(
  fc.array(fc.integer({ min: -10, max: 10 }), { minLength: 8, maxLength: 8 }),
  fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 8, maxLength: 8 }),
  fc.array(fc.constantFrom(1e-300, 1, 1e300, 0, 1 / 3), { minLength: 8, maxLength: 8 }),
)
const flags = fc.array(fc.constantFrom(0, 1), { minLength: 8, maxLength: 8 })
const scorings = fc.array(fc.record({ scores: drawn, rated: flags }), { minLength: 1, maxLength: 9 })

describe('several scorings of the same seats', () => {
  it.each(Object.values(formulas))('$label of each is that of it alone, to the last bit', ({ compute, computeEach }) =>
    holds(
      fc.tuple(fc.oneof(worlds, twoSidedWorlds), scorings, fc.integer({ min: 1, max: 3 })),
      ([world, those, minPartners]) => {
        const company = companyOf(world)
        const n = world.scores.length
        const companies = those.map(({ scores, rated }) => withScores(company, scores.slice(0, n), rated.slice(0, n)))
        const options = { minPartners }
        expect(computeEach(companies, options)).toEqual(companies.map((one) => compute(one, options)))
      },
      150,
    ),
  )

  it('MM and DC of each are those of the slow reference', () =>
    holds(fc.tuple(worlds, fc.array(flags, { minLength: 2, maxLength: 6 })), ([world, masks]) => {
      const n = world.scores.length
      const others = masks.map((mask, by): World => ({
        ...world,
        scores: world.scores.map((score, i) => (mask[i] ? (score ?? i) + by : undefined)),
      }))
      const company = companyOf(world)
      const companies = others.map(({ scores }) =>
        withScores(
          company,
          scores.map((score) => score ?? 0),
          scores.map((score) => (score === undefined ? 0 : 1)),
        ),
      )
      for (const [{ computeEach }, exact] of [
        [formulas.mm, exactMm],
        [formulas.dc, exactDc],
      ] as const)
        for (const [at, { values, defined }] of computeEach(companies).entries()) {
          const expected = Array.from({ length: n }, (_, i) => exact(others[at]!, i))
          expect([...defined]).toEqual(expected.map((one) => (one === undefined ? 0 : 1)))
          const off = expected.filter((one, i) => one !== undefined && !isExactly(values[i]!, one, fraction(30)))
          expect(off).toEqual([])
        }
    }))
})

describe('a company narrowed to one state', () => {
  it('gives it the same numbers, and takes nothing from the others afterwards', () =>
    holds(fc.oneof(worlds, twoSidedWorlds), (world) => {
      for (const { compute } of Object.values(formulas)) {
        const company = companyOf(world)
        const alone = world.scores.map((_, i) => compute(narrowedTo(company, i)))
        const together = compute(company)
        expect(together).toEqual(compute(companyOf(world)))
        for (const part of ['values', 'defined', 'degree', 'coverage'] as const)
          expect(alone.map((one, i) => one[part][i])).toEqual([...together[part]])
      }
    }))
})

describe('bounds that two scorings give', () => {
  it('are those of a search, to the last bit', () => {
    let met = 0
    const { dc } = formulas
    const adoptions = uncertainWorlds.map((world) => ({
      ...world,
      scores: world.scores.map((score) => (score === undefined ? undefined : Number(score > 0))),
      maybePartner: new Set<string>(),
      maybeExposed: new Set<string>(),
    }))
    holds(fc.oneof(adoptions, uncertainWorlds), (world) => {
      const doubts = doubtsOf(world)
      const extremes = dc.extremes?.(doubts)
      if (extremes === undefined) return
      const [value, lowest, highest] = dc.computeEach([
        doubts.company,
        ...extremes.map(({ scores, rated }) => withScores(doubts.company, scores, rated)),
      ])
      for (let i = 0; i < world.scores.length; i++) {
        if (!value!.defined[i]) continue
        met++
        expect({ min: lowest!.values[i]! + 0, max: highest!.values[i]! + 0 }).toEqual(dc.bounds(doubts, i))
      }
    })
    expect(met).toBeGreaterThan(100)
  })
})
