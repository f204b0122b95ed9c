import { describe, expect, it } from 'vitest'
import { tableOf } from '../../src/queries/question/question.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed, rowsOf } from '../support/ask.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

/**
 * A campaign over one norm, which two organisations had joined by 1995: a report on A on 1 June 1997, and a sanction on
 * 1 June 2001; a statement on B on some day of 1997. An appeal on C carries no norm. By docs/exposure.md a report has
 * the strength 2, a sanction 5, a statement 1.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'organisation' }]
const did = (stream: string, occurred: string, letter: string, kind: string, fact: string) => ({
  stream,
  type: 'CampaignAction',
  occurred,
  sources,
  fact,
  data: { actor: `toy${letter}`, kind },
})
const norm = (id: string) => ({
  stream: `norm-${id}`,
  type: 'NormDefined',
  sources,
  data: { norm: id, name: `Norm ${id}`, statement: 'An invented norm', coreArticles: ['toy 1'] },
})
const lines = [
  norm('toynorm'),
  norm('toyquiet'),
  {
    stream: 'campaign-toy',
    type: 'CampaignLaunched',
    occurred: '1990-01-01',
    sources,
    data: { name: 'Toy campaign', norms: ['toynorm'], targets: 'all', initiator: 'One' },
  },
  {
    stream: 'campaign-toy',
    type: 'CampaignJoined',
    occurred: '1995-01-01',
    sources,
    data: { organisation: 'Two' },
  },
  did('campaign-toy', '1997-06-01', 'a', 'report', 'a/1997'),
  did('campaign-toy', '2001-06-01', 'a', 'sanction', 'a/2001'),
  did('campaign-toy', '1997', 'b', 'statement', 'b/1997'),
  did('appeals-one-toyc', '1997-06-01', 'c', 'urgentAction', 'c/1997'),
  ...toyStates(['a', 'b', 'c', 'd'], { sources, since: '1990-01-01', system: 'un' }),
  ...toyOrganisation('toyo1', ['a', 'b'], { sources, since: '1990-01-01' }),
  ...['a', 'b'].map((letter) => ({
    stream: `practice-toy-score-toy${letter}`,
    type: 'PracticeScoreRecorded',
    occurred: '2000',
    sources,
    data: { actor: `toy${letter}`, rater: 'toy', indicator: 'score', year: 2000, value: letter === 'a' ? 8 : 6 },
  })),
]

const { ask } = theWorkspaceOf((opened) => append(opened, ...lines))

interface Stock {
  channel: string
  value: number | null
  min: number | null
  max: number | null
  missing: string | null
  coverage: number
  covered: { state: string }
  degree: number
  leftOut: string[]
  parameters: Record<string, unknown>
  terms: { campaign: string; date: string; kind: string; weight: number; value: number; contribution: number }[]
}
interface Answer extends Stock {
  formula: string | null
  own: number | null
  parameters: Record<string, unknown>
  channels: Stock[]
}
const exposureOf = (letter: string, more: object = {}, asOf = '2001-06-01') =>
  ask<Answer>('exposure', { state: `toy${letter}`, channel: 'advocacy', norm: 'toynorm', ...more }, { asOf })

const textOf = (answer: object): string => questionNamed('exposure').text(answer)

/** ln(1 + 2), for the two organisations. */
const breadth = Math.log(3)

describe('advocacy as a channel', () => {
  it('is the stock of what was done to the state: 1461 days are two half-lives, 2·ln 3/4 + 5·ln 3', async () => {
    const { value, terms, channels } = await exposureOf('a')
    expect(value).toBeCloseTo(2 * breadth * 0.25 + 5 * breadth, 12)
    expect(channels).toMatchObject([{ channel: 'advocacy', degree: 2, coverage: 1, missing: null }])
    expect(terms).toMatchObject([
      { campaign: 'campaign-toy', date: '1997-06-01', kind: 'report', value: 2 },
      { campaign: 'campaign-toy', date: '2001-06-01', kind: 'sanction', value: 5 },
    ])
    expect(terms.map(({ weight }) => weight)).toEqual([expect.closeTo(breadth * 0.25, 12), expect.closeTo(breadth, 12)])
    expect(terms.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(value)
  })
  it('is what the question pressure says, with the half-life that is asked for', async () => {
    const [stock, asked] = [
      await exposureOf('a', { halfLife: '4' }),
      await ask<{ value: number }>(
        'pressure',
        { state: 'toya', norm: 'toynorm', halfLife: '4' },
        { asOf: '2001-06-01' },
      ),
    ]
    expect(stock.value).toBeCloseTo(2 * breadth * 0.5 + 5 * breadth, 12)
    expect(stock.value).toBe(asked.value)
  })
  it('prints what shaped it, and no formula, lag or kind of membership', async () => {
    const { formula, parameters, channels } = await exposureOf('a')
    expect(formula).toBeNull()
    expect(parameters).toEqual({ norm: 'toynorm', half_life: 2, channel: 'advocacy' })
    expect(channels[0]?.parameters).toEqual({ norm: 'toynorm', half_life: 2 })
  })
  it('has bounds where an action is not dated to the day: from the first to the last day of 1997', async () => {
    const { value, min, max } = await exposureOf('b')
    const after = (days: number) => breadth * 2 ** (-days / 365.25 / 2)
    // From 1 January 1997 to 1 June 2001 it is 1612 days, from 31 December 1997 it is 1248.
    expect(min).toBeCloseTo(after(1612), 12)
    expect(max).toBeCloseTo(after(1248), 12)
    expect(value).toBe(max)
  })
  it('has no value on a day on which it is not certain that anybody had acted', async () =>
    expect(await exposureOf('b', {}, '1997-06-01')).toMatchObject({ value: null, missing: 'uncertain' }))
  it('is absent, and never 0, where nobody is known to have acted: no source lists all campaigns', async () => {
    expect(await exposureOf('d')).toMatchObject({ value: null, missing: 'no-action-known', covered: { state: 'none' } })
    expect(await exposureOf('a', { norm: 'toyquiet' })).toMatchObject({ value: null, missing: 'no-campaign-known' })
    expect(await exposureOf('a', {}, '1997-05-31')).toMatchObject({ value: null, missing: 'no-action-known' })
  })
  it('tells actions that carry no norm apart: nobody knows over what', async () =>
    expect(await exposureOf('c')).toMatchObject({
      value: null,
      missing: 'no-action-known',
      leftOut: ['appeals-one-toyc'],
    }))
})

describe('advocacy beside other channels', () => {
  it('stands in an entry of its own, with parameters of its own', async () => {
    const answer = await exposureOf('a', { channel: 'igo,advocacy', score: 'toy:score' })
    expect(answer).toMatchObject({ channel: 'igo', value: 6, formula: 'mm' })
    expect(answer.channels.map(({ channel, degree }) => [channel, degree])).toEqual([
      ['igo', 1],
      ['advocacy', 2],
    ])
    expect(answer.channels[0]?.parameters).toMatchObject({ kinds: 'full', score: 'toy:score', lag: 1 })
    expect(answer.channels[1]?.parameters).toEqual({ norm: 'toynorm', half_life: 2 })
    expect(textOf(answer)).toContain('by advocacy over toynorm, half-life 2 years: ')
  })
  it('may come first, with the own score beside it', async () => {
    const answer = await exposureOf('a', { channel: 'advocacy,igo', score: 'toy:score' }, '2000-12-31')
    expect(answer).toMatchObject({ channel: 'advocacy', formula: null, own: 8 })
    expect(textOf(answer)).toMatch(/^toya · advocacy over toynorm, half-life 2 years · as of 2000-12-31/)
  })
  it('has rows of its own in the table', async () => {
    const question = questionNamed('exposure')
    const { columns, rows } = tableOf(question, await exposureOf('a', { channel: 'igo,advocacy', score: 'toy:score' }))
    const names = columns.map(({ name }) => name)
    expect([...rows].map((row) => [row[names.indexOf('channel')], row[names.indexOf('term')]])).toEqual([
      ['igo', 'toyo1'],
      ['advocacy', 'campaign-toy, report of 1997-06-01'],
      ['advocacy', 'campaign-toy, sanction of 2001-06-01'],
    ])
  })
  it('is explained down to its events', async () => {
    const answer = await ask<{
      total: number
      value: number
      terms: { name: string }[]
      sensitivity: object
      evidence: { type: string }[]
    }>('explain exposure', { state: 'toya', channel: 'advocacy', norm: 'toynorm' }, { asOf: '2001-06-01' })
    expect(answer.total).toBeCloseTo(answer.value, 14)
    expect(answer.terms.map(({ name }) => name)).toEqual(['Toy campaign', 'Toy campaign'])
    // Without the only campaign nothing is left; without sanctions the report, without reports the sanction.
    expect(answer.sensitivity).toEqual({
      organisations: [{ organisation: 'campaign-toy', name: 'Toy campaign', without: null, change: null }],
      partners: [],
      types: [
        expect.objectContaining({ type: 'sanction', members: 1, without: expect.closeTo(2 * breadth * 0.25, 12) }),
        expect.objectContaining({ type: 'report', members: 1, without: expect.closeTo(5 * breadth, 12) }),
      ],
    })
    expect(answer.evidence.map(({ type }) => type)).toEqual(['CampaignAction', 'CampaignAction'])
  })
})

describe('a panel with advocacy', () => {
  const panelOf = (more: object) =>
    ask<{ columns: string[]; rows: unknown[][]; parameters: Record<string, unknown> }>('panel exposure', {
      from: '2001',
      to: '2001',
      system: 'un',
      at: '06-01',
      norm: 'toynorm',
      ...more,
    })
  it('has one column of it whatever the formulas, of the row’s day whatever the lag', async () => {
    const panel = await panelOf({ channel: 'igo,advocacy', score: 'toy:score', formula: 'mm,dc' })
    const [a, , , d] = rowsOf(panel)
    expect(a).toMatchObject({ mm_igo_lag1: 6, dc_igo_lag1: 6, degree_advocacy: 2, covered_advocacy: 'none' })
    expect(a?.['advocacy']).toBeCloseTo(2 * breadth * 0.25 + 5 * breadth, 12)
    expect(d).toMatchObject({ advocacy: null, missing_advocacy: 'no-action-known' })
    expect(panel.parameters).toMatchObject({ norm: 'toynorm', half_life: 2, formula: 'mm,dc' })
  })
  it('needs no score where it is alone, and then has no lag and no score', async () => {
    const { columns, parameters } = await panelOf({ channel: 'advocacy' })
    expect(columns.filter((name) => /lag|own|formula|n_groups|n_igos|read_year/.test(name))).toEqual([])
    expect(parameters).toEqual({
      norm: 'toynorm',
      half_life: 2,
      channel: 'advocacy',
      from: 2001,
      to: 2001,
      at: '06-01',
      system: 'un',
      sources: expect.any(String),
    })
  })
})

describe('what advocacy refuses', () => {
  it.each([
    ['no norm', { norm: undefined }, /needs `norm`/],
    ['a norm that nobody knows', { norm: 'toynothing' }, /toynothing/],
    ['a norm without it', { channel: 'igo', score: 'toy:score' }, /norm is read by the channel advocacy alone/],
    ['a half-life without it', { channel: 'igo', norm: undefined, halfLife: '3', score: 'toy:score' }, /halfLife/],
    ['a score where it is alone', { score: 'toy:score' }, /score, adoption and attribute/],
    ['conditions on organisations where it is alone', { igos: '!un' }, /igos/],
  ])('%s', async (_, more, message) => {
    await expect(exposureOf('a', more)).rejects.toThrow(message)
  })

  it('is refused what says how partners are averaged, and another policy of dates than bounds', async () => {
    const asked = (more: object) => ask('exposure', { state: 'toya', channel: 'advocacy', norm: 'toynorm', ...more })
    await expect(asked({ lag: '5' })).rejects.toThrow('lag says how partners are averaged')
    await expect(asked({ formula: 'dc' })).rejects.toThrow('formula says how partners are averaged')
    await expect(asked({ missing: 'zero' })).rejects.toThrow('missing says how partners are averaged')
    await expect(asked({ dates: 'exclude' })).rejects.toThrow('advocacy knows bounds alone')
    await expect(asked({ channel: 'igo,advocacy', adoption: 'cat', dates: 'exclude' })).rejects.toThrow('bounds alone')
  })
})
