import { describe, expect, it } from 'vitest'
import { readInput } from '../../src/queries/question/read-input.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed, rowsOf } from '../support/ask.ts'

const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const states = ['a', 'b', 'c']

/**
 * Three states, of which c enters on 1 July 1991. One organisation of exact days, one that was coded by years, one of
 * which nothing is told.
 */
const world = [
  ...states.flatMap((state) => [
    {
      stream: `state-toy${state}`,
      type: 'ActorDefined',
      sources,
      data: { actor: `toy${state}`, name: `Toyland ${state}`, kind: 'state' },
    },
    {
      stream: `state-toy${state}`,
      type: 'StateEntered',
      occurred: state === 'c' ? '1991-07-01' : '1980-01-01',
      sources,
      data: { actor: `toy${state}`, system: 'cow' },
    },
  ]),
  ...['days', 'years', 'silent'].map((igo) => ({
    stream: `igo-toy${igo}`,
    type: 'IgoFounded',
    occurred: '1980-01-01',
    sources,
    data: { igo: `toy${igo}`, name: `Toy organisation of ${igo}` },
  })),
  ...['a', 'b'].map((state) => ({
    stream: 'igo-toydays',
    type: 'MembershipStarted',
    occurred: state === 'a' ? '1985-03-01' : '1990',
    sources,
    data: { actor: `toy${state}`, kind: 'full' },
  })),
  {
    stream: 'igo-toydays',
    type: 'MembershipStarted',
    occurred: '1991-08-01',
    sources,
    data: { actor: 'toyc', kind: 'observer' },
  },
  {
    stream: 'igo-toydays',
    type: 'MembershipSuspended',
    occurred: '1991-01-01',
    sources,
    data: { actor: 'toya', scope: 'voting' },
  },
  {
    stream: 'igo-toydays',
    type: 'MembershipWithdrawalNotified',
    occurred: '1991-12-01',
    sources,
    data: { actor: 'toya', statedEffective: '1992-12-01' },
  },
  {
    stream: 'igo-toyyears',
    type: 'MembershipObserved',
    occurred: '1985/1995',
    sources,
    data: { actor: 'toya', code: 'full', firstYear: 1985, lastYear: 1995 },
  },
  {
    stream: 'igo-toyyears',
    type: 'MembershipObserved',
    occurred: '1985/1995',
    sources,
    data: { actor: 'toyb', code: 'unknown', firstYear: 1985, lastYear: 1995 },
  },
  ...(
    [
      ['toya', 1990, 3],
      ['toya', 1991, 0],
      ['toyb', 1991, 2.5],
      ['toyc', 1992, 4],
    ] as const
  ).map(([actor, year, value]) => ({
    stream: `practice-toy-first-${actor}`,
    type: 'PracticeScoreRecorded',
    occurred: String(year),
    sources,
    data: { actor, rater: 'toy', indicator: 'first', year, value, ...(actor === 'toyb' && { sd: 0.5 }) },
  })),
  {
    stream: 'practice-toy-first-toyb',
    type: 'PracticeScoreMissing',
    occurred: '1990',
    sources,
    data: { actor: 'toyb', rater: 'toy', indicator: 'first', year: 1990, reason: 'interregnum' },
  },
  {
    stream: 'practice-toy-second-toya',
    type: 'PracticeScoreRecorded',
    occurred: '1991',
    sources,
    data: { actor: 'toya', rater: 'toy', indicator: 'second', year: 1991, value: 1 },
  },
]

const { ask } = theWorkspaceOf(async (workspace) => append(workspace, ...world))

interface Members {
  readonly members: readonly Record<string, unknown>[]
  readonly count: Record<string, { certain: number; possible: number }>
}
const membersOn = (asOf: string, igo = 'toydays', more = {}) => ask<Members>('members', { igo, ...more }, { asOf })

describe('the members of an organisation', () => {
  it.each([
    ['1985-02-28', []],
    ['1985-03-01', ['toya full since 1985-03-01 certain']],
    // Of the other it is only told that it came in 1990.
    ['1990-06-30', ['toya full since 1985-03-01 certain', 'toyb full since 1990-01-01/1990-12-31 possible']],
    [
      '1992-01-01',
      [
        'toya full since 1985-03-01 certain, suspended voting, leaving since 1991-12-01',
        'toyb full since 1990-01-01/1990-12-31 certain',
        'toyc observer since 1991-08-01 certain',
      ],
    ],
    // The first day out is the day that the notice states.
    ['1992-12-01', ['toyb full since 1990-01-01/1990-12-31 certain', 'toyc observer since 1991-08-01 certain']],
  ])('on %s', async (asOf, expected) => {
    const { members } = await membersOn(asOf)
    expect(
      members.map(
        ({ state, kind, since, certainty, suspended, exitPending }) =>
          `${state} ${kind} since ${since} ` +
          `${certainty}${suspended === null ? '' : `, suspended ${suspended}`}` +
          `${exitPending === null ? '' : `, leaving since ${exitPending}`}`,
      ),
    ).toEqual(expected)
  })

  it('are those of the kinds that are asked for, and counted by kind', async () => {
    const { members, count } = await membersOn('1992-01-01', 'toydays', { kinds: 'observer,associate' })
    expect(members.map(({ state }) => state)).toEqual(['toyc'])
    expect(count).toMatchObject({ full: { certain: 0, possible: 0 }, observer: { certain: 1, possible: 0 } })
  })

  it('coded by years are possible in the first and last year; one that the source cannot tell is unknown', async () => {
    expect((await membersOn('1990-06-30', 'toyyears')).count).toMatchObject({
      full: { certain: 1, possible: 0 },
      unknown: { certain: 1, possible: 0 },
    })
    expect((await membersOn('1995-06-30', 'toyyears')).count).toMatchObject({ full: { certain: 0, possible: 1 } })
    expect((await membersOn('1996-01-01', 'toyyears')).members).toEqual([])
  })

  it('are what each state says of itself', async () => {
    for (const asOf of ['1985-03-01', '1990-06-30', '1992-01-01', '1995-12-31', '2020-01-01'])
      for (const igo of ['toydays', 'toyyears', 'toysilent']) {
        const { members } = await membersOn(asOf, igo)
        for (const state of states) {
          const own = await ask<{ memberships: { igo: string; kind: string; since: string; certainty: string }[] }>(
            'memberships',
            { state: `toy${state}`, igo },
            { asOf },
          )
          expect(
            members
              .filter((one) => one['state'] === `toy${state}`)
              .map(({ kind, since, certainty }) => ({ kind, since, certainty })),
          ).toEqual(own.memberships.map(({ kind, since, certainty }) => ({ kind, since, certainty })))
        }
      }
  })

  it('of an organisation that nobody knows are an error that names the closest', async () =>
    expect(membersOn('1990-01-01', 'Toy organisation of day')).rejects.toMatchObject({
      code: 'unknown-organisation',
      hint: expect.stringContaining('toydays') as string,
    }))
})

describe('names', () => {
  interface Names {
    readonly organisations: readonly { id: string }[]
    readonly indicators: readonly object[]
  }
  const namesOn = (asOf: string) => ask<Names>('names', {}, { asOf })

  it('lists indicators with their years and the number of their scores', async () => {
    expect((await namesOn('2000-01-01')).indicators).toEqual([
      {
        id: 'toy:first',
        rater: 'toy',
        indicator: 'first',
        firstYear: 1990,
        lastYear: 1992,
        states: 3,
        scores: 4,
        missing: 1,
        direction: null,
      },
      {
        id: 'toy:second',
        rater: 'toy',
        indicator: 'second',
        firstYear: 1991,
        lastYear: 1991,
        states: 1,
        scores: 1,
        missing: 0,
        direction: null,
      },
    ])
  })

  it.each([
    ['1985-03-01', [1, 0], [1, 1]],
    ['1990-06-30', [2, 1], [1, 0]],
    ['1992-12-01', [1, 0], [1, 0]],
    ['2000-01-01', [1, 0], [null, null]],
  ])('gives organisations their full members on %s, and nothing where nothing is told', async (asOf, days, years) => {
    const { organisations } = await namesOn(asOf)
    const sizeOf = (igo: string) => organisations.find(({ id }) => id === igo)
    expect(sizeOf('toydays')).toMatchObject({ fullMembers: days[0], possible: days[1] })
    expect(sizeOf('toyyears')).toMatchObject({ fullMembers: years[0], possible: years[1] })
    expect(sizeOf('toysilent')).toMatchObject({ fullMembers: null, possible: null })
  })
})

describe('a panel of scores', () => {
  const panel = async (score: string) =>
    rowsOf(await ask('panel scores', { score, from: '1990', to: '1992' }, { asOf: '2000-01-01' }))

  it('has a line for every state and year of the system, and says why a value is missing', async () => {
    const rows = await panel('toy:first')
    expect(
      rows.map((row) =>
        [row['state'], row['year'], row['toy_first'], row['sd_toy_first'], row['missing_toy_first']].join(' '),
      ),
    ).toEqual([
      'toya 1990 3  ',
      'toya 1991 0  ',
      'toya 1992   not-recorded',
      'toyb 1990   interregnum',
      'toyb 1991 2.5 0.5 ',
      'toyb 1992   not-recorded',
      'toyc 1991   not-recorded',
      'toyc 1992 4  ',
    ])
  })

  it('has a column for each indicator, in the order asked; one without a rater is of the rater before', async () => {
    const [first = {}] = await panel('toy:second,first,second')
    expect(Object.keys(first).slice(-9)).toEqual([
      'toy_second',
      'sd_toy_second',
      'missing_toy_second',
      'toy_first',
      'sd_toy_first',
      'missing_toy_first',
      'covered',
      'covered_through',
      'covered_by',
    ])
  })

  it('has the states and years of the other panels', async () => {
    const frame = { from: '1990', to: '1992' }
    const lines = async (name: string, more: object) =>
      rowsOf(await ask(name, { ...frame, ...more })).map((row) => `${row['state']} ${row['year']} ${row['in_system']}`)
    expect(await lines('panel scores', { score: 'toy:first' })).toEqual(await lines('panel memberships', {}))
  })

  it.each([
    ['first', 'bad-input'],
    ['toy:', 'bad-input'],
    [':first', 'bad-input'],
    ['toy:first:second', 'bad-input'],
    [',', 'bad-input'],
  ])('refuses %s', (score, code) => {
    const read = () => readInput(questionNamed('panel scores'), { score, from: '1990', to: '1990' }, String)
    expect(read).toThrow(expect.objectContaining({ code }) as Error)
  })

  it('of what nobody has scored is an error that names the closest', async () =>
    expect(panel('toy:frist')).rejects.toMatchObject({
      code: 'unknown-score',
      hint: expect.stringContaining('toy:first') as string,
    }))
})
