import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formulas } from '../../src/exposure/formulas/index.ts'
import { mm } from '../../src/exposure/formulas/mm.ts'
import { dc } from '../../src/exposure/formulas/dc.ts'
import { max } from '../../src/exposure/formulas/max.ts'
import { raw } from '../../src/exposure/formulas/raw.ts'
import { sum } from '../../src/exposure/sum.ts'
import { holds, realScores, twoSidedWorlds } from './arbitrary.ts'
import { companyOf, toyWorld, type World } from './world.ts'

interface Contributing {
  readonly contribution: number
}

/** The guarantee of `explanation.ts`. */
const addUp = (terms: readonly Contributing[], value: number): boolean => {
  const contributions = terms.map(({ contribution }) => contribution)
  return Math.abs(sum(contributions) - value) <= 2 ** -49 * sum(contributions.map(Math.abs))
}

const realWorlds = twoSidedWorlds.chain((world) =>
  realScores(world.scores.length).map((real): World => ({
    ...world,
    scores: world.scores.map((score, i) => (score === undefined ? undefined : real[i])),
  })),
)

const cases = fc.tuple(
  realWorlds,
  fc.record({
    self: fc.constantFrom('exclude' as const, 'include' as const),
    missing: fc.constantFrom('renormalise' as const, 'zero' as const),
    minObserved: fc.integer({ min: 1, max: 3 }),
  }),
  fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 3, noNaN: true })), { minLength: 7, maxLength: 7 }),
)

/** One organisation decides MAX: of all that it compares it is the only term. */
const hasOneTerm = (id: string): boolean => id === 'max'

describe.each(Object.values(formulas))('the terms of $label', ({ id, compute, explain }) => {
  it('add up to the value, under every option', () =>
    holds(cases, ([world, options, weights]) => {
      const company = companyOf(world)
      const how = { ...options, igoWeight: Float64Array.from(company.organisations, (_, o) => weights[o]!) }
      const { values, defined, degree } = compute(company, how)
      world.scores.forEach((_, i) => {
        const why = explain(company, i, how)
        expect(why !== undefined).toBe(defined[i] === 1)
        if (why === undefined) return
        expect(why.value).toBe(values[i])
        expect(why.terms).toHaveLength(hasOneTerm(id) ? 1 : degree[i]!)
        expect(addUp(why.terms, why.value)).toBe(true)
        if (why.by === 'organisation')
          expect(why.terms.every(({ partners, contribution }) => addUp(partners, contribution))).toBe(true)
      })
    }))
})

describe('the weights of the averages', () => {
  it.each([formulas.mm, formulas.dc, formulas.bin, formulas.max])('sum to 1 under $label', ({ explain }) =>
    holds(realWorlds, (world) => {
      const company = companyOf(world)
      world.scores.forEach((_, i) => {
        const why = explain(company, i)
        if (why !== undefined) expect(sum(why.terms.map(({ weight }) => weight))).toBeCloseTo(1, 14)
      })
    }),
  )
})

describe('an explanation, as one reads it', () => {
  const toy = companyOf(toyWorld)
  it('MM of D: two organisations, and o4 left out', () => {
    expect(mm.explain(toy, 3)).toMatchObject({
      by: 'organisation',
      state: 'D',
      degree: 2,
      unrated: ['E'],
      leftOut: ['o4'],
      terms: [
        {
          organisation: 'o2',
          weight: 1 / 2,
          value: 16 / 3,
          contribution: 8 / 3,
          partners: [{ partner: 'A' }, { partner: 'B' }, { partner: 'C' }],
        },
        {
          organisation: 'o3',
          weight: 1 / 2,
          value: 5,
          contribution: 5 / 2,
          partners: [{ partner: 'A' }, { partner: 'C' }],
        },
      ],
    })
  })
  it('MAX of A: o1 alone, with B in it', () => {
    expect(max.explain(toy, 0)).toMatchObject({
      value: 6,
      degree: 3,
      unrated: ['E'],
      leftOut: [],
      terms: [
        {
          organisation: 'o1',
          weight: 1,
          value: 6,
          contribution: 6,
          partners: [{ partner: 'B', weight: 1, value: 6, contribution: 6 }],
        },
      ],
    })
  })
  it('MAX: of organisations with the same mean the one whose id comes first', () => {
    // B, C and D meet A in o1, o2 and o3; A meets means of 4, 5 and 5.
    const tied = companyOf({
      scores: [0, 4, 5, 5],
      members: [
        [0, 1],
        [0, 3],
        [0, 2],
      ],
    })
    const why = (company: typeof tied) => max.explain(company, 0)?.terms.map((term) => Object.values(term)[0])
    expect(why(tied)).toEqual(['o2'])
    expect(why({ ...tied, organisations: ['c', 'b', 'a'] })).toEqual(['a'])
  })
  it('RAW of A: the shared organisations are the weights', () => {
    expect(raw.explain(toy, 0)).toMatchObject({
      value: 16,
      terms: [
        { partner: 'B', organisations: ['o1', 'o2'], weight: 2, value: 6, contribution: 12 },
        { partner: 'C', organisations: ['o2', 'o3'], weight: 2, value: 2, contribution: 4 },
        { partner: 'D', organisations: ['o2', 'o3'], weight: 2, value: 0, contribution: 0 },
      ],
    })
  })
  it('DC of A: one term for each rated partner, with what they share', () => {
    expect(dc.explain(toy, 0)).toMatchObject({
      by: 'partner',
      terms: [
        { partner: 'B', organisations: ['o1', 'o2'], weight: 1 / 3, value: 6, contribution: 2 },
        { partner: 'C', organisations: ['o2', 'o3'], weight: 1 / 3, value: 2, contribution: 2 / 3 },
        { partner: 'D', organisations: ['o2', 'o3'], weight: 1 / 3, value: 0, contribution: 0 },
      ],
    })
  })
})
