import { describe, expect, it } from 'vitest'
import { slopeOf } from '../../src/agreement/trend.ts'

const from1990 = (...values: readonly number[]) => values.map((value, k) => ({ year: 1990 + k, value }))

describe('the slope of values over years', () => {
  it('is that of the least-squares line, by hand', () => {
    // t − t̄ = −1, 0, 1; y − ȳ = −1, 1, 0: (1 + 0 + 0)/2.
    expect(slopeOf(from1990(2, 4, 3))).toBeCloseTo(1 / 2, 15)
    // With a year between that nobody rated: t − t̄ = −4/3, −1/3, 5/3; Σ (t − t̄)y = −4/3 − 2/3 + 30/3 = 8, / (14/3).
    const withGap = [1, 2, 6].map((value, k) => ({ year: [1990, 1991, 1993][k] ?? 0, value }))
    expect(slopeOf(withGap)).toBeCloseTo(8 / (14 / 3), 14)
  })
  it('is exactly 0 where nothing moved, and none below two years', () => {
    expect(slopeOf(from1990(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1))).toBe(0)
    expect(slopeOf(from1990(3))).toBeUndefined()
    expect(slopeOf([])).toBeUndefined()
  })
})
