import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intervalAlpha, nominalAlpha } from '../../src/agreement/krippendorff-alpha.ts'

/** Rows of observers, columns of units; a dot is a missing value. */
const unitsOf = (...observers: readonly string[]): string[][] => {
  const rows = observers.map((row) => row.split(' '))
  return (rows[0] ?? []).map((_, unit) => rows.flatMap((row) => (row[unit] === '.' ? [] : (row[unit] ?? []))))
}
const numbers = (units: readonly (readonly string[])[]) => units.map((values) => values.map(Number))

// Klaus Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania, 2011.
describe("Krippendorff's alpha, as its author computes it", () => {
  it('A. binary data, two observers, ten units, no missing data: 0.095', () => {
    const { alpha, raw, units, values } = nominalAlpha(unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'))
    expect(alpha).toBeCloseTo(0.095, 3)
    // Six of ten units are coded alike.
    expect([raw, units, values]).toEqual([expect.closeTo(0.6, 12), 10, 20])
  })
  it('B. nominal data, two observers, twelve units, no missing data: 0.692', () =>
    expect(nominalAlpha(unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d')).alpha).toBeCloseTo(0.692, 3))
  const observers = [
    '1 2 3 3 2 1 4 1 2 . . .',
    '1 2 3 3 2 2 4 1 2 5 . 3',
    '. 3 3 3 2 3 4 2 2 5 1 .',
    '1 2 3 3 2 4 4 1 2 5 1 .',
  ]
  it('C. nominal data, any number of observers, missing data: 0.743, from 40 pairable values in 11 units', () =>
    expect(nominalAlpha(unitsOf(...observers))).toMatchObject({
      alpha: expect.closeTo(0.743, 3) as unknown,
      units: 11,
      values: 40,
    }))
  it('D. the same data on an interval scale: 0.849', () =>
    expect(intervalAlpha(numbers(unitsOf(...observers))).alpha).toBeCloseTo(0.849, 3))
})

describe("Krippendorff's alpha", () => {
  it('is undefined without a pair, and without variation', () => {
    expect(nominalAlpha([['a'], []])).toEqual({ alpha: null, missing: 'no-pairs', raw: null, units: 0, values: 0 })
    expect(
      nominalAlpha([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toMatchObject({ alpha: null, missing: 'no-variation', raw: 1 })
    expect(
      intervalAlpha([
        [7, 7],
        [7, 7],
      ]),
    ).toMatchObject({ alpha: null, missing: 'no-variation', raw: 1 })
  })
  it('does not depend on where days are counted from, nor on the unit of a number', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 4 }), {
          minLength: 2,
          maxLength: 8,
        }),
        fc.integer({ min: -40_000, max: 40_000 }),
        (units, shift) => {
          const plain = intervalAlpha(units)
          const moved = intervalAlpha(units.map((values) => values.map((value) => 2 * value + shift)))
          if (plain.alpha === null) expect(moved.alpha).toBeNull()
          else expect(moved.alpha).toBeCloseTo(plain.alpha, 8)
        },
      ),
    ))
  it('is the same on both scales where there are two values only', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom(0, 1), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        (units) => {
          const [nominal, interval] = [nominalAlpha(units), intervalAlpha(units)]
          expect(nominal.missing).toBe(interval.missing)
          if (nominal.alpha !== null) expect(interval.alpha).toBeCloseTo(nominal.alpha, 10)
        },
      ),
    ))
})
