import { describe, expect, it } from 'vitest'
import type { ConvergenceAnswer } from '../../src/queries/convergence/convergence-answer.ts'
import type { InfluenceAnswer } from '../../src/queries/convergence/influence-answer.ts'
import { questionNamed } from '../support/ask.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { toyScores } from '../support/toy-scores.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const inIgo = (igo: string, type: string, occurred: string, data: object) => ({
  stream: `igo-${igo}`,
  type,
  occurred,
  sources,
  data,
})

/** An organisation of which a list codes A, B, C and X as members in every year from 1990 to 2001 (X: to 2000). */
const coded = (igo: string): readonly object[] => [
  ...toyOrganisation(igo, [], { sources, since: '1990-01-01' }),
  ...['a', 'b', 'c', 'x'].map((letter) =>
    inIgo(igo, 'MembershipObserved', '1990', {
      actor: `toy${letter}`,
      code: 'full',
      firstYear: 1990,
      lastYear: letter === 'x' ? 2000 : 2001,
    }),
  ),
]
const claimed = (igo: string, through: string): object => ({
  stream: 'source-toy-list',
  type: 'CoverageClaimed',
  sources,
  fact: `coverage-${igo}`,
  data: {
    organisations: [igo],
    actors: ['toya', 'toyb', 'toyc', 'toyx'],
    classes: ['membership'],
    through,
  },
})

/**
 * `toyends` is held to 2001-12-31, `toywhole` to 2003-12-31, and of `toysilent` nobody claims anything. X ceased to
 * exist on 2001-03-01. From `toyacts` (A, B, C and X since 1990, held to 2000-12-31) C withdrew on 2002-03-01; X had
 * withdrawn from `toygone` (held to 2003-12-31) before it ceased to exist.
 */
const { ask } = theWorkspaceOf((opened) =>
  append(
    opened,
    ...toyStates(['a', 'b', 'c', 'x'], { sources, since: '1980-01-01', system: 'gw' }),
    {
      stream: 'state-toyx',
      type: 'StateEnded',
      occurred: '2001-03-01',
      sources,
      data: { actor: 'toyx', system: 'gw', names: 'firstDayOut' },
    },
    {
      stream: 'source-toy-list',
      type: 'SourceRegistered',
      sources,
      fact: 'registered',
      data: { source: 'toy-list', citation: 'An invented list', kind: 'dataset' },
    },
    ...['toyends', 'toywhole', 'toysilent'].flatMap(coded),
    ...['toyacts', 'toygone'].flatMap((igo) =>
      toyOrganisation(igo, ['a', 'b', 'c', 'x'], { sources, since: '1990-01-01' }),
    ),
    inIgo('toyacts', 'MembershipEnded', '2002-03-01', { actor: 'toyc', mode: 'withdrawal', names: 'firstDayOut' }),
    inIgo('toygone', 'MembershipEnded', '2000-12-01', { actor: 'toyx', mode: 'withdrawal', names: 'firstDayOut' }),
    claimed('toyends', '2001-12-31'),
    claimed('toywhole', '2003-12-31'),
    claimed('toyacts', '2000-12-31'),
    claimed('toygone', '2003-12-31'),
    ...toyScores(1999, { a: [8, 8, 7, 7], b: [6, 6, 6, 6], c: [2, 3, 4, 5], x: [0, 0] }, sources),
  ),
)

const converged = (igo: string, years: object = { from: '1999', to: '2002' }, clocks: object = {}) =>
  ask<ConvergenceAnswer>('convergence', { igo, score: 'toy:score', system: 'gw', draws: '5', ...years }, clocks)
const influence = (letter: string, igo: string, years: object = { from: '1999', to: '2002' }) =>
  ask<InfluenceAnswer>('influence', { state: `toy${letter}`, igo, score: 'toy:score', years: '1', ...years })

describe('a year after the last day on which a source holds the members', () => {
  it('has no members, no σ, and nobody left', async () => {
    const found = await converged('toyends')
    expect(found.years.map(({ members, rated, reason }) => [members, rated, reason])).toEqual([
      [4, 4, null],
      [4, 4, null],
      [3, 3, null],
      [null, null, 'memberships-not-covered'],
    ])
    expect(found.years[3]).toMatchObject({ mean: null, sigma: null, panelSigma: null, covered: 'carried' })
    expect(found).toMatchObject({
      untold: { reason: 'memberships-not-covered', years: [2002], lastKnown: 2001 },
      variance: null,
      stayers: { n: 0, beta: null, reason: 'memberships-not-covered' },
      panel: { n: 0, slope: null, reason: 'memberships-not-covered' },
      coverage: { memberships: { state: 'carried', through: '2001-12-31' } },
    })
    expect(found.placebo?.measures.every(({ reason }) => reason === 'memberships-not-covered')).toBe(true)
    expect(new Set(found.members.map(({ role, because }) => `${role} ${because}`))).toEqual(
      new Set(['unknown memberships-not-covered']),
    )
    expect(questionNamed('convergence').text(found)).toContain(
      '2002: memberships-not-covered, so that nothing is said of them; the members are known to 2001: ask up to 2001',
    )
  })
  it('is answered for to the last that is held', async () => {
    const { untold, stayers, variance } = await converged('toyends', { from: '1999', to: '2001' })
    expect(untold).toBeNull()
    expect(stayers.states).toEqual(['toya', 'toyb', 'toyc'])
    // 8, 6, 2: 104/3 − (16/3)² = 56/9. 7, 6, 4: 101/3 − (17/3)² = 14/9.
    expect(variance?.withinStayers).toBeCloseTo(-42 / 9, 13)
  })
  it('is no exit of a state that was a member', async () => {
    const { years, events, coverage, balance } = await influence('b', 'toyends')
    expect(years.map(({ standing, others }) => [standing, others])).toEqual([
      ['member', 3],
      ['member', 3],
      ['member', 2],
      ['not-covered', null],
    ])
    expect(years[2]).toMatchObject({ net: null, reason: 'memberships-not-covered in 2002' })
    expect(events).toEqual([])
    expect(balance.starts).toBe(2)
    expect(coverage.memberships).toMatchObject({ state: 'carried', through: '2001-12-31' })
  })
  it('may have an exit that an act tells, and no mean', async () => {
    const { events, years } = await influence('c', 'toyacts')
    expect(years.map(({ standing }) => standing)).toEqual(['member', 'member', 'not-covered', 'out'])
    expect(events).toMatchObject([{ kind: 'exit', year: 2002, after: null, reason: 'memberships-not-covered' }])
    expect((await converged('toyacts')).untold?.lastKnown).toBe(2000)
  })
  it('is one like any other where no source claims to hold any, which the answer says', async () => {
    const { untold, years, coverage, members } = await converged('toysilent')
    expect(untold).toBeNull()
    expect(years.map((one) => one.members)).toEqual([4, 4, 3, 0])
    expect(coverage.memberships.state).toBe('none')
    expect(members.find(({ state }) => state === 'toya')?.because).toBe('membership-not-known')
  })
  it('is known where a source holds it: who is no member then has left', async () => {
    const { untold, members } = await converged('toywhole')
    expect(untold).toBeNull()
    expect(members.map(({ state, because }) => [state, because])).toEqual([
      ['toya', 'left'],
      ['toyb', 'left'],
      ['toyc', 'left'],
      ['toyx', 'extinct'],
    ])
  })
})

describe('a state that ceased to exist', () => {
  it('did not leave', async () => {
    const { years, events } = await influence('x', 'toywhole')
    expect(years.map(({ standing }) => standing)).toEqual(['member', 'member', 'extinct', 'extinct'])
    expect(events).toMatchObject([{ kind: 'extinct', year: 2001 }])
    expect(questionNamed('influence').text(await influence('x', 'toywhole'))).toContain(
      'the state ceased to exist, and its membership ended (extinct) in 2001',
    )
  })
  it('left where an act before tells so', async () => {
    const { events } = await influence('x', 'toygone')
    expect(events).toMatchObject([{ kind: 'exit', year: 2000 }])
    const { members } = await converged('toygone', { from: '1999', to: '2001' })
    expect(members.find(({ state }) => state === 'toyx')).toMatchObject({ role: 'leaver', because: 'left' })
  })
})

describe('a year after the day asked about', () => {
  it('is refused as the last', async () => {
    const years = { from: '1999', to: '2001' }
    await expect(converged('toywhole', years, { asOf: '2000-12-31' })).rejects.toMatchObject({ code: 'bad-years' })
    await expect(converged('toywhole', years, { asOf: '2001-12-30' })).rejects.toMatchObject({ code: 'bad-years' })
    expect((await converged('toywhole', years, { asOf: '2001-12-31' })).years.length).toBe(3)
    await expect(
      ask('influence', { state: 'toya', igo: 'toywhole', score: 'toy:score', ...years }, { asOf: '2000-12-31' }),
    ).rejects.toMatchObject({ code: 'bad-years' })
  })
})
