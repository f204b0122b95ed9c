import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adoptionExposure, adoptionExposureOf } from '../../src/diffusion/adoption-exposure.ts'
import { thresholds } from '../../src/diffusion/threshold.ts'
import { dc } from '../../src/exposure/formulas/dc.ts'
import { sharedOrganisationsOf, sharedOrganisationWeights } from '../../src/exposure/shared-organisations.ts'
import { holds, worlds } from '../exposure/arbitrary.ts'
import { companyOf, toyWorld } from '../exposure/world.ts'
import { adoptedIn } from './adopted-in.ts'

// AB 2, AC 2, AD 2, BC 1, BD 1, CD 2
const weights = Float64Array.of(0, 2, 2, 2, 2, 0, 1, 1, 2, 1, 0, 2, 2, 1, 2, 0)
const toyAdoption = [1, 2, 3, undefined].map(adoptedIn)
const by = (...adopted: number[]) => adoptionExposure({ weights, adopted: Uint8Array.from(adopted) })

describe('the toy world: A adopts in year 1, B in 2, C in 3, D never', () => {
  it('has the weights of the exposure toy, without E', () => {
    const withoutE = companyOf({ scores: [8, 6, 2, 0], members: toyWorld.members.map((m) => m.filter((i) => i < 4)) })
    expect(sharedOrganisationWeights(withoutE)).toEqual(weights)
  })
  it('says the same of one state alone, whoever has adopted and of whomever it is known', () => {
    const withoutE = companyOf({ scores: [8, 6, 2, 0], members: toyWorld.members.map((m) => m.filter((i) => i < 4)) })
    const weightsOf = sharedOrganisationsOf(withoutE)
    const flags = (bits: number) => Uint8Array.from([0, 1, 2, 3], (j) => (bits >> j) & 1)
    for (let bits = 0; bits < 256; bits++) {
      const [adopted, known] = [flags(bits & 15), flags(bits >> 4)]
      const { values, defined } = adoptionExposure({ weights, adopted, known })
      expect([0, 1, 2, 3].map((i) => adoptionExposureOf(i, weightsOf(i), adopted, known))).toEqual(
        [...values].map((value, i) => (defined[i] === 1 ? value : undefined)),
      )
    }
  })
  it('exposes, at lag 0, in year 1: A 0, B 1/2, C 2/5, D 2/5', () =>
    expect([...by(1, 0, 0, 0).values]).toEqual([0, 1 / 2, 2 / 5, 2 / 5]))
  it('in year 2: A 1/3, B 1/2, C 3/5, D 3/5', () =>
    expect([...by(1, 1, 0, 0).values]).toEqual([1 / 3, 1 / 2, 3 / 5, 3 / 5]))
  it('in year 3: A 2/3, B 3/4, C 3/5, D 1', () => expect([...by(1, 1, 1, 0).values]).toEqual([2 / 3, 3 / 4, 3 / 5, 1]))
  it('counts partners and adopters among them', () => {
    const { degree, adopters } = by(1, 1, 0, 0)
    expect([[...degree], [...adopters]]).toEqual([
      [3, 3, 3, 3],
      [1, 1, 2, 2],
    ])
  })
  it('has the lag-1 thresholds B 1/2, C 3/5; A and D are censored', () =>
    expect(thresholds({ first: 1, weightsIn: () => weights, adopted: toyAdoption })).toEqual([
      { missing: 'adopted-before-observation' },
      { year: 2, threshold: 1 / 2, degree: 3 },
      { year: 3, threshold: 3 / 5, degree: 3 },
      { missing: 'never-adopted' },
    ]))
  it('at lag 0 the adopters of the same year count, and A has a threshold of 0', () =>
    expect(thresholds({ first: 1, weightsIn: () => weights, adopted: toyAdoption, lag: 0 })).toMatchObject([
      { threshold: 0 },
      { threshold: 1 / 2 },
      { threshold: 3 / 5 },
      { missing: 'never-adopted' },
    ]))
})

describe('exposure to adopters', () => {
  it('is undefined for an isolate, not 0', () => {
    const { defined, degree } = adoptionExposure({ weights: new Float64Array(4), adopted: Uint8Array.of(1, 0) })
    expect([[...defined], [...degree]]).toEqual([
      [0, 0],
      [0, 0],
    ])
  })
  it('never counts the state itself, whatever stands on the diagonal', () => {
    const own = adoptionExposure({ weights: Float64Array.of(9, 1, 1, 9), adopted: Uint8Array.of(1, 0) })
    expect([...own.values]).toEqual([0, 1])
  })
  it('leaves out partners of whom nothing is known, and covers less', () => {
    const { values, coverage } = adoptionExposure({
      weights,
      adopted: Uint8Array.of(0, 1, 0, 0),
      known: Uint8Array.of(1, 1, 0, 1),
    })
    expect([values[0], coverage[0]]).toEqual([1 / 2, 4 / 6])
  })
  it('weighs partners by an attribute', () => {
    const { values } = adoptionExposure({
      weights,
      adopted: Uint8Array.of(0, 1, 0, 0),
      attribute: Float64Array.of(1, 3, 1, 0),
    })
    expect(values[0]).toBe(6 / 8)
  })
  it('is DC, with adoption as the score', () =>
    holds(
      worlds.chain((world) => fc.tuple(fc.constant(world), fc.infiniteStream(fc.boolean()))),
      ([world, coins]) => {
        const adopted = world.scores.map(() => (coins.next().value ? 1 : 0))
        const company = companyOf({ ...world, scores: adopted })
        const [lag, exposure] = [
          dc.compute(company),
          adoptionExposure({
            weights: sharedOrganisationWeights(company),
            adopted: Uint8Array.from(adopted),
          }),
        ]
        expect(exposure).toMatchObject({
          values: lag.values,
          defined: lag.defined,
          degree: lag.degree,
          coverage: lag.coverage,
        })
      },
    ))
  it('refuses weights of another size', () =>
    expect(() => adoptionExposure({ weights: new Float64Array(3), adopted: new Uint8Array(2) })).toThrow(
      'weights has 3 entries; expected 4.',
    ))
  it('refuses a weight that is none', () =>
    expect(() => adoptionExposure({ weights: Float64Array.of(0, NaN, 1, 0), adopted: new Uint8Array(2) })).toThrow(
      'weights[1] is NaN',
    ))
})

describe('a threshold in a world with exits', () => {
  const pair = Float64Array.of(0, 1, 1, 0)
  const adopted = [[{ from: 1, until: 3 }], adoptedIn(5)]
  it('has met the adopter that left, cumulatively', () =>
    expect(thresholds({ first: 1, weightsIn: () => pair, adopted })[1]).toMatchObject({ threshold: 1 }))
  it('has met nobody, currently', () =>
    expect(thresholds({ first: 1, weightsIn: () => pair, adopted, mode: 'current' })[1]).toMatchObject({
      threshold: 0,
    }))
  it('is undefined where there was no partner yet', () =>
    expect(thresholds({ first: 1, weightsIn: (year) => (year < 5 ? new Float64Array(4) : pair), adopted })[1]).toEqual({
      missing: 'no-partner',
    }))
})
