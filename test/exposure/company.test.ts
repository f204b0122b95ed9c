import { describe, expect, it } from 'vitest'
import { company, withScores, type CompanyInput } from '../../src/exposure/company.ts'
import type { Rows } from '../../src/exposure/sparse-rows.ts'
import { sharedOrganisationWeights } from '../../src/exposure/shared-organisations.ts'
import { sum } from '../../src/exposure/sum.ts'
import { rowsFromPairs } from './rows-from-pairs.ts'
import { companyOf, toyWorld } from './world.ts'

/** For each row the list of its items. */
const rowsFromLists = (lists: readonly (readonly number[])[]): Rows =>
  rowsFromPairs({ row: lists.flatMap((items, row) => items.map(() => row)), item: lists.flat() }, lists.length)

const small: CompanyInput = {
  states: ['fra', 'deu'],
  organisations: ['nato'],
  focal: rowsFromLists([[0], [0]]),
  alter: rowsFromLists([[0, 1]]),
  scores: [7, NaN],
  rated: [1, 0],
}

describe('a company', () => {
  it('wipes what stands in the place of a missing score', () => {
    expect([...company({ ...small, scores: [7, -77] }).scores]).toEqual([7, 0])
    expect([...company(small).scores]).toEqual([7, 0])
  })
  it('knows where a state sits among the alters, or that it does not', () => {
    expect([...company(small).seat]).toEqual([0, 1])
    expect([...company({ ...small, alter: rowsFromLists([[1]]) }).seat]).toEqual([-1, 0])
  })
  it.each<[string, Partial<CompanyInput>, string]>([
    ['a rated NaN', { rated: [1, 1] }, 'scores[1] (deu) is NaN, yet rated; expected a finite number, or rated 0.'],
    ['a missing score', { scores: [7] }, 'scores has 1 entries; expected 2, one for each state.'],
    ['a mask that is none', { rated: [1, 2] }, 'rated[1] (deu) is 2; expected 0 or 1.'],
    ['a state twice', { states: ['fra', 'fra'] }, 'states holds "fra" twice; expected each id once.'],
    ['rows for another number of states', { focal: rowsFromLists([[0]]) }, 'focal.start has 2 entries; expected 3'],
    [
      'a row out of order',
      { alter: { start: Uint32Array.of(0, 2), items: Uint32Array.of(1, 0) } },
      'alter.items[1] is 0 after 1',
    ],
    [
      'an item that is not there',
      { alter: { start: Uint32Array.of(0, 1), items: Uint32Array.of(2) } },
      'alter.items[0] is 2; expected less than 2.',
    ],
  ])('refuses %s', (_, change, sentence) => expect(() => company({ ...small, ...change })).toThrow(sentence))
})

describe('other scores in the same seats', () => {
  it('are read under their own mask', () => {
    const other = withScores(company(small), [3, -77], [0, 1])
    expect([[...other.scores], [...other.rated], other.seat]).toEqual([[0, -77], [0, 1], company(small).seat])
  })
  it('are checked as the first ones are', () =>
    expect(() => withScores(company(small), [3, NaN], [0, 1])).toThrow('scores[1] (deu) is NaN, yet rated'))
})

describe('shared organisations', () => {
  it('of the toy world: AB 2, AC 2, AD 2, AE 1, BC 1, BD 1, CD 2, CE 1, DE 1', () =>
    expect([...sharedOrganisationWeights(companyOf(toyWorld))]).toEqual(
      [
        [0, 2, 2, 2, 1],
        [2, 0, 1, 1, 0],
        [2, 1, 0, 2, 1],
        [2, 1, 2, 0, 1],
        [1, 0, 1, 1, 0],
      ].flat(),
    ))
})

describe('the sum', () => {
  it('does not lose the small beside the large', () => expect(sum([1e16, 1, -1e16])).toBe(1))
})
