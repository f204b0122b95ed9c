import { describe, expect, it } from 'vitest'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { complete } from '../support/complete.ts'
import { rowsOf } from '../support/ask.ts'

const sourceOf = (kind: string, series: string) => [{ citation: `The ${series}, for tests`, kind, series }]
const [organisation, dataset, scholar] = [
  sourceOf('organisation', 'member list'),
  sourceOf('dataset', 'coded-years'),
  sourceOf('scholarly', 'thesis'),
]
const coded = (actor: string, code: string, firstYear: number, lastYear: number) => ({
  stream: 'igo-coe',
  type: 'MembershipObserved',
  occurred: `${firstYear}/${lastYear}`,
  sources: dataset,
  data: { actor, code, firstYear, lastYear },
})
const consent = (actor: string, occurred: string, sources: object[], fact = 'consent/1') => ({
  stream: 'treaty-cat',
  type: 'TreatyRatified',
  occurred,
  sources,
  fact,
  data: { actor },
})

const lines = [
  ...complete(['cat'], { sources: [...organisation, ...dataset, ...scholar] }),
  coded('grc', 'full', 1949, 2014),
  coded('dnk', 'full', 1949, 2014),
  {
    stream: 'igo-coe',
    type: 'MembershipStarted',
    occurred: '1949-08-09',
    sources: organisation,
    fact: 'started/1',
    data: { actor: 'grc', kind: 'full' },
  },
  {
    stream: 'igo-coe',
    type: 'MembershipEnded',
    occurred: '1970-12-31',
    sources: organisation,
    fact: 'ended/1',
    data: { actor: 'grc', names: 'firstDayOut' },
  },
  {
    stream: 'igo-coe',
    type: 'MembershipStarted',
    occurred: '1974-11-28',
    sources: organisation,
    fact: 'started/2',
    data: { actor: 'grc', kind: 'full', mode: 'readmission' },
  },
  {
    stream: 'igo-coe',
    type: 'MembershipStarted',
    occurred: '1949-05-05',
    sources: organisation,
    fact: 'started/1',
    data: { actor: 'dnk', kind: 'full' },
  },
  consent('fra', '1986-02-18', sourceOf('depositary', 'treaty-table')),
  consent('fra', '1986-02-19', scholar),
  consent('dnk', '1987-05-27', sourceOf('depositary', 'treaty-table')),
  consent('dnk', '1987', scholar),
  ...[
    ['5', dataset],
    ['6', scholar],
  ].map(([value, sources]) => ({
    stream: 'practice-toy-score-fra',
    type: 'PracticeScoreRecorded',
    occurred: '2000',
    sources,
    data: { actor: 'fra', rater: 'toy', indicator: 'score', year: 2000, value: Number(value) },
  })),
]

const { workspace, ask } = theWorkspaceOf((opened) => append(opened, ...lines))

interface Side {
  value: string
  citations: string[]
  decidedBy: string[]
}
interface Row {
  about: string
  between: string
  actor: string
  subject: string
  what: string
  from: string
  to: string
  follows: Side
  against: Side
}
const conflicts = async (input: object) => (await ask<{ rows: Row[] }>('conflicts', { ...input })).rows
const inWords = (rows: Row[]) =>
  rows.map(({ actor, subject, what, from, to, follows, against }) => [
    actor,
    subject,
    what,
    from,
    to,
    follows.value,
    against.value,
  ])

const greece = ['grc', 'coe', 'standing', '1970-12-31', '1974-11-28', 'none', 'full']
const france = ['fra', 'cat', 'consent/1', '1986-02-18', '1986-02-19', '1986-02-18', '1986-02-19']

describe('conflicts', () => {
  it('are what sources of memberships and of treaty acts disagree about', async () =>
    expect(inWords(await conflicts({}))).toEqual([greece, france]))

  it('cite both sides', async () => {
    const [row] = await conflicts({ subject: 'coe' })
    expect([row?.follows.citations, row?.against.citations]).toEqual([
      ['The member list, for tests'],
      ['The coded-years, for tests'],
    ])
    expect(row?.follows.decidedBy.length).toBeGreaterThan(0)
    expect(row?.against.decidedBy).toHaveLength(1)
  })

  it('turn where the policy does', async () => {
    expect(inWords(await conflicts({ sources: 'scholarly,dataset,organisation,depositary' }))).toEqual([
      ['grc', 'coe', 'standing', '1970-12-31', '1974-11-28', 'full', 'none'],
      ['fra', 'cat', 'consent/1', '1986-02-18', '1986-02-19', '1986-02-19', '1986-02-18'],
    ])
  })

  it('are none among the sources that are listened to', async () =>
    expect(await conflicts({ sources: 'depositary,organisation' })).toEqual([]))

  it('may be asked for by subject, state, kind and days', async () => {
    expect(inWords(await conflicts({ state: 'Greece' }))).toEqual([greece])
    expect(inWords(await conflicts({ about: 'treaties' }))).toEqual([france])
    expect(inWords(await conflicts({ from: '1974-11-27', to: '1980' }))).toEqual([greece])
    expect(inWords(await conflicts({ from: '1974-11-28', to: '1980' }))).toEqual([])
    await expect(conflicts({ subject: 'nothing' })).rejects.toThrow('nothing')
    await expect(conflicts({ from: 'spring' })).rejects.toThrow('spring')
  })

  it('of scores are told on request', async () =>
    expect(inWords(await conflicts({ subject: 'toy:score' }))).toEqual([
      ['fra', 'toy:score', '2000', '2000-01-01', '2001-01-01', '5', '6'],
    ]))
})

describe('the policy', () => {
  it('is printed with every answer that it decides', async () => {
    for (const [name, input] of [
      ['status', { state: 'fra', subject: 'cat' }],
      ['timeline', { state: 'fra' }],
      ['treaty', { treaty: 'cat' }],
      ['memberships', { state: 'grc' }],
      ['conflicts', {}],
    ] as const) {
      expect(await ask(name, input)).toMatchObject({ sources: 'depositary,organisation,scholarly,dataset,press' })
      expect(await ask(name, { ...input, sources: 'scholarly, dataset' })).toMatchObject({
        sources: 'scholarly,dataset',
      })
    }
  })
  it('decides a status, a membership and their panels', async () => {
    const status = async (sources?: string) =>
      (
        await ask<{ status: string }>(
          'status',
          { state: 'fra', subject: 'cat', ...(sources && { sources }) },
          { asOf: '1986-02-18' },
        )
      ).status
    // The press holds nothing in full: of what it does not tell nothing is known.
    expect([await status(), await status('scholarly'), await status('press')]).toEqual(['CONSENTED', 'NONE', 'UNKNOWN'])
    const kinds = async (sources?: string) =>
      (
        await ask<{ memberships: { kind: string }[] }>(
          'memberships',
          { state: 'grc', ...(sources && { sources }) },
          { asOf: '1972-01-01' },
        )
      ).memberships.map(({ kind }) => kind)
    expect([await kinds(), await kinds('coded-years'), await kinds('organisation')]).toEqual([[], ['full'], []])
    const full = async (sources?: string) => {
      const panel = await ask<{ columns: string[]; rows: unknown[][]; parameters: object }>('panel memberships', {
        from: '1972',
        to: '1972',
        system: 'un',
        ...(sources && { sources }),
      })
      return [rowsOf(panel).find(({ state }) => state === 'grc')?.['full'], panel.parameters]
    }
    await append(workspace(), {
      stream: 'state-grc',
      type: 'StateEntered',
      occurred: '1945-10-25',
      sources: organisation,
      data: { actor: 'grc', system: 'un' },
    })
    expect(await full()).toMatchObject([0, { sources: 'depositary,organisation,scholarly,dataset,press' }])
    expect(await full('dataset')).toMatchObject([1, { sources: 'dataset' }])
    const bound = rowsOf(
      await ask<never>('panel status', {
        subject: 'cat',
        from: '1986',
        to: '1986',
        at: '02-18',
        system: 'un',
        sources: 'scholarly',
      }),
    )
    expect(bound.filter(({ status: found }) => found !== 'NONE')).toEqual([])
  })
})
