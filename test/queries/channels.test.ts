import { describe, expect, it } from 'vitest'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

/**
 * The scores of the toy world, A = 8, B = 6, C = 2, D = 0, E not rated, in 2000; asked for 2001 with a lag of one. What
 * each channel gives was worked out by hand beside its ties.
 */
const scores = { a: 8, b: 6, c: 2, d: 0 }
const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const toy = (letter: string) => `toy${letter}`

const tie = (relation: string, [a, b]: string, more: object) => ({
  stream: `relation-${relation}-${toy(a ?? '')}`,
  type: 'RelationObserved',
  occurred: '1990',
  sources,
  data: { relation, actor: toy(a ?? ''), other: toy(b ?? ''), directed: false, ...more },
})
const inClass = (classification: string, letter: string, name: string) => ({
  stream: `classification-${classification}-${toy(letter)}`,
  type: 'ActorClassified',
  sources,
  data: { classification, class: name, label: `Class ${name}`, actor: toy(letter) },
})
const figure = (attribute: string, letter: string, value: number) => ({
  stream: `attribute-${attribute}-${toy(letter)}`,
  type: 'AttributeObserved',
  occurred: '1990/2010',
  sources,
  data: { attribute, of: 'state', actor: toy(letter), firstYear: 1990, lastYear: 2010, value },
})

const lines = [
  ...toyStates(['a', 'b', 'c', 'd', 'e'], { sources, since: '1990-01-01', system: 'un' }),
  ...toyOrganisation('toyo1', ['a', 'b'], { sources, since: '1990-01-01' }),
  ...Object.entries(scores).map(([state, value]) => ({
    stream: `practice-toy-score-toy${state}`,
    type: 'PracticeScoreRecorded',
    occurred: '2000',
    sources,
    data: { actor: toy(state), rater: 'toy', indicator: 'score', year: 2000, value },
  })),
  ...['a', 'b', 'c'].map((letter) => inClass('m49-subregion', letter, 'r1')),
  inClass('m49-subregion', 'd', 'r2'),
  inClass('official-language', 'a', 'xaa'),
  inClass('official-language', 'a', 'xbb'),
  inClass('official-language', 'b', 'xaa'),
  inClass('official-language', 'd', 'xbb'),
  tie('cow-contiguity', 'ab', { type: 'land', from: '1990-01-01' }),
  tie('cow-contiguity', 'ac', { type: 'water-12', from: '1990-01-01' }),
  tie('cow-contiguity', 'ad', { type: 'land', from: '1990-01-01', through: '1999-12-31' }),
  tie('cow-alliance', 'ac', { type: 'defense', from: '1995-01-01', through: '2005-12-31' }),
  tie('cow-alliance', 'ca', { type: 'entente', from: '1999-01-01', through: '2005-12-31' }),
  tie('cow-alliance', 'ad', { type: 'entente', from: '1995-01-01', through: '2005-12-31' }),
  tie('cow-alliance', 'ab', { type: 'defense', from: '2000' }),
  figure('toy-regime', 'a', 0),
  figure('toy-regime', 'b', 1),
  figure('toy-regime', 'c', 3),
  figure('cow-nmc-cinc', 'a', 0.5),
  figure('cow-nmc-cinc', 'b', 0.3),
  figure('cow-nmc-cinc', 'c', 0.2),
]

const { ask } = theWorkspaceOf((opened) => append(opened, ...lines))

interface ByChannel {
  channel: string
  value: number | null
  min: number | null
  max: number | null
  missing: string | null
  coverage: number
  degree: number
  unknown: string[]
  assumptions: string[]
  terms: { group?: string; partner?: string; contribution: number; decidedBy: string[] }[]
}
const by = async (letter: string, channel: string, more: object = {}): Promise<ByChannel> => {
  const { channels } = await ask<{ channels: ByChannel[] }>(
    'exposure',
    { state: toy(letter), score: 'toy:score', channel, ...more },
    { asOf: '2001-06-01' },
  )
  return channels[0] as ByChannel
}

describe('region', () => {
  it('meets the others of the sub-region: A (6 + 2)/2', async () => {
    expect(await by('a', 'region')).toMatchObject({ value: 4, degree: 1, assumptions: [expect.stringMatching(/M49/)] })
  })
  it('has no partner for D, which is alone there; of E nobody says where it lies', async () => {
    expect(await by('d', 'region')).toMatchObject({ value: null, missing: 'no-partner', unknown: ['toye'] })
    expect(await by('e', 'region')).toMatchObject({ value: null, missing: 'unknown' })
  })
})

describe('language', () => {
  it('has a group for each official language: A meets B by one and D by the other, (6 + 0)/2', async () => {
    expect(await by('a', 'language')).toMatchObject({ value: 3, degree: 2 })
  })
})

describe('contiguity', () => {
  it('is by land unless asked: A meets B alone, since D is none any more', async () => {
    expect(await by('a', 'contiguity')).toMatchObject({ value: 6, degree: 1 })
    expect(await by('a', 'contiguity', { contiguity: 'any' })).toMatchObject({ value: 4, degree: 2 })
  })
  it('says that who borders on nobody has no tie', async () => {
    expect(await by('e', 'contiguity')).toMatchObject({ value: null, missing: 'no-tie' })
  })
  it('has MM equal DC, since each tie is a group of two', async () => {
    const [mm, dc] = [
      await by('a', 'contiguity', { contiguity: 'any' }),
      await by('a', 'contiguity', { contiguity: 'any', formula: 'dc' }),
    ]
    expect(dc.value).toBe(mm.value)
  })
})

describe('alliance', () => {
  it('counts a pair once, however many alliances it has; one that began in the year of the day is uncertain', async () => {
    // C (2) and D (0) surely; B (6) by an alliance that began some day of 2000: without it 1, with it 8/3.
    const { value, min, max } = await by('a', 'alliance')
    expect([min, max]).toEqual([1, 8 / 3])
    expect(value).toBeGreaterThanOrEqual(1)
    expect((await by('a', 'alliance', { dates: 'exclude' })).value).toBe(1)
  })
  it('takes one type where asked', async () => {
    expect(await by('a', 'alliance', { alliance: 'defense', dates: 'exclude' })).toMatchObject({ value: 2, degree: 1 })
  })
})

describe('peers by a number', () => {
  it('weighs by exp(-|d|/h), h the standard deviation of 0, 1 and 3, the root of 7/3', async () => {
    const h = Math.sqrt(7 / 3)
    const [toB, toC] = [Math.exp(-1 / h), Math.exp(-3 / h)]
    const { value, unknown } = await by('a', 'regime', { peers: 'toy-regime' })
    expect(value).toBeCloseTo((6 * toB + 2 * toC) / (toB + toC), 14)
    expect(unknown).toEqual(['toyd', 'toye'])
  })
  it('needs to be told by which number', async () => {
    await expect(by('a', 'regime')).rejects.toThrow(/peers/)
  })
})

describe('power', () => {
  it('weighs partners by their share: A (6·0.3 + 2·0.2)/0.5', async () => {
    expect((await by('a', 'power')).value).toBeCloseTo(4.4, 14)
  })
  it('with the gap meets only who is stronger: B meets A alone, and A nobody', async () => {
    expect(await by('b', 'power', { gap: 'true' })).toMatchObject({ value: 8 })
    expect(await by('a', 'power', { gap: 'true' })).toMatchObject({ value: null, missing: 'no-tie' })
  })
})

describe('several channels', () => {
  it('stand side by side, each with terms that add up to its own value, down to the events', async () => {
    const answer = await ask<{ channel: string; value: number; channels: ByChannel[] }>(
      'explain exposure',
      { state: 'toya', score: 'toy:score', channel: 'igo,region,language,contiguity,power' },
      { asOf: '2001-06-01' },
    )
    expect(answer.channels.map(({ channel }) => channel)).toEqual(['igo', 'region', 'language', 'contiguity', 'power'])
    expect(answer).toMatchObject({ channel: 'igo', value: 6 })
    for (const { value, terms } of answer.channels) {
      expect(terms.reduce((total, { contribution }) => total + contribution, 0)).toBeCloseTo(value ?? Number.NaN, 12)
      for (const { decidedBy } of terms) expect(decidedBy.length).toBeGreaterThan(0)
    }
  })
  it('refuses a channel of which the log holds nothing', async () => {
    await expect(by('a', 'colony')).rejects.toThrow(/coldat-colony/)
  })
})
