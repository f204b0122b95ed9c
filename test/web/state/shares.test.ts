import { describe, expect, it } from 'vitest'
import { byPartner, byTerm, firstShares, type Share } from '../../../web/src/why/term-shares.ts'
import { fc } from '../../support/seeded.ts'

/**
 * Two organisations of the state, each of weight 1/2: o1 with B, rated 4, and C, rated 6; o2 with C alone. Its mean of
 * means is (5 + 6) / 2 = 5.5. Worked out by hand.
 */
const met = (partner: string, contribution: number) => ({ partner, name: partner.toUpperCase(), contribution })
const terms = [
  { name: 'Organisation one', contribution: 2.5, partners: [met('b', 1), met('c', 1.5)] },
  { name: 'Organisation two', contribution: 3, partners: [met('c', 3)] },
]
const value = 5.5
const sum = (shares: readonly Share[]): number => shares.reduce((total, { contribution }) => total + contribution, 0)

describe('what adds up to an exposure', () => {
  it('by organisation, the largest first, adds up to the value', () => {
    expect(byTerm(terms).map(({ name }) => name)).toEqual(['Organisation two', 'Organisation one'])
    expect(sum(byTerm(terms))).toBe(value)
  })
  it('by partner, over all organisations in which it is met, adds up to the same', () => {
    expect(byPartner(terms)).toEqual([
      { name: 'C', contribution: 4.5 },
      { name: 'B', contribution: 1 },
    ])
    expect(sum(byPartner(terms))).toBe(value)
  })
  it('of a channel of ties each term is a partner', () =>
    expect(byPartner([met('b', 2), met('c', 3)])).toEqual([
      { name: 'C', contribution: 3 },
      { name: 'B', contribution: 2 },
    ]))
  it('of campaigns none is', () => expect(byPartner([{ name: 'A campaign', contribution: 2 }])).toEqual([]))
  it('a score below 0 is as large as it is far from it', () =>
    expect(byTerm([met('b', 2), met('c', -3)]).map(({ name }) => name)).toEqual(['C', 'B']))
  it('what is shown adds up, however few are', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 })), fc.integer({ min: 1, max: 12 }), (numbers, few) => {
        const shares = numbers.map((contribution, index) => ({ name: String(index), contribution }))
        const shown = firstShares(shares, few)
        expect(sum(shown)).toBe(sum(shares))
        expect(shown.length).toBeLessThanOrEqual(few + 1)
      }),
    ))
})
