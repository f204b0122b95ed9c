import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withScores } from '../../src/exposure/company.ts'
import { formulas } from '../../src/exposure/formulas/index.ts'
import { holds } from './arbitrary.ts'
import { roundedDc, roundedMm } from './in-plain-words.ts'
import { companyOf, type World } from './world.ts'

const states = 23
const everybody = Array.from({ length: states }, (_, i) => i)

/** More members and organisations than a loop takes in one turn, odd and even numbers of them. */
const seats = fc.array(fc.subarray(everybody), { minLength: 1, maxLength: 19 })
const scoresOf = (score: fc.Arbitrary<number>) =>
  fc.array(fc.option(score, { nil: undefined, freq: 4 }), { minLength: states, maxLength: states })
const wholeScores = scoresOf(fc.integer({ min: -10, max: 10 }))
const anyScores = scoresOf(fc.oneof(fc.double({ min: -5, max: 5, noNaN: true }), fc.constantFrom(0, 0.1, 1 / 3)))
/** The same order of size, so that sums of two parts are exact. */
const sameSize = anyScores.map((list) => list.map((score) => score && Math.round(score * 2 ** 40) / 2 ** 40))

const scoringsOf = (scores: fc.Arbitrary<World['scores']>) => fc.array(scores, { minLength: 1, maxLength: 6 })
const drawn = fc.oneof(scoringsOf(wholeScores), scoringsOf(sameSize), scoringsOf(fc.oneof(wholeScores, sameSize)))

describe('the loops of the kernel round as is written, in every lane', () => {
  it.each([
    [formulas.mm, roundedMm],
    [formulas.dc, roundedDc],
  ] as const)('$label', ({ computeEach }, expected) => {
    let defined = 0
    holds(
      fc.tuple(seats, drawn),
      ([members, those]) => {
        const company = companyOf({ scores: everybody.map(() => 0), members })
        const exposures = computeEach(
          those.map((scores) =>
            withScores(
              company,
              scores.map((score) => score ?? 0),
              scores.map((score) => (score === undefined ? 0 : 1)),
            ),
          ),
        )
        for (const [at, scores] of those.entries())
          for (const i of everybody) {
            const value = expected({ scores, members }, i)
            expect(exposures[at]!.defined[i]).toBe(value === undefined ? 0 : 1)
            expect(exposures[at]!.values[i]).toBe((value ?? 0) + 0)
            if (value !== undefined) defined++
          }
      },
      60,
    )
    expect(defined).toBeGreaterThan(1000)
  })
})
