import { describe, expect, it } from 'vitest'
import { averageRanks, rankGaps } from '../../src/agreement/ranks.ts'

describe('average ranks', () => {
  it('share the mean of the ranks that equal values take up: two at places 2 and 3 have 2.5', () =>
    expect(averageRanks([3, 1, 3, 5])).toEqual([2.5, 1, 2.5, 4]))
  it('of three equal lowest are 2 each, and add up to n (n + 1) / 2', () => {
    const ranks = averageRanks([0, 0, 0, 9, 7])
    expect(ranks).toEqual([2, 2, 2, 5, 4])
    expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBe(15)
  })
  // As R gives it: rank(c(2.1, -1, 2.1, 0, 0, 0)) is 5.5 1 5.5 3 3 3.
  it('are those of R', () => expect(averageRanks([2.1, -1, 2.1, 0, 0, 0])).toEqual([5.5, 1, 5.5, 3, 3, 3]))
})

describe('rank gaps', () => {
  it('are rank(a) − rank(b): of a 1, 1, 2 and b 9, 5, 7 they are −1.5, 0.5 and 1', () =>
    expect(
      rankGaps([
        [1, 9],
        [1, 5],
        [2, 7],
      ]).map(({ gap }) => gap),
    ).toEqual([-1.5, 0.5, 1]))
  it('scaled reach from −1 to 1', () =>
    expect(
      rankGaps([
        [1, 3],
        [2, 2],
        [3, 1],
      ]).map(({ scaled }) => scaled),
    ).toEqual([-1, 0, 1]))
  it('of one alone is no share of anything', () =>
    expect(rankGaps([[1, 1]])).toEqual([{ ranks: [1, 1], gap: 0, scaled: undefined }]))
})
