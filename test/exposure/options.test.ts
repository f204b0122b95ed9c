import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formulaOf, formulas } from '../../src/exposure/formulas/index.ts'
import { readingOf } from '../../src/exposure/reading.ts'
import { expectClose, holds, realScores, twoSidedWorlds, worlds } from './arbitrary.ts'
import { companyOf, toyWorld, type World } from './world.ts'

const { mm, dc, bin, ti } = formulas
const toy = companyOf(toyWorld)

describe('missing scores as zero', () => {
  it.each([mm, dc, bin])(
    '$label is what it is with every missing score filled in as 0, where anybody is rated',
    ({ compute }) =>
      holds(fc.tuple(worlds, fc.integer({ min: 1, max: 3 })), ([world, minObserved]) => {
        const zero = compute(companyOf(world), { missing: 'zero', minObserved })
        const filled = compute(companyOf({ ...world, scores: world.scores.map((score) => score ?? 0) }), {
          minObserved,
        })
        const told = world.scores.flatMap((_, i) => (zero.defined[i] ? [i] : []))
        expect(told.map((i) => [1, zero.values[i]])).toEqual(told.map((i) => [filled.defined[i], filled.values[i]]))
      }),
  )
  it('does not make up a value out of nothing but missing scores', () => {
    const unrated = companyOf({ scores: [1, undefined, undefined], members: [[0, 1, 2]] })
    for (const { compute } of Object.values(formulas))
      expect([...compute(unrated, { missing: 'zero' }).defined]).toEqual([0, 1, 1])
  })
})

describe('weights of organisations', () => {
  it.each(Object.values(formulas))(
    'a weight of 0 is as if the organisation were not there, under $label',
    ({ compute }) =>
      holds(fc.tuple(worlds, fc.nat()), ([world, k]) => {
        const dropped = k % world.members.length
        const igoWeight = Float64Array.from(world.members, (_, o) => (o === dropped ? 0 : 1))
        const without = compute(companyOf({ ...world, members: world.members.map((m, o) => (o === dropped ? [] : m)) }))
        expect(compute(companyOf(world), { igoWeight })).toEqual(without)
      }),
  )
  // Weights that are given, though all are 1, keep a formula from what it does where there are none.
  const ones = (world: World) => ({ igoWeight: new Float64Array(world.members.length).fill(1) })
  it.each(Object.values(formulas))('of 1 are as if none were given, to the last bit, under $label', ({ compute }) =>
    holds(fc.tuple(fc.oneof(worlds, twoSidedWorlds), fc.integer({ min: 1, max: 3 })), ([world, minPartners]) => {
      const [plain, weighted] = [{}, ones(world)].map((how) => compute(companyOf(world), { minPartners, ...how }))
      expect(plain).toEqual(weighted)
    }),
  )
  it.each(Object.values(formulas))('nor does it matter what scores are, but for rounding, under $label', (formula) =>
    holds(fc.tuple(worlds, realScores(8)), ([{ scores, members }, real]) => {
      const world: World = { members, scores: scores.map((score, i) => (score === undefined ? undefined : real[i])) }
      const [plain, weighted] = [{}, ones(world)].map((how) => formula.compute(companyOf(world), how))
      expect([plain?.defined, plain?.degree]).toEqual([weighted?.defined, weighted?.degree])
      expect(plain?.coverage).toEqual(weighted?.coverage)
      expectClose(plain?.values, weighted?.values, 13)
    }),
  )
  it('weigh the means: A with o1 twice is (2·6 + 8/3 + 1) / 4', () =>
    expect(mm.compute(toy, { igoWeight: Float64Array.of(2, 1, 1, 1) }).values[0]).toBeCloseTo(
      (2 * 6 + 8 / 3 + 1) / 4,
      14,
    ))
})

describe('a minimum of partners', () => {
  /** Under SPMON missing scores count for `minObserved`, so that other organisations count. */
  const overRated = Object.values(formulas).filter(({ id }) => id !== 'spmon')
  it.each(overRated)('$label has a value only where so many different partners are rated', (formula) =>
    holds(fc.tuple(worlds, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })), (drawn) => {
      const [world, minPartners, minObserved] = drawn
      const [all, some] = [1, minPartners].map((least) =>
        formula.compute(companyOf(world), { minPartners: least, minObserved }),
      )
      const isEnough = world.scores.map((_, i) => {
        const counting = world.members
          .filter((members) => members.includes(i))
          .map((members) => members.filter((j) => j !== i && world.scores[j] !== undefined))
          .filter((rated) => rated.length >= minObserved)
        return new Set(counting.flat()).size >= minPartners
      })
      expect([...(some?.defined ?? [])]).toEqual(isEnough.map(Number))
      const told = (values: Float64Array | undefined) => values?.filter((_, i) => isEnough[i])
      expect(told(some?.values)).toEqual(told(all?.values))
    }),
  )
  it('is not reached by meeting one partner in three organisations', () => {
    const twice = companyOf({
      scores: [1, 2],
      members: [
        [0, 1],
        [0, 1],
        [0, 1],
      ],
    })
    for (const { compute } of Object.values(formulas))
      expect([...compute(twice, { minPartners: 2 }).defined]).toEqual([0, 0])
    expect(readingOf(twice, mm.compute(twice, { minPartners: 2 }), 0)).toMatchObject({ missing: 'too-few-rated' })
  })
})

describe('two sides of membership', () => {
  // C observes: it is exposed to A and B, and they are not exposed to it.
  const observed = companyOf({ scores: [4, 6, 0], members: [[0, 1]], exposed: [[0, 1, 2]] })
  it.each([mm, dc, bin])('under $label an observer is exposed without being a partner', ({ compute }) =>
    expect([...compute(observed).values]).toEqual([6, 4, 5]),
  )
  it('self: include adds nobody to an organisation of which the state is no alter', () =>
    expect([...mm.compute(observed, { self: 'include' }).values]).toEqual([5, 5, 5]))
})

describe('the size of the system, for TI', () => {
  it('is the company by default, and can be given', () => {
    expect(ti.compute(toy).values[0]).toBe(4)
    expect(ti.compute(toy, { systemSize: 9 }).values[0]).toBe(2)
  })
})

describe('a reading', () => {
  const world = companyOf({
    scores: [1, undefined, undefined, 2, 3, 5],
    members: [[0, 1, 2], [3], [1, 2, 4, 5], [0, 4]],
  })
  const read = (i: number, minCoverage?: number) => readingOf(world, dc.compute(world), i, { minCoverage })
  it('is a value with degree and coverage', () => expect(read(1)).toEqual({ value: 3, degree: 3, coverage: 3 / 5 }))
  it('is withheld below half of the weight', () =>
    expect(read(0)).toEqual({ missing: 'low-coverage', degree: 1, coverage: 1 / 3 }))
  it('is given on request', () => expect(read(0, 0.3)).toMatchObject({ value: 3 }))
  it('is given at exactly half of the weight', () => expect(read(4)).toMatchObject({ value: 3, coverage: 1 / 2 }))
  it('says that a state sits alone', () => expect(read(3)).toMatchObject({ missing: 'no-partner' }))
  it('says that a state belongs to nothing', () => {
    const alone = companyOf({ scores: [1, 2], members: [[1]] })
    expect(readingOf(alone, mm.compute(alone), 0)).toEqual({ missing: 'no-organisation', degree: 0, coverage: 0 })
  })
  it('says that no partner is rated', () => {
    const unrated = companyOf({ scores: [1, undefined], members: [[0, 1]] })
    expect(readingOf(unrated, mm.compute(unrated), 0)).toEqual({ missing: 'too-few-rated', degree: 0, coverage: 0 })
  })
})

describe('a wrong option', () => {
  it.each([
    [{ minObserved: 0 }, 'minObserved is 0; expected a whole number, 1 or more.'],
    [{ minPartners: 1.5 }, 'minPartners is 1.5; expected a whole number, 1 or more.'],
    [{ discount: 0 }, 'discount is 0; expected a number above 0, up to 1.'],
    [{ igoWeight: new Float64Array(3) }, 'igoWeight has 3 entries; expected 4, one for each organisation.'],
    [{ igoWeight: Float64Array.of(1, -1, 1, 1) }, 'igoWeight[1] (o2) is -1; expected a finite number, not negative.'],
  ])('%o is refused by name', (options, sentence) => expect(() => mm.compute(toy, options)).toThrow(sentence))
  it('an unknown formula is refused with the known ones', () =>
    expect(() => formulaOf('spmom')).toThrow(
      expect.objectContaining({ code: 'unknown-formula', hint: 'Closest: spmon.' }),
    ))
  it('a state that is not there is refused', () =>
    expect(() => mm.explain(toy, 5)).toThrow('state is 5; expected its index, from 0 to 4.'))
})
