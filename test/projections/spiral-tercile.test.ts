import { describe, expect, it } from 'vitest'
import { betterBy, placeAmong } from '../../projections/compose/spiral/tercile.ts'

const terciles = (values: readonly number[], direction: 'higher-is-better' | 'higher-is-worse') =>
  values.map((value) => placeAmong(value, values, direction)?.tercile)

describe('a tercile by mid-rank', () => {
  // By hand, of six: 0 and 0 (0 + 2/2)/6 = 1/6; 1 (2 + 1/2)/6 = 5/12; 4 7/12; 8 and 8 (4 + 1)/6 = 5/6.
  it('is reckoned with those that do alike as halves', () => {
    expect(terciles([0, 0, 1, 4, 8, 8], 'higher-is-better')).toEqual([
      'bottom',
      'bottom',
      'middle',
      'middle',
      'top',
      'top',
    ])
    expect(placeAmong(1, [0, 0, 1, 4, 8, 8], 'higher-is-better')?.rank).toBeCloseTo(5 / 12, 12)
  })
  it('turns round where a higher value is worse', () =>
    expect(terciles([1, 2, 5], 'higher-is-worse')).toEqual(['top', 'middle', 'bottom']))
  it('is the middle for all where all do alike', () =>
    expect(terciles([3, 3, 3, 3], 'higher-is-better')).toEqual(['middle', 'middle', 'middle', 'middle']))
  it('does not reach the top where most do best: 7 of 10 share the rank 0.65', () =>
    expect(placeAmong(8, [0, 0, 0, 8, 8, 8, 8, 8, 8, 8], 'higher-is-better')).toMatchObject({ tercile: 'middle' }))
  it('includes the bounds: of three, 1/6 and 1/2 and 5/6; of six apart 1/12 to 11/12', () =>
    expect(terciles([1, 2, 3, 4, 5, 6], 'higher-is-better')).toEqual([
      'bottom',
      'bottom',
      'middle',
      'middle',
      'top',
      'top',
    ]))
  it('needs three that are rated', () => expect(placeAmong(1, [1, 2], 'higher-is-better')).toBeUndefined())
})

describe('better by', () => {
  it('follows the direction of the score', () => {
    expect(betterBy(2, 5, 'higher-is-better')).toBe(3)
    expect(betterBy(2, 5, 'higher-is-worse')).toBe(-3)
  })
})
