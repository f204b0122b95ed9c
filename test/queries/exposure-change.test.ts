import { describe, expect, it } from 'vitest'
import { splitChange, effectsOf, totalOf, type Part } from '../../src/queries/exposure/split-change.ts'
import { isExactly, parse } from '../exposure/fraction.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { fc } from '../support/seeded.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

/*
 * Two years, worked out by hand. Scores: B 6, then 4; C 2; D 0; E 8.
 *
 * | | members at the end of 2000 | of 2001 | A's mean of the others |
 * |---|---|---|---|
 * | o1 | A, B | B | 6, then A is out |
 * | o2 | A, B, C | A, B, C, D | 4, then 2 |
 * | o3 | C, E | A, C, E | A was not in, then 5 |
 *
 * MM of A: 5, then 7/2; R = 17/4. o3 entered: 1/2·(5 − 17/4) = 3/8. o1 left: −1/2·(6 − 17/4) = −7/8. o2 stayed, and
 * fell by 2: B has on average (1/2 + 1/3)/2 = 5/12 of it, so that its 6 → 4 adds 1/2·5/12·(−2) = −5/12, and the coming
 * of D the rest of 1/2·(−2) = −1. Weights stayed. 3/8 − 7/8 − 1 = −3/2.
 *
 * DC of A: shared with B 2, C 1: (12 + 2)/3 = 14/3. Then B 1, C 2, D 1, E 1: (4 + 4 + 0 + 8)/5 = 16/5. R = 59/15.
 * D and E entered: 1/5·(0 − 59/15) + 1/5·(8 − 59/15) = 2/75. Scores: B (2/3 + 1/5)/2·(−2) = −13/15. Weights: B
 * (1/5 − 2/3)(5 − 59/15) = −112/225, C (2/5 − 1/3)(2 − 59/15) = −29/225: together −47/75. 2/75 − 65/75 − 47/75 =
 * −22/15.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const since = '1990-01-01'
const act = (igo: string, type: string, occurred: string, data: object) => ({
  stream: `igo-${igo}`,
  type,
  occurred,
  sources,
  data,
})
const scored = (state: string, year: number, value: number) => ({
  stream: `practice-toy-score-toy${state}`,
  type: 'PracticeScoreRecorded',
  occurred: String(year),
  sources,
  data: { actor: `toy${state}`, rater: 'toy', indicator: 'score', year, value },
})
const lines = [
  ...toyStates(['a', 'b', 'c', 'd', 'e'], { sources, since, system: 'un' }),
  ...toyOrganisation('toyo1', ['a', 'b'], { sources, since }),
  ...toyOrganisation('toyo2', ['a', 'b', 'c'], { sources, since }),
  ...toyOrganisation('toyo3', ['c', 'e'], { sources, since }),
  act('toyo1', 'MembershipEnded', '2001-05-01', { actor: 'toya', names: 'firstDayOut' }),
  act('toyo2', 'MembershipStarted', '2001-06-01', { actor: 'toyd', kind: 'full' }),
  act('toyo3', 'MembershipStarted', '2001-07-01', { actor: 'toya', kind: 'full' }),
  ...[2000, 2001].flatMap((year) => [
    scored('b', year, year === 2000 ? 6 : 4),
    scored('c', year, 2),
    scored('d', year, 0),
    scored('e', year, 8),
  ]),
]
const { ask } = theWorkspaceOf((opened) => append(opened, ...lines))

interface Change {
  before: { value: number | null; readOn: string; missing: string | null }
  after: { value: number | null; readOn: string }
  change: number | null
  reference: number | null
  effects: Record<string, number> | null
  terms: { term: string; standing: string; effect: number; decidedBy: string[] }[]
  partners: { partner: string; before: number; after: number; effect: number }[]
  parameters: Record<string, unknown>
}
const given = { state: 'toya', score: 'toy:score', since: '2000-12-31', lag: '0' }
const change = (more: object = {}) =>
  ask<Change>('explain exposure-change', { ...given, ...more }, { asOf: '2001-12-31' })
const isThat = (value: number | null | undefined, text: string) =>
  expect(isExactly(value ?? Number.NaN, parse(text), parse('1'))).toBe(true)

describe('the change of an exposure between two days', () => {
  it('is split over who entered and left, scores, members and weights', async () => {
    const { before, after, change: all, reference, effects, terms, partners, parameters } = await change()
    expect([before, after, parameters['since']]).toMatchObject([
      { value: 5, readOn: '2000-12-31' },
      { value: 3.5, readOn: '2001-12-31' },
      '2000-12-31',
    ])
    isThat(all, '-3/2')
    isThat(reference, '17/4')
    for (const [kind, of] of Object.entries({ entered: '3/8', left: '-7/8', scores: '-5/12', members: '-7/12' }))
      isThat(effects?.[kind], of)
    isThat(effects?.['weights'], '0')
    expect(terms.map(({ term, standing }) => [term, standing])).toEqual([
      ['toyo2', 'stayed'],
      ['toyo1', 'left'],
      ['toyo3', 'entered'],
    ])
    // A's own membership alone decides whether an organisation is a term: when it began, and of o1 when it ended.
    expect(terms.map(({ decidedBy }) => decidedBy.length)).toEqual([1, 2, 1])
    expect(partners).toMatchObject([{ partner: 'toyb', before: 6, after: 4 }])
    isThat(partners[0]?.effect, '-5/12')
  })
  it('is split over partners where these are the terms', async () => {
    const { change: all, effects, terms } = await change({ formula: 'dc' })
    isThat(all, '-22/15')
    for (const [kind, of] of Object.entries({ entered: '2/75', scores: '-13/15', weights: '-47/75' }))
      isThat(effects?.[kind], of)
    expect([effects?.['left'], effects?.['members']]).toEqual([0, 0])
    expect(terms.map(({ term, standing }) => `${term} ${standing}`).toSorted()).toEqual([
      'toyb stayed',
      'toyc stayed',
      'toyd entered',
      'toye entered',
    ])
  })
  it('is of the organisations that are asked for: without o2 A leaves 6 and enters 5', async () => {
    const { change: all, effects } = await change({ igos: '!toyo2' })
    isThat(all, '-1')
    expect(effects).toMatchObject({ scores: 0, members: 0, weights: 0 })
  })
  it('has terms that add up to it', async () => {
    const { terms, change: all } = await change()
    isThat(terms.reduce((sum, { effect }) => sum + effect, 0) - (all ?? Number.NaN), '0')
  })
  it('is none where there is no value on one of the days, and says why', async () => {
    const none = await change({ since: '1995-12-31' })
    expect(none).toMatchObject({ change: null, effects: null, terms: [], before: { value: null } })
    expect(none.before.missing).toBe('too-few-rated')
  })
  it('refuses days in the wrong order, several channels, and one without partners', async () => {
    await expect(change({ since: '2001-12-31' })).rejects.toMatchObject({ code: 'bad-input', where: 'since' })
    await expect(change({ channel: 'igo,informal' })).rejects.toMatchObject({ code: 'bad-input', where: 'channel' })
    await expect(change({ channel: 'advocacy' })).rejects.toMatchObject({ code: 'bad-input', where: 'channel' })
  })
})

describe('the split', () => {
  it('holds values against 0 where weights do not add up to 1: 2·3 is 1·5 + 1·1', () => {
    const alone = (name: string, weight: number, value: number): Part => ({ name, weight, value, partners: [] })
    const { reference, parts } = splitChange([alone('a', 2, 3)], [alone('a', 1, 5), alone('b', 1, 1)])
    expect(reference).toBe(0)
    expect(effectsOf(parts)).toEqual({ entered: 1, left: 0, scores: 3, members: 0, weights: -4 })
  })
  it('adds up to the difference, whatever came and went', () => {
    const member = fc.record({ partner: fc.constantFrom('p', 'q', 'r', 's'), y: fc.integer({ min: 0, max: 10 }) })
    const organisation = fc.record({
      name: fc.constantFrom('u', 'v', 'w', 'x'),
      members: fc.uniqueArray(member, { selector: ({ partner }) => partner, minLength: 1 }),
    })
    const day = fc.uniqueArray(organisation, { selector: ({ name }) => name, minLength: 1 }).map((all): Part[] =>
      all.map(({ name, members }) => ({
        name,
        weight: 1 / all.length,
        value: members.reduce((sum, { y }) => sum + y, 0) / members.length,
        partners: members.map(({ partner, y }) => ({
          partner,
          weight: 1 / all.length / members.length,
          value: y,
        })),
      })),
    )
    const valueOf = (parts: readonly Part[]): number => parts.reduce((sum, one) => sum + one.weight * one.value, 0)
    fc.assert(
      fc.property(day, day, (before, after) => {
        const { parts } = splitChange(before, after)
        expect(totalOf(effectsOf(parts))).toBeCloseTo(valueOf(after) - valueOf(before), 10)
      }),
    )
  })
})
