import { describe, expect, it } from 'vitest'
import { percentile } from '../../bench/percentile.ts'

describe('a percentile', () => {
  it('is the least value that so many of a hundred do not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect([percentile(hundred, 50), percentile(hundred, 99), percentile(hundred, 100)]).toEqual([50, 99, 100])
  })
  it('of few values is the largest', () => expect(percentile([3, 1, 2], 99)).toBe(3))
})
