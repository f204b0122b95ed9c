import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withPast, type Company } from '../../src/exposure/company.ts'
import { formulas } from '../../src/exposure/formulas/index.ts'
import { sum } from '../../src/exposure/sum.ts'
import { boundsAround } from '../../src/exposure/doubts/bounds.ts'
import { expectClose, holds, worlds } from './arbitrary.ts'
import { exactly, fraction, isExactly, parse } from './fraction.ts'
import { exactYears } from './reference.ts'
import { doubtsOf, key, readings, uncertainWorlds, type UncertainWorld } from './uncertain-world.ts'
import { companyOf, toyWorld, type World } from './world.ts'

const { dc, years } = formulas

type Members = World['members']

/** A world, with the members of each organisation one year before, two years before, and so on. */
const companyWith = (world: World, past: readonly Members[]): Company =>
  withPast(
    companyOf(world),
    past.map((members) => companyOf({ scores: world.scores, members })),
  )

const datedWorlds: fc.Arbitrary<readonly [World, readonly Members[]]> = worlds.chain((world) =>
  fc.tuple(
    fc.constant(world),
    fc.array(fc.tuple(...world.members.map(() => fc.subarray(world.scores.map((_, i) => i)))), { maxLength: 12 }),
  ),
)

/** To 4 units in the last place of the largest score that these worlds have. */
const largest = fraction(10)

describe('shared membership-years', () => {
  // o1 = {A, B} for ten years, the day's among them; o2 = {A, C} for two. y: A is unrated, B = 6, C = 2.
  const world: World = {
    scores: [undefined, 6, 2],
    members: [
      [0, 1],
      [0, 2],
    ],
  }
  const both = [
    [0, 1],
    [0, 2],
  ]
  const first = [[0, 1], []]
  const tenAndTwo = companyWith(world, [both, ...Array.from({ length: 8 }, () => first)])

  it('ten with B at 6 and two with C at 2 are (10·6 + 2·2)/12 = 16/3', () => {
    expect(isExactly(years.compute(tenAndTwo).values[0]!, parse('16/3'))).toBe(true)
    expect(dc.compute(tenAndTwo).values[0]).toBe(4)
    expect(years.explain(tenAndTwo, 0)).toMatchObject({
      by: 'partner',
      terms: [
        { partner: 'B', organisations: ['o1'], weight: 10 / 12, value: 6, contribution: 5 },
        { partner: 'C', organisations: ['o2'], weight: 2 / 12, value: 2, contribution: 1 / 3 },
      ],
    })
  })
  it('discounted by a half, B has 2 − 1/512 and C 3/2: (6·1023/512 + 2·3/2) / (1023/512 + 3/2) = 7674/1791', () =>
    expect(isExactly(years.compute(tenAndTwo, { discount: 0.5 }).values[0]!, parse('7674/1791'))).toBe(true))
  it('go on counting where a membership ended, and bring partners of former days', () => {
    // B left o1 two years ago, after three years; A and C have shared o2 on the day alone.
    const left = companyWith({ ...world, members: [[0], [0, 2]] }, [[[0], []], first, first, first])
    expect(years.compute(left).values[0]).toBe((3 * 6 + 1 * 2) / 4)
    expect(years.compute(left).degree[0]).toBe(2)
    expect(dc.compute(left).values[0]).toBe(2)
    expect(years.explain(left, 0)).toMatchObject({ leftOut: [] })
  })
  it('take the scores of the day, and leave uncovered what has none: three of five years with somebody rated', () => {
    const unrated: World = { ...world, scores: [1, 6, undefined] }
    const company = companyWith(unrated, [both, first])
    expect(years.compute(company)).toMatchObject({ values: Float64Array.of(6, 1, 1) })
    expect(years.compute(company).coverage[0]).toBe(3 / 5)
    expect(years.explain(company, 0)).toMatchObject({ unrated: ['C'] })
  })
  it('an organisation counts in the years in which it offers enough rated partners', () => {
    // o1 had A, B and C a year ago; on the day A and B alone.
    const company = companyWith({ ...world, members: [[0, 1], []] }, [[[0, 1, 2], []]])
    expect(years.compute(company, { minObserved: 2 }).values[0]).toBe(4)
    expect(years.compute(company).values[0]).toBe((2 * 6 + 2) / 3)
  })
})

describe('what must hold for every past', () => {
  it('the value is that of the slow reference, at every discount', () =>
    holds(fc.tuple(datedWorlds, fc.constantFrom(1, 0.5, 0.9, 1 / 3)), ([[world, past], discount]) => {
      const { values, defined } = years.compute(companyWith(world, past), { discount })
      const expected = world.scores.map((_, i) => exactYears(world, past, i, exactly(discount)))
      expect([...defined]).toEqual(expected.map((one) => (one === undefined ? 0 : 1)))
      expect(expected.filter((one, i) => one !== undefined && !isExactly(values[i]!, one, largest))).toEqual([])
    }))
  it('it lies among the scores of all partners, present and former, and no score of its own is read', () =>
    holds(datedWorlds, ([world, past]) => {
      const { values, defined } = years.compute(companyWith(world, past))
      world.scores.forEach((_, i) => {
        const shares = (j: number): boolean =>
          j !== i && [world.members, ...past].some((all) => all.some((list) => list.includes(i) && list.includes(j)))
        const partners = world.scores.filter((score, j) => score !== undefined && shares(j)) as number[]
        expect(defined[i]).toBe(partners.length > 0 ? 1 : 0)
        if (!defined[i]) return
        expect(values[i]).toBeGreaterThanOrEqual(Math.min(...partners) - 1e-14)
        expect(values[i]).toBeLessThanOrEqual(Math.max(...partners) + 1e-14)
        const other = { ...world, scores: world.scores.map((score, j) => (j === i ? 77 : score)) }
        expect(years.compute(companyWith(other, past)).values[i]).toBe(values[i])
      })
    }))
  it('it is DC where there is no past, and where the past is as the day', () =>
    holds(fc.tuple(worlds, fc.nat({ max: 5 })), ([world, n]) => {
      const lag = dc.compute(companyOf(world))
      expect(years.compute(companyOf(world))).toEqual(lag)
      const same = years.compute(
        companyWith(
          world,
          Array.from({ length: n }, () => world.members),
        ),
      )
      expect(same.defined).toEqual(lag.defined)
      expectClose(same.values, lag.values, 12)
    }))
  it('the terms add up to the value, under every option', () => {
    const options = fc.record({
      self: fc.constantFrom('exclude' as const, 'include' as const),
      missing: fc.constantFrom('renormalise' as const, 'zero' as const),
      minObserved: fc.integer({ min: 1, max: 3 }),
      discount: fc.constantFrom(1, 0.9),
    })
    holds(fc.tuple(datedWorlds, options), ([[world, past], how]) => {
      const company = companyWith(world, past)
      const { values, defined, degree } = years.compute(company, how)
      world.scores.forEach((_, i) => {
        const why = years.explain(company, i, how)
        expect(why !== undefined).toBe(defined[i] === 1)
        if (why === undefined) return
        const contributions = why.terms.map(({ contribution }) => contribution)
        expect(why.value).toBe(values[i])
        expect(why.terms).toHaveLength(degree[i]!)
        const off = Math.abs(sum(contributions) - why.value)
        expect(off).toBeLessThanOrEqual(2 ** -49 * sum(contributions.map(Math.abs)))
      })
    })
  })
})

describe('bounds over what is uncertain on the day and in the years before', () => {
  /** A year before the day, with the same states and as many organisations; its own memberships may be uncertain. */
  const yearBefore = (day: UncertainWorld): fc.Arbitrary<UncertainWorld> =>
    fc
      .record({
        members: fc.tuple(...day.members.map(() => fc.subarray(day.scores.map((_, j) => j)))),
        picks: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 3 }),
      })
      .map(({ members, picks }) => {
        const maybe = { partner: new Set<string>(), exposed: new Set<string>() }
        for (const [at, k, side] of picks) {
          const o = at % members.length
          const j = members[o]?.[k % members[o].length]
          if (j !== undefined) maybe[side ? 'partner' : 'exposed'].add(key(o, j))
        }
        return { ...day, members, exposed: members, maybePartner: maybe.partner, maybeExposed: maybe.exposed }
      })

  it('hold every reading, under every option, and stay among the scores', () => {
    let wide = 0
    const options = fc.record({
      minObserved: fc.integer({ min: 1, max: 2 }),
      self: fc.constantFrom('exclude' as const, 'include' as const),
      missing: fc.constantFrom('renormalise' as const, 'zero' as const),
      discount: fc.constantFrom(1, 0.5),
    })
    const cases = uncertainWorlds
      .filter(({ maybePartner, maybeExposed, open }) => maybePartner.size + maybeExposed.size + 2 * open.size <= 5)
      .chain((day) => fc.tuple(fc.constant(day), yearBefore(day), options))
    holds(
      cases,
      ([day, before, how]) => {
        const open = doubtsOf(day)
        const found = { ...open, past: [doubtsOf(before)] }
        const certain: UncertainWorld = { ...before, open: new Set() }
        const companies = readings(day).flatMap((one) =>
          readings(certain).map((past) => withPast(companyOf(one), [companyOf({ ...past, scores: one.scores })])),
        )
        const computed = companies.map((company) => years.compute(company, how))
        day.scores.forEach((_, i) => {
          const values = computed.flatMap(({ defined, values: of }) => (defined[i] ? [of[i] as number] : []))
          const bounds = years.bounds(found, i, how)
          if (values.length > 0) {
            expect(Math.min(...values)).toBeGreaterThanOrEqual((bounds?.min ?? NaN) - 1e-11)
            expect(Math.max(...values)).toBeLessThanOrEqual((bounds?.max ?? NaN) + 1e-11)
          }
          if (bounds === undefined) return
          if (bounds.max > bounds.min + 1e-9) wide++
          expect(bounds.min).toBeGreaterThanOrEqual(-4)
          expect(bounds.max).toBeLessThanOrEqual(4)
        })
      },
      150,
    )
    expect(wide).toBeGreaterThan(30)
  })
  it('a doubt of former days alone opens them: B for three years or for two, C for one', () => {
    // o1 = {A, B} on the day and the years before, the eldest of which is uncertain; o2 = {A, C} on the day. B 6, C 2.
    const plain = {
      exposed: [
        [0, 1],
        [0, 2],
      ],
      maybePartner: new Set<string>(),
      maybeExposed: new Set<string>(),
    }
    const day: UncertainWorld = {
      scores: [undefined, 6, 2],
      members: [
        [0, 1],
        [0, 2],
      ],
      ...plain,
      open: new Set(),
    }
    const earlier = { ...day, members: [[0, 1], []], exposed: [[0, 1], []] }
    const eldest = { ...earlier, maybePartner: new Set([key(0, 1)]) }
    const found = { ...doubtsOf(day), past: [doubtsOf(earlier), doubtsOf(eldest)] }
    const bounds = boundsAround(5, found, 0, (doubts, i) => years.bounds(doubts, i))
    expect(bounds.min).toBeCloseTo((2 * 6 + 2) / 3, 14)
    expect(bounds.max).toBe((3 * 6 + 2) / 4)
    // C's company has no doubt in it: what is certain on the day and before is the value.
    expect(boundsAround(7, found, 2, () => expect.unreachable('nothing uncertain bears on C'))).toMatchObject({
      min: 7,
    })
  })
})

it('a past of another number of organisations is refused', () =>
  expect(() => withPast(companyOf(toyWorld), [companyOf({ ...toyWorld, members: [[0]] })])).toThrow(
    'past.organisations has 1 entries; expected 4, one for each organisation.',
  ))
