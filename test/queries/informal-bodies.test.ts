import { describe, expect, it } from 'vitest'
import { loadAllMemberships } from '../../src/queries/memberships/load-memberships.ts'
import { loadKeptMemberships } from '../../src/queries/memberships/kept-memberships.ts'
import { record } from '../support/a-read-model.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { rowsOf } from '../support/ask.ts'
import { said, type Said } from '../support/recorded.ts'

/*
 * Two organisations and a club without a treaty, invented. A, B and C score 8, 6 and 2. A and B are in the court since
 * 1950, A and C in the bank. All are in the club since 1975; C left it on 2014-03-24, a source codes it as a member on.
 */
const started = (igo: string, actor: string, day: string): Said =>
  said(`igo-${igo}`, 'MembershipStarted', day, { actor, kind: 'full' }, { fact: 'started/1' })
const score = (actor: string, value: number): Said =>
  said(`practice-toy-score-${actor}`, 'PracticeScoreRecorded', '2000', {
    actor,
    rater: 'toy',
    indicator: 'score',
    year: 2000,
    value,
  })
const founded = (igo: string, more: object = {}): Said =>
  said(`igo-${igo}`, 'IgoFounded', '1945-01-01', { igo, name: `The ${igo}`, ...more })
const told = [
  ...['aaa', 'bbb', 'ccc'].flatMap((id) => [
    said(`state-${id}`, 'ActorDefined', undefined, { actor: id, name: `The land of ${id}`, kind: 'state' }),
    said(`state-${id}`, 'StateEntered', '1945-01-01', { actor: id, system: 'cow' }),
  ]),
  founded('court'),
  founded('bank', { formality: 'formal' }),
  founded('club', { formality: 'informal' }),
  started('court', 'aaa', '1950-01-01'),
  started('court', 'bbb', '1950-01-01'),
  started('bank', 'aaa', '1950-01-01'),
  started('bank', 'ccc', '1950-01-01'),
  ...['aaa', 'bbb', 'ccc'].map((actor) => started('club', actor, '1975-11-15')),
  said('igo-club', 'MembershipEnded', '2014-03-24', { actor: 'ccc', names: 'firstDayOut' }),
  said(
    'igo-club',
    'MembershipObserved',
    undefined,
    { actor: 'ccc', code: 'full', firstYear: 2010, lastYear: 2016 },
    { sources: [{ citation: 'Coded years, for tests', kind: 'dataset', series: 'coded-years' }] },
  ),
  score('aaa', 8),
  score('bbb', 6),
  score('ccc', 2),
  said('source-toy', 'CoverageClaimed', undefined, {
    organisations: ['court', 'bank'],
    actors: 'all',
    classes: ['membership'],
    through: '2005-12-31',
  }),
]

describe('bodies without a treaty', () => {
  // The catalogue has organisations of its own.
  const withoutCatalogue = async () => undefined
  const { workspace, ask } = theWorkspaceOf((opened) => record(opened.log, ...told), withoutCatalogue)
  const igos = async (input: object, clocks = { asOf: '2000-06-01' }) =>
    (
      await ask<{ memberships: readonly { igo: string }[] }>('memberships', { state: 'aaa', ...input }, clocks)
    ).memberships
      .map(({ igo }) => igo)
      .toSorted()

  it.each([
    [{}, ['bank', 'court']],
    [{ formality: 'informal' }, ['club']],
    [{ formality: 'all' }, ['bank', 'club', 'court']],
    [{ igo: 'club' }, ['club']],
  ])('are among memberships where they are asked for: %j', async (input, expected) =>
    expect(await igos(input)).toEqual(expected),
  )

  it('do not lessen how far memberships are known', async () => {
    const { coverage } = await ask<{ coverage: { state: string } }>(
      'memberships',
      { state: 'aaa' },
      { asOf: '2000-06-01' },
    )
    expect(coverage.state).toBe('covered')
  })

  it('name their members where they are named', async () => {
    const { members } = await ask<{ members: readonly { state: string }[] }>(
      'members',
      { igo: 'club' },
      { asOf: '2000-06-01' },
    )
    expect(members.map(({ state }) => state)).toEqual(['aaa', 'bbb', 'ccc'])
  })

  it('are counted in no panel', async () => {
    const panel = await ask<never>('panel memberships', { system: 'cow', from: '2000', to: '2000' })
    expect(rowsOf(panel).map(({ state, full }) => `${String(state)} ${String(full)}`)).toEqual([
      'aaa 2',
      'bbb 1',
      'ccc 1',
    ])
  })

  // A meets B in the court and C in the bank: (6 + 2) / 2 = 4. With the club it would be (6 + 2 + 4) / 3 = 4 as well,
  // so B is asked: it meets A in the court, 8; with the club (8 + 5) / 2 = 6.5.
  it('have no part in an exposure', async () => {
    const exposure = { state: 'bbb', score: 'toy:score', lag: '0', formula: 'mm', system: 'cow', minCoverage: '0' }
    const { value } = await ask<{ value: number }>('exposure', exposure, { asOf: '2000-12-31' })
    expect(value).toBe(8)
  })

  it('make an exposure where they are named: B meets A and C in the club, (8 + 2) / 2', async () => {
    const exposure = { state: 'bbb', score: 'toy:score', lag: '0', system: 'cow', igos: 'club' }
    const { value } = await ask<{ value: number }>('exposure', exposure, { asOf: '2000-12-31' })
    expect(value).toBe(5)
  })

  it('are read by whoever asks for them, packed or not', async () => {
    const world = await workspace().world({ asOf: '2000-06-01' })
    const placesIn = async (formality?: 'informal' | 'all') => {
      const asked = { ...world, ...(formality && { formality }) }
      const spans = await loadAllMemberships(asked)
      return [[...new Set(spans.map(({ igo }) => igo))].toSorted(), (await loadKeptMemberships(asked)).organisations]
    }
    expect(await placesIn()).toEqual([
      ['bank', 'court'],
      ['bank', 'court'],
    ])
    expect(await placesIn('informal')).toEqual([['club'], ['club']])
    expect(await placesIn('all')).toEqual([
      ['bank', 'club', 'court'],
      ['bank', 'club', 'court'],
    ])
  })

  it.each([
    ['exits', {}, []],
    ['exits', { subject: 'club' }, ['ccc club']],
    ['conflicts', { about: 'memberships' }, []],
    ['conflicts', { about: 'memberships', subject: 'club' }, ['ccc club']],
  ])('are in %s %j as they are named', async (name, input, expected) => {
    const { rows } = await ask<{ rows: readonly { actor: string; subject: string }[] }>(name, input, {
      asOf: '2016-01-01',
    })
    expect([...new Set(rows.map(({ actor, subject }) => `${actor} ${subject}`))]).toEqual(expected)
  })

  it('are told apart among names, with their size', async () => {
    const { organisations } = await ask<{
      organisations: readonly { id: string; fullMembers: number; formality: string }[]
    }>('names', {}, { asOf: '2015-01-01' })
    expect(organisations.map((one) => `${one.id} ${one.fullMembers} ${one.formality}`)).toEqual([
      'bank 2 formal',
      'club 2 informal',
      'court 2 formal',
    ])
  })
})
