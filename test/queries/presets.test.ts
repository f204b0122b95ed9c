import { describe, expect, it } from 'vitest'
import { readInput } from '../../src/queries/question/read-input.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed, rowsOf } from '../support/ask.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

/**
 * The toy world: A = 8, B = 6, C = 2, D = 0, E not rated in 2000; o1 = {A, B}, o2 = {A, B, C, D}, o3 = {A, C, D, E}. F
 * is in no organisation. A ratified a treaty in 1999; of the others nobody says anything. Worked out by hand.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const members = { o1: ['a', 'b'], o2: ['a', 'b', 'c', 'd'], o3: ['a', 'c', 'd', 'e'] }
const lines = [
  ...toyStates([...'abcdef'], { sources, since: '1990-01-01', system: 'cow' }),
  ...Object.entries(members).flatMap(([igo, list]) =>
    toyOrganisation(`toy${igo}`, list, { sources, since: '1990-01-01' }),
  ),
  ...Object.entries({ a: 8, b: 6, c: 2, d: 0 }).map(([state, value]) => ({
    stream: `practice-toy-score-toy${state}`,
    type: 'PracticeScoreRecorded',
    occurred: '2000',
    sources,
    data: { actor: `toy${state}`, rater: 'toy', indicator: 'score', year: 2000, value },
  })),
  {
    stream: 'treaty-toy',
    type: 'TreatyConcluded',
    occurred: '1990-01-01',
    sources,
    data: { treaty: 'toy', title: 'The toy convention', entryIntoForce: 'unknown', exit: 'unknown' },
  },
  { stream: 'treaty-toy', type: 'TreatyRatified', occurred: '1999-01-01', sources, data: { actor: 'toya' } },
]
const { ask } = theWorkspaceOf((opened) => append(opened, ...lines))

interface Exposure {
  value: number | null
  readOn: string
  parameters: Record<string, unknown>
}
const exposure = (letter: string, preset: string, more: object = {}) =>
  ask<Exposure>('exposure', { state: `toy${letter}`, preset, score: 'toy:score', ...more }, { asOf: '2000-06-01' })
const ofToy = { score: undefined, adoption: 'toy' }

describe('presets', () => {
  it('greenhill-style is MM, a year back: A meets 6, 8/3 and 1', async () => {
    const given = { state: 'toya', preset: 'greenhill-style', score: 'toy:score' }
    const { value, readOn, parameters } = await ask<Exposure>('exposure', given, { asOf: '2001-06-01' })
    expect(value).toBeCloseTo(29 / 9, 12)
    expect(readOn).toBe('2000-06-01')
    expect(parameters).toMatchObject({
      preset: 'greenhill-style',
      formula: 'mm',
      lag: 1,
      kinds: 'full',
      partner_kinds: 'full',
      missing: 'renormalise',
      include_self: false,
    })
  })

  it('torfason-ingram-style divides by n - 1: A shares 2·6 + 2·2 + 2·0 among the five others', async () => {
    const given = { state: 'toya', preset: 'torfason-ingram-style', score: 'toy:score' }
    const { value, parameters } = await ask<Exposure>('exposure', given, { asOf: '2001-06-01' })
    expect(value).toBeCloseTo(16 / 5, 12)
    expect(parameters).toMatchObject({ formula: 'ti', lag: 1, system_size: 6 })
  })

  it('spmon is of the same period, and counts E, who has no score, as 0: A 16/7', async () => {
    const { value, readOn, parameters } = await exposure('a', 'spmon')
    expect(value).toBeCloseTo(16 / 7, 12)
    expect(readOn).toBe('2000-06-01')
    expect(parameters).toMatchObject({ formula: 'spmon', lag: 0, missing: 'zero', min_coverage: 0 })
  })

  it('netdiffuser counts ties once, the unknown as no adopters, and gives 0 to who has no ties', async () => {
    // B is tied to A twice, and to C and D once each: 1/3. E is tied to A, C and D. Of A's partners nothing is known.
    const values = ['a', 'b', 'e', 'f'].map(async (letter) => (await exposure(letter, 'netdiffuser', ofToy)).value)
    expect(await Promise.all(values)).toEqual([null, 1 / 3, 1 / 3, 0])
    expect((await exposure('f', 'netdiffuser', ofToy)).parameters).toMatchObject({
      formula: 'bin',
      lag: 0,
      isolates: 'zero',
      cumulative: true,
    })
  })

  it('netdiffuser is of adoptions alone', async () => {
    await expect(exposure('a', 'netdiffuser')).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/netdiffuser is of adoptions.*toy:score/),
    })
  })

  it('holds for panels, too', async () => {
    const given = { preset: 'netdiffuser', adoption: 'toy', from: '2000', to: '2000' }
    const rows = rowsOf(await ask<never>('panel exposure', given))
    expect(rows.map((row) => [row['state'], row['bin_cumulative']])).toContainEqual(['toyf', 0])
  })

  const asked = (more: object) => ({ state: 'toya', score: 'toy:score', preset: 'greenhill-style', ...more })
  const label = (field: string) => `--${field}`
  it.each([
    [{ lag: '2' }, /is 2, but the preset greenhill-style stands for 1/],
    [{ formula: 'dc' }, /is dc, but the preset greenhill-style stands for mm/],
    [{ includeSelf: true }, /is true, but the preset greenhill-style stands for false/],
  ])('is not contradicted by %j', (more, message) =>
    expect(() => readInput(questionNamed('exposure'), asked(more), label)).toThrow(message),
  )
  it('may be said twice', () =>
    expect(readInput(questionNamed('exposure'), asked({ lag: '1', kinds: 'full' }), label)).toMatchObject({
      formula: 'mm',
      lag: { years: 1 },
    }))
})
