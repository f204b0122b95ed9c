import { describe, expect, it } from 'vitest'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { record } from '../support/a-read-model.ts'
import { questionNamed } from '../support/ask.ts'
import { said } from '../support/recorded.ts'

/*
 * An invented world in which hardly anything is told to the day. A is coded as a member of the United Nations from 1949
 * to 1970; B from 1950, but came and left on days that acts tell; C entered a state system on some day of 1962, and
 * left it on one of March 1980.
 */
const dataset = { sources: [{ citation: 'Coded years, for tests', kind: 'dataset' as const, series: 'coded-years' }] }
const { ask } = theWorkspaceOf((opened) =>
  record(
    opened.log,
    ...['aaa', 'bbb', 'ccc'].map((id) =>
      said(`state-${id}`, 'ActorDefined', undefined, { actor: id, name: `The land of ${id}`, kind: 'state' }),
    ),
    said('igo-un', 'IgoFounded', '1945', { igo: 'un', name: 'An invented organisation' }),
    said('igo-un', 'IgoFounded', '1945-10-24', { igo: 'un', name: 'An invented organisation' }, dataset),
    said('igo-old', 'IgoFounded', '1919', { igo: 'old', name: 'An organisation of the years' }),
    said('igo-old', 'IgoDissolved', '1946', { igo: 'old', names: 'lastDayIn' }),
    said('igo-elder', 'IgoFounded', '../1925', { igo: 'elder', name: 'An organisation of unknown age' }),
    said(
      'igo-un',
      'MembershipObserved',
      undefined,
      { actor: 'aaa', code: 'full', firstYear: 1949, lastYear: 1970 },
      dataset,
    ),
    said(
      'igo-un',
      'MembershipObserved',
      undefined,
      { actor: 'bbb', code: 'full', firstYear: 1950, lastYear: 1990 },
      dataset,
    ),
    said('igo-un', 'MembershipStarted', '1975-06-01', { actor: 'bbb', kind: 'full' }),
    said('igo-un', 'MembershipEnded', '1985-04-01', { actor: 'bbb', names: 'firstDayOut' }),
    said('state-ccc', 'StateEntered', '1962', { actor: 'ccc', system: 'gw' }),
    said('state-ccc', 'StateEnded', '1980-03', { actor: 'ccc', system: 'gw', names: 'lastDayIn' }),
    said('norm-quiet', 'NormDefined', undefined, { norm: 'quiet', name: 'Quiet', statement: 'Nobody makes noise.' }),
    said('norm-quiet', 'NormContested', '1999-05', {
      actor: 'aaa',
      norm: 'quiet',
      type: 'validity',
      stance: 'objecting',
    }),
  ),
)

interface Spell {
  readonly system: string
  readonly from: string | null
  readonly to: string | null
  readonly began: string | null
  readonly ended: string | null
  readonly certainty: string
}
const spellsOf = async (state: string) =>
  (await ask<{ spells: readonly Spell[] }>('state', { state })).spells.map(({ system, began, ended, certainty }) => ({
    system,
    began,
    ended,
    certainty,
  }))
const textOf = async (name: string, input: Readonly<Record<string, string>>, asOf = '2020-01-01'): Promise<string> =>
  questionNamed(name).text((await ask<object>(name, input, { asOf })) as never)

describe('what is told by the year', () => {
  it('is no day in the system of a state', async () => {
    expect(await spellsOf('aaa')).toEqual([{ system: 'un', began: '1949', ended: '1970', certainty: 'certain' }])
    expect(await textOf('state', { state: 'aaa' })).toContain('in un from 1949 to 1970')
    expect(await textOf('state', { state: 'aaa' })).not.toMatch(/1949-01-01|1970-12-31/)
  })
  it('is a day where an act tells it', async () =>
    expect(await spellsOf('bbb')).toMatchObject([{ system: 'un', began: '1975-06-01', ended: '1985-03-31' }]))
  it('is one spell, whose beginning lies in a year and whose end in a month', async () =>
    expect(await spellsOf('ccc')).toEqual([{ system: 'gw', began: '1962', ended: '1980-03', certainty: 'certain' }]))
  it('is no day in the life of an organisation', async () => {
    expect(await ask('organisation', { igo: 'old' })).toMatchObject({
      founded: '1919',
      ended: '1946',
      calledItself: [{ from: '1919', to: '1946' }],
    })
    expect(await ask('organisation', { igo: 'elder' })).toMatchObject({ firstDay: null, founded: '../1925-12-31' })
    expect(await textOf('members', { igo: 'old' }, '1918-12-31')).toContain(
      'did not exist yet on that day: founded in 1919',
    )
    expect(await textOf('members', { igo: 'old' }, '1947-01-01')).toContain('its last was in 1946')
    expect(await textOf('members', { igo: 'old' }, '1919-06-01')).not.toContain('did not exist')
  })
  it('is the day that another source tells of the same founding', async () =>
    expect(await ask('organisation', { igo: 'un' })).toMatchObject({ firstDay: '1945-10-24', founded: '1945-10-24' }))
  it('is no day of what was said against a norm', async () =>
    expect(await ask('status', { state: 'aaa', subject: 'quiet' }, { asOf: '2010-01-01' })).toMatchObject({
      positions: [{ date: '1999-05', kind: 'objecting' }],
    }))
})
