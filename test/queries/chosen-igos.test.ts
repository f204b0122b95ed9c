import { describe, expect, it } from 'vitest'
import { parseIgoConditions } from '../../src/queries/network/igo-conditions.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { rowsOf } from '../support/ask.ts'
import { toyStates } from '../support/toy-states.ts'

/**
 * Ten states, of whom A = 8, B = 6, C = 2 and D = 0 in 2000 and 2001. A meets 6 in o1, (6 + 2 + 0)/3 = 8/3 in o2, o6
 * and o8, and (2 + 0)/2 = 1 in o3. Of ten states o6 has 10, o8 9, o2 8, o3 4. By region: A, B, F to J in r1 and s1, C
 * in r1 and s2, D in r2 and s3, E nowhere. o1 lies in s1 whole; of o8 8/9 lie in r1; of o6 8/10, and 9/10 if E does.
 * Pooling: o1 0.6 until 2000, then 0.2; o2 0; o3 0.4; of the others nobody knows. Fields: o1 political, o2 social and
 * economic, o3 none of these; of the others nobody says. Worked out by hand.
 */
const letters = [...'abcdefghij']
const members = {
  o1: 'ab',
  o2: 'abcdefgh',
  o3: 'acde',
  o4: 'd',
  o6: 'abcdefghij',
  o8: 'abcdfghij',
} as const
const fields: Readonly<Record<string, readonly string[]>> = { o1: ['political'], o2: ['social', 'economic'], o3: [] }
const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]

const inClass = (classification: string, letter: string, name: string) => ({
  stream: `classification-${classification}-toy${letter}`,
  type: 'ActorClassified',
  sources,
  data: { classification, class: name, label: `Class ${name}`, actor: `toy${letter}` },
})
const pooling = (igo: string, [firstYear, lastYear]: readonly [number, number], value: number) => ({
  stream: `attribute-toy-pooling-toy${igo}`,
  type: 'AttributeObserved',
  occurred: `${firstYear}/${lastYear}`,
  sources,
  data: { attribute: 'toy-pooling', of: 'igo', igo: `toy${igo}`, firstYear, lastYear, value },
})
const inRegions = (letter: string, region: string, subregion: string) => [
  inClass('m49-region', letter, region),
  inClass('m49-subregion', letter, subregion),
]

const lines = [
  ...toyStates(letters, { sources, since: '1990-01-01', system: 'cow' }),
  ...Object.entries(members).flatMap(([igo, list]) => [
    {
      stream: `igo-toy${igo}`,
      type: 'IgoFounded',
      occurred: '1990-01-01',
      sources,
      data: { igo: `toy${igo}`, name: `Toy organisation ${igo}`, ...(igo in fields && { fields: fields[igo] }) },
    },
    ...[...list].map((state) => ({
      stream: `igo-toy${igo}`,
      type: 'MembershipStarted',
      occurred: '1990-01-01',
      sources,
      data: { actor: `toy${state}`, kind: 'full' },
    })),
  ]),
  // An observer makes nothing universal.
  {
    stream: 'igo-toyo2',
    type: 'MembershipStarted',
    occurred: '1990-01-01',
    sources,
    data: { actor: 'toyi', kind: 'observer' },
  },
  ...[2000, 2001].flatMap((year) =>
    Object.entries({ a: 8, b: 6, c: 2, d: 0 }).map(([state, value]) => ({
      stream: `practice-toy-score-toy${state}`,
      type: 'PracticeScoreRecorded',
      occurred: String(year),
      sources,
      data: { actor: `toy${state}`, rater: 'toy', indicator: 'score', year, value },
    })),
  ),
  ...[...'abfghij'].flatMap((letter) => inRegions(letter, 'r1', 's1')),
  ...inRegions('c', 'r1', 's2'),
  ...inRegions('d', 'r2', 's3'),
  pooling('o1', [1990, 2000], 0.6),
  pooling('o1', [2001, 2010], 0.2),
  pooling('o2', [1990, 2010], 0),
  pooling('o3', [1990, 2010], 0.4),
  {
    stream: 'attribute-toy-size-toya',
    type: 'AttributeObserved',
    occurred: '1990/2010',
    sources,
    data: { attribute: 'toy-size', of: 'state', actor: 'toya', firstYear: 1990, lastYear: 2010, value: 1 },
  },
]

const { ask } = theWorkspaceOf((opened) => append(opened, ...lines))

interface Exposure {
  value: number | null
  missing: string | null
  unknownIgos: string[]
  parameters: Record<string, unknown>
}
const exposure = (igos: string, more: object = {}, asOf = '2001-06-01', name = 'exposure') =>
  ask<Exposure>(name, { state: 'toya', score: 'toy:score', minCoverage: '0', igos, ...more }, { asOf })

describe('organisations are chosen by conditions', () => {
  it.each([
    ['toyo1', 6],
    ['toyo1,toyo2', 13 / 3],
    ['!toyo6,!toyo8', 29 / 9],
    ['toyo1,toyo2,!toyo2', 6],
    ['universal', 8 / 3],
    ['!universal', 7 / 2],
    ['regional', 6],
    ['political', 6],
    ['social', 8 / 3],
    ['!political', 11 / 6],
    ['toy:pooling>0', 7 / 2],
    ['toy-pooling > 0', 7 / 2],
    ['toy:pooling>=0.4', 7 / 2],
    ['toy:pooling>0.4', 6],
    ['toy:pooling<0.4', 8 / 3],
    ['toy:pooling<=0.4', 11 / 6],
    ['toy:pooling=0.4', 1],
    ['!toy:pooling>0', 8 / 3],
    ['toy:pooling>0,!toyo1', 1],
    ['!political,!universal', 1],
  ])('%s: %d', async (igos, value) => expect((await exposure(igos)).value).toBeCloseTo(value, 12))

  it('leaves out of whom a condition is unknown, and tells which of the state these are', async () => {
    const unknown = async (igos: string) => (await exposure(igos)).unknownIgos
    expect(await unknown('toy:pooling>0')).toEqual(['toyo6', 'toyo8'])
    expect(await unknown('political')).toEqual(['toyo6', 'toyo8'])
    expect(await unknown('regional')).toEqual(['toyo6'])
    expect(await unknown('toyo8,regional')).toEqual([])
    expect(await unknown('toy:pooling>0,!toyo6')).toEqual(['toyo8'])
    expect(await unknown('!universal')).toEqual([])
  })

  it('reads numbers of the day on which memberships are read', async () => {
    expect((await exposure('toy:pooling>0.4', {}, '2001-06-01')).value).toBe(6)
    expect((await exposure('toy:pooling>0.4', {}, '2002-06-01')).value).toBeNull()
  })

  it('takes the share from which on an organisation is universal', async () => {
    expect((await exposure('!universal', { universal: '0.8' })).value).toBe(7 / 2)
    expect((await exposure('!universal', { universal: '0.81' })).value).toBeCloseTo(29 / 9, 12)
    expect((await exposure('!universal', { universal: '0.81' })).parameters).toMatchObject({
      igos: '!universal',
      universal: 0.81,
    })
  })

  it('is explained and tabulated alike', async () => {
    const { value, unknownIgos } = await exposure('toy:pooling>0', {}, '2001-06-01', 'explain exposure')
    expect([value, unknownIgos]).toEqual([7 / 2, ['toyo6', 'toyo8']])
    const given = { from: '2001', to: '2002', score: 'toy:score', minCoverage: '0', igos: 'toy:pooling>0.3' }
    const rows = rowsOf(await ask<never>('panel exposure', given)).filter(({ state }) => state === 'toya')
    // In 2001, which is read for 2002, o1 pools less, and o3 alone is left.
    expect(rows.map((row) => [row['year'], row['mm_lag1'], row['n_igos_lag1']])).toEqual([
      [2001, 7 / 2, 2],
      [2002, 1, 1],
    ])
  })

  it('weighs organisations by an attribute: A meets 6 at 0.6 and 1 at 0.4; o2 weighs nothing', async () => {
    const given = { igos: undefined, weight: 'toy:pooling' }
    const { value, unknownIgos, parameters } = await exposure('', given)
    expect(value).toBeCloseTo(0.6 * 6 + 0.4 * 1, 12)
    expect([unknownIgos, parameters['weight']]).toEqual([['toyo6', 'toyo8'], 'toy:pooling'])
    // B, C and D are met at 0.6, 0.4 and 0.4, E, who is not rated, as well at 0.4: (3.6 + 0.8 + 0) / 1.4.
    expect((await exposure('', { ...given, formula: 'dc' })).value).toBeCloseTo(4.4 / 1.4, 12)
    // In 2001 o1 weighs 0.2: (1.2 + 0.4) / 0.6.
    expect((await exposure('', given, '2002-06-01')).value).toBeCloseTo(1.6 / 0.6, 12)
    expect((await exposure('!toyo3', { weight: 'toy:pooling' })).value).toBe(6)
  })

  it.each([
    ['toy:pooling', /"toy:pooling" is no condition/],
    ['toyo1,>3', /">3" is no condition/],
    ['toyo1>many', /"toyo1>many" is no condition/],
    ['!', /"!" is no condition/],
    [',', /"," names nothing/],
  ])('refuses %s', (igos, message) => expect(() => parseIgoConditions(igos)).toThrow(message))

  it.each([
    ['toyo99', 'unknown-organisation', /toyo99/],
    ['toy:nothing>0', 'unknown-attribute', /toy-nothing/],
    ['toy:size>0', 'bad-input', /is told of states alone/],
  ])('refuses %s: %s', async (igos, code, message) => {
    await expect(exposure(igos)).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  })
})
