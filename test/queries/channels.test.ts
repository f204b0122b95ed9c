import { describe, expect, it } from 'vitest'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { rowsOf } from '../support/ask.ts'
import { complete } from '../support/complete.ts'
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

/** A treaty that has been in force for these since they acceded, long before. */
const treaty = (id: string, parties: string, more: readonly object[] = []) => [
  {
    stream: `treaty-${id}`,
    type: 'TreatyConcluded',
    occurred: '1990-01-01',
    sources,
    data: {
      treaty: id,
      title: `Treaty ${id}`,
      entryIntoForce: { trigger: { kind: 'fixedDate', date: '1990-01-01' } },
      exit: 'unknown',
    },
  },
  ...[...parties].map((letter) => ({
    stream: `treaty-${id}`,
    type: 'TreatyAcceded',
    occurred: '1992-01-01',
    sources,
    data: { actor: toy(letter) },
  })),
  ...more,
]

const lines = [
  {
    stream: 'igo-toyclub',
    type: 'IgoFounded',
    occurred: '1990-01-01',
    sources,
    data: { igo: 'toyclub', name: 'Toy club', formality: 'informal' },
  },
  ...['a', 'd'].map((letter) => ({
    stream: 'igo-toyclub',
    type: 'MembershipStarted',
    occurred: '1990-01-01',
    sources,
    data: { actor: toy(letter), kind: 'full' },
  })),
  ...treaty('toyt1', 'ab', [
    {
      stream: 'treaty-toyt1',
      type: 'ProtocolLinked',
      occurred: '1990-01-01',
      sources,
      data: { protocol: 'toyt1p', requiresParent: false },
    },
  ]),
  ...treaty('toyt1p', 'ad'),
  ...treaty('toyt2', 'abc'),
  ...complete(['toyt1', 'toyt1p', 'toyt2']),
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
  {
    stream: 'source-toy-borders',
    type: 'SourceRegistered',
    sources,
    fact: 'registered',
    data: { source: 'toy-borders', citation: 'An invented list of borders', kind: 'dataset', series: 'toy-borders' },
  },
  {
    stream: 'source-toy-borders',
    type: 'CoverageClaimed',
    sources,
    data: {
      relations: ['cow-contiguity'],
      actors: 'all',
      system: 'un',
      classes: ['relation'],
      from: '1990-01-01',
      through: '2016-12-31',
    },
  },
  ...[
    { attributes: ['cow-nmc-cinc'], classes: ['attribute'], from: '1990-01-01', through: '2010-12-31' },
    { raters: ['toy'], classes: ['score'], from: '2000-01-01', through: '2005-12-31' },
  ].map((claim) => ({
    stream: 'source-toy-borders',
    type: 'CoverageClaimed',
    sources,
    data: { ...claim, actors: 'all' },
  })),
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
  covered: { state: string; through: string | null; by: string[] }
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

describe('informal bodies', () => {
  it('are a channel of their own: A meets D there, and D is nobody that it meets in organisations', async () => {
    expect(await by('a', 'informal')).toMatchObject({ value: 0, degree: 1 })
    expect(await by('a', 'igo')).toMatchObject({ value: 6, degree: 1 })
  })
})

describe('treaties', () => {
  it('meets the parties of each: A 6 by one, 0 by its protocol, (6 + 2)/2 by the other', async () => {
    expect((await by('a', 'treaties')).value).toBeCloseTo(10 / 3, 14)
    expect((await by('a', 'treaties', { formula: 'dc' })).value).toBeCloseTo((2 * 6 + 2 + 0) / 4, 14)
  })
  it('leaves out what is adopted, and its protocols: else it would be made in part of itself', async () => {
    const found = await ask<{ channels: ByChannel[] }>(
      'exposure',
      { state: 'toya', adoption: 'toyt1', channel: 'treaties' },
      { asOf: '2001-06-01' },
    )
    // Of the parties of the other treaty B has adopted the first, and C has not.
    expect(found.channels[0]).toMatchObject({ value: 1 / 2, terms: [{ group: 'toyt2' }] })
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
  it('counts a pair once, whatever its alliances; one that began in the year of the day is uncertain', async () => {
    // C (2) and D (0) surely; B (6) by an alliance that began some day of 2000: without it 1, with it 8/3.
    const { value, min, max } = await by('a', 'alliance')
    expect([min, max]).toEqual([1, 8 / 3])
    expect(value).toBeGreaterThanOrEqual(1)
    expect((await by('a', 'alliance', { dates: 'exclude' })).value).toBe(1)
  })
  it('holds throughout the year in which it began, where the code of a year is that of the year', async () => {
    const whole = await by('a', 'alliance', { yearCodes: 'whole' })
    expect(whole).toMatchObject({ value: 8 / 3, min: 8 / 3, max: 8 / 3, parameters: { year_codes: 'whole' } })
    expect(await by('a', 'region')).toMatchObject({ parameters: expect.not.objectContaining({ year_codes: 'edges' }) })
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

describe('how far ties are known', () => {
  it('is what the sources of capabilities, numbers and treaties claim, no farther than those of scores', async () => {
    const covered = { state: 'covered', through: '2005-12-31' }
    expect((await by('a', 'power')).covered).toEqual({ ...covered, complete: [], by: ['toy-borders'] })
    expect((await by('a', 'regime', { peers: 'toy:score' })).covered).toMatchObject({ ...covered, by: ['toy-borders'] })
    expect((await by('a', 'treaties')).covered).toMatchObject({ ...covered, by: ['toy-borders', 'whole-record'] })
  })
  it('is none of a number of which nobody claims to hold all', async () => {
    expect((await by('a', 'regime', { peers: 'toy-regime' })).covered).toMatchObject({ state: 'none', through: null })
  })
  it('is carried after the last day of the claim', async () => {
    const on = async (asOf: string) =>
      (
        await ask<{ channels: ByChannel[] }>(
          'exposure',
          { state: 'toya', adoption: 'toyt2', channel: 'power' },
          { asOf },
        )
      ).channels[0]?.covered
    expect(await on('2010-06-01')).toMatchObject({ state: 'covered', through: '2010-12-31' })
    expect(await on('2012-06-01')).toMatchObject({ state: 'carried', through: '2010-12-31' })
  })
  it('lets no treaty in force mean that there was none, where a source holds the consents', async () => {
    expect(await by('e', 'treaties')).toMatchObject({ value: null, missing: 'no-tie' })
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
  it('refuses a number of which the log holds nothing', async () => {
    await expect(by('a', 'regime', { peers: 'toy-wealth' })).rejects.toThrow(/toy-wealth/)
  })
  it('refuses conditions on organisations where no channel has any', async () => {
    await expect(by('a', 'region', { igos: '!un' })).rejects.toThrow(/igos/)
  })
  it('says of what no source covers that it is unknown, and not that there is none', async () => {
    expect(await by('a', 'colony')).toMatchObject({ value: null, missing: 'unknown' })
    expect(await by('e', 'alliance')).toMatchObject({ value: null, missing: 'unknown' })
  })
  it('says of a state that was not in the system that it was not', async () => {
    const { channels } = await ask<{ channels: ByChannel[] }>(
      'exposure',
      { state: 'toya', score: 'toy:score', channel: 'contiguity' },
      { asOf: '1985-06-01' },
    )
    expect(channels[0]).toMatchObject({ value: null, missing: 'not-in-system' })
  })
  it('gives an isolate 0 where that is asked for, but never one of whom nothing is known', async () => {
    expect(await by('e', 'contiguity', { isolates: 'zero' })).toMatchObject({ value: 0, missing: null })
    expect(await by('e', 'alliance', { isolates: 'zero' })).toMatchObject({ value: null, missing: 'unknown' })
  })
  it('refuses what no channel that was asked for reads, and days that ties do not know', async () => {
    await expect(by('a', 'region', { gap: 'true' })).rejects.toThrow(/gap/)
    await expect(by('a', 'contiguity', { minObserved: '2' })).rejects.toThrow(/minObserved/)
    await expect(by('a', 'alliance', { dates: 'earliest' })).rejects.toThrow(/bounds and exclude/)
  })
})

describe('a panel of one state', () => {
  const toy5 = ['a', 'b', 'c', 'd', 'e'].map((letter) => `toy${letter}`)
  it.each(['igo', 'informal', 'treaties', 'region', 'language', 'colony', 'contiguity', 'alliance', 'power'])(
    'by %s says what the panel of all says of it, uncertain bounds and all',
    async (channel) => {
      const given = { from: '2001', to: '2001', system: 'un', formula: 'mm,dc,max', score: 'toy:score', channel }
      const all = await ask<{ rows: unknown[][] }>('panel exposure', given).catch((thrown: unknown) => String(thrown))
      const alone = await Promise.all(
        toy5.map((states) =>
          ask<{ rows: unknown[][] }>('panel exposure', { ...given, states }).then(
            ({ rows }) => rows,
            (thrown: unknown) => [[String(thrown)]],
          ),
        ),
      )
      if (typeof all === 'string') expect(alone.flat(2)).toEqual(toy5.map(() => all))
      else expect(alone.flat()).toEqual(all.rows)
    },
  )
})

describe('a panel by channels', () => {
  const panel = () =>
    ask<{
      columns: string[]
      rows: unknown[][]
      correlations: { a: string; b: string; r: number | null; n: number }[]
    }>('panel exposure', {
      from: '2001',
      to: '2001',
      system: 'un',
      formula: 'mm,dc',
      score: 'toy:score',
      channel: 'region,power',
    })
  it('names the channel in every column that is of one, and prints what the exposures of one state are', async () => {
    const answer = await panel()
    const row = (state: string) => rowsOf(answer).find((each) => each['state'] === state)
    expect(row('toya')).toMatchObject({
      mm_region_lag1: 4,
      dc_region_lag1: 4,
      n_groups_region_lag1: 1,
      n_groups_power_lag1: 2,
    })
    expect(row('toya')?.['mm_power_lag1']).toBeCloseTo(4.4, 14)
    expect(row('toye')).toMatchObject({ mm_region_lag1: null, missing_mm_region_lag1: 'unknown' })
    expect(answer.columns).not.toContain('mm_lag1')
  })
  it(
    'correlates the exposures over the rows that have both: by region A 4, B 5, C 7; by power A 4.4, B ' +
      '44/7, C 29/4',
    async () => {
      // Power: B meets A by 0.5 and C by 0.2: (8·0.5 + 2·0.2)/0.7 = 44/7; C meets A and B: (8·0.5 + 6·0.3)/0.8 = 29/4;
      // D and E, whose own share is unknown, meet all three, but have no value by region.
      const [x, y] = [
        [4, 5, 7],
        [4.4, 44 / 7, 29 / 4],
      ] as const
      const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length
      const product = (a: readonly number[], b: readonly number[]) =>
        a.reduce((sum, value, i) => sum + (value - mean(a)) * (b[i]! - mean(b)), 0)
      const expected = product(x, y) / Math.sqrt(product(x, x) * product(y, y))
      const found = (await panel()).correlations.find(({ a, b }) => a === 'mm_region_lag1' && b === 'mm_power_lag1')
      expect(found).toMatchObject({ n: 3 })
      expect(found?.r).toBeCloseTo(expected, 12)
    },
  )
})
