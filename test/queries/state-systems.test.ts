import { describe, expect, it } from 'vitest'
import { loadInSystem } from '../../src/queries/memberships/in-system.ts'
import { loadSystem } from '../../src/queries/memberships/load-system.ts'
import { underPolicy } from '../../src/queries/question/source-policy.ts'
import { parseDay } from '../../src/time/day.ts'
import { aWorkspaceOf, theWorkspaceOf } from '../support/a-workspace-of.ts'
import { record } from '../support/a-read-model.ts'
import { asker, rowsOf } from '../support/ask.ts'
import { said, type Said } from '../support/recorded.ts'

/*
 * An invented United Nations, worked out by hand. Acts: A and B from 1946, C from 1960, of which B left on 1 July 1975;
 * D is an observer from 1950. A dataset that codes years: E full from 1955 to 1990, F associate; G full to 1990, and
 * gone as a state from 1990-10-03 on; it codes C as no member before 1965. H is recorded in the system itself, and no
 * membership of it is told.
 */
const dataset = { sources: [{ citation: 'Coded years, for tests', kind: 'dataset' as const, series: 'coded-years' }] }
const states = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((letter) => letter.repeat(3))
const coded = (actor: string, code: string, firstYear: number, lastYear: number): Said =>
  said('igo-un', 'MembershipObserved', undefined, { actor, code, firstYear, lastYear }, dataset)
const started = (actor: string, day: string, kind = 'full'): Said =>
  said('igo-un', 'MembershipStarted', day, { actor, kind })
const score = (actor: string, year: number, value: number): Said =>
  said(`practice-toy-score-${actor}`, 'PracticeScoreRecorded', String(year), {
    actor,
    rater: 'toy',
    indicator: 'score',
    year,
    value,
  })

const defined = [
  ...states.map((id) =>
    said(`state-${id}`, 'ActorDefined', undefined, { actor: id, name: `The land of ${id}`, kind: 'state' }),
  ),
  said('igo-un', 'IgoFounded', '1945-10-24', { igo: 'un', name: 'An invented organisation' }),
]
const told = [
  started('aaa', '1946-01-01'),
  started('bbb', '1946-01-01'),
  said('igo-un', 'MembershipEnded', '1975-07-01', { actor: 'bbb', names: 'firstDayOut' }),
  started('ccc', '1960-01-01'),
  coded('ccc', 'none', 1946, 1964),
  started('ddd', '1950-01-01', 'observer'),
  coded('eee', 'full', 1955, 1990),
  coded('fff', 'associate', 1955, 1990),
  coded('ggg', 'full', 1955, 1990),
  said('state-ggg', 'StateEntered', '1955-01-01', { actor: 'ggg', system: 'gw' }),
  said('state-ggg', 'StateEnded', '1990-10-02', { actor: 'ggg', system: 'gw', names: 'lastDayIn' }),
  said('state-hhh', 'StateEntered', '1970-01-01', { actor: 'hhh', system: 'un' }),
  ...[1974, 1976, 1990].flatMap((year) => [score('aaa', year, 6), score('ccc', year, 3)]),
]

describe('the system of the members of the United Nations', () => {
  const { ask, workspace } = theWorkspaceOf((opened) => record(opened.log, ...defined, ...told))
  const panel = async (year: number, more: object = {}) =>
    rowsOf(await ask<never>('panel memberships', { system: 'un', from: String(year), to: String(year), ...more })).map(
      ({ state, in_system: inside }) => `${String(state)} ${String(inside)}`,
    )

  // By the years alone it is not known of A, B and D; C was none up to 1964, and F an associate; of E and G nothing is
  // told before 1955 and after 1990, but that G was gone by then. H entered the system, as such, in 1970.
  it.each<readonly [string, readonly string[] | undefined, string]>([
    ['1980-01-01', undefined, 'in acegh, out bdf'],
    ['1950-01-01', ['coded-years'], 'in , out ch'],
    ['1980-01-01', ['coded-years'], 'in egh, out f'],
    ['1995-01-01', ['coded-years'], 'in h, out g'],
  ])(
    'on %s, by %s, has members and others that are told, and says nothing of the rest',
    async (day, sources, expected) => {
      const world = await underPolicy(await workspace().world({ asOf: day }), sources)
      const { on } = await loadInSystem(world, 'un', await loadSystem(world, 'un'))
      const which = (isIn: boolean): string =>
        states
          .filter((state) => on(state, parseDay(day)) === isIn)
          .map((state) => state.charAt(0))
          .join('')
      expect(`in ${which(true)}, out ${which(false)}`).toBe(expected)
    },
  )

  it.each([
    [1950, ['aaa 1', 'bbb 1']],
    [1960, ['aaa 1', 'bbb 1', 'ccc 1', 'eee 1', 'ggg 1']],
    [1975, ['aaa 1', 'bbb 0', 'ccc 1', 'eee 1', 'ggg 1', 'hhh 1']],
    [1976, ['aaa 1', 'ccc 1', 'eee 1', 'ggg 1', 'hhh 1']],
    // G was a member until it was gone, in a year for which it is coded as one.
    [1990, ['aaa 1', 'ccc 1', 'eee 1', 'ggg 0', 'hhh 1']],
    // The dataset ends with 1990, and says nothing of later years.
    [1991, ['aaa 1', 'ccc 1', 'hhh 1']],
  ])('has its full members of %d', async (year, members) => expect(await panel(year)).toEqual(members))

  it('believes whom the question believes', async () => {
    expect(await panel(1962, { sources: 'dataset' })).toEqual(['eee 1', 'ggg 1'])
    expect(await panel(1962, { sources: 'dataset,depositary' })).toEqual(['aaa 1', 'bbb 1', 'eee 1', 'ggg 1'])
  })

  it.each([
    // A meets C, who scores 3, in the one organisation: 3 / (n − 1), n the members on that day.
    ['1974-12-31', 3 / 5],
    ['1976-12-31', 3 / 4],
    ['1990-06-01', 3 / 4],
    ['1990-12-31', 3 / 3],
  ])('is what ti divides by: on %s it is %d', async (asOf, value) => {
    const asked = { state: 'aaa', score: 'toy:score', lag: '0', formula: 'ti', system: 'un', minCoverage: '0' }
    expect(await ask('exposure', { ...asked, yearCodes: 'whole' }, { asOf })).toMatchObject({ value })
  })
})

describe('a state system that the log does not hold', () => {
  const asks: readonly [string, object][] = (['cow', 'gw', 'un'] as const).flatMap((system): [string, object][] => [
    ['panel memberships', { system, from: '1980', to: '1981' }],
    ['panel exposure', { system, from: '1980', to: '1981', score: 'toy:score' }],
    ['exposure', { system, state: 'aaa', score: 'toy:score', formula: 'ti' }],
    ['explain exposure', { system, state: 'aaa', score: 'toy:score', formula: 'ti' }],
  ])
  it('is refused, in words that say what to import and know no command line', async () => {
    const { workspace, dispose } = await aWorkspaceOf((opened) => record(opened.log, ...defined, score('aaa', 1980, 1)))
    try {
      for (const [name, input] of asks) {
        const thrown: unknown = await asker(() => workspace)(name, { ...input }, { asOf: '1981-01-01' }).then(
          () => expect.fail(`${name} answered`),
          (reason: unknown) => reason,
        )
        expect(thrown).toMatchObject({ code: 'unknown-system', where: 'system' })
        expect(String((thrown as { report: string }).report)).toMatch(/[Ii]mport/)
        expect(String((thrown as { report: string }).report)).not.toContain('--')
      }
    } finally {
      await dispose()
    }
  })
})
