import { describe, expect, it } from 'vitest'
import { evenness } from '../../src/diffusion/evenness.ts'

describe('evenness', () => {
  it('is 1 where every group has as much, 0 where one has all', () => {
    expect(evenness([5, 5, 5, 5])).toBeCloseTo(1, 12)
    expect(evenness([7, 0, 0])).toBe(0)
  })
  it('of 2, 1, 1 and 0 is (½ · ln 2 + 2 · ¼ · ln 4) / ln 4 = ¾', () =>
    expect(evenness([2, 1, 1, 0])).toBeCloseTo(0.75, 12))
  it('of 3 and 1 is the binary entropy of ¼ in bits, 2 − ¾ · log₂ 3', () =>
    expect(evenness([3, 1])).toBeCloseTo(2 - 0.75 * Math.log2(3), 12))
  it('counts a group without any: of 1 and 1 among three it is ln 2 / ln 3', () =>
    expect(evenness([1, 1, 0])).toBeCloseTo(Math.log(2) / Math.log(3), 12))
  it('is undefined, and not 0, of nothing and of one group', () => {
    expect(evenness([0, 0])).toBeUndefined()
    expect(evenness([4])).toBeUndefined()
    expect(evenness([])).toBeUndefined()
  })
})
