import { describe, expect, it } from 'vitest'
import { actorProfile } from '../../projections/folds/actor-profile.ts'
import { identifiers, stateSystem, succession } from '../../projections/folds/state-system.ts'
import { folded, intervalsOf } from '../support/folded.ts'
import { said } from '../support/recorded.ts'

const entered = (occurred: string, system = 'cow') =>
  said('state-aut', 'StateEntered', occurred, { actor: 'aut', system })
const left = (occurred: string, names = 'lastDayIn', system = 'cow') =>
  said('state-aut', 'StateEnded', occurred, { actor: 'aut', system, names })

describe('state systems', () => {
  it('a state that left and came back has two spells; its last day in is a day in', () => {
    expect(folded(stateSystem, [entered('1919-09-10'), left('1938-03-13'), entered('1955-07-27')], 'system')).toEqual([
      ['1919-09-10', '1938-03-14', 'certain', 'cow'],
      ['1955-07-27', null, 'certain', 'cow'],
    ])
  })
  it('each system by itself: the German Democratic Republic entered one on 1954-03-25, the other on 1949-10-05', () => {
    expect(
      folded(
        stateSystem,
        [entered('1954-03-25'), entered('1949-10-05', 'gw'), left('1990-10-02')],
        'system',
      ).toSorted(),
    ).toEqual([
      ['1949-10-05', null, 'certain', 'gw'],
      ['1954-03-25', '1990-10-03', 'certain', 'cow'],
    ])
  })
  it('out and in on one day leaves no gap', () => {
    expect(
      folded(stateSystem, [entered('2000-01-01'), left('2000-01-01', 'firstDayOut'), entered('1990-01-01')]).map(
        ([from, to]) => [from, to],
      ),
    ).toEqual([
      ['1990-01-01', '2000-01-01'],
      ['2000-01-01', null],
    ])
  })
  it('an end without a beginning says nothing', () => expect(folded(stateSystem, [left('1938-03-13')])).toEqual([]))
})

describe('actors', () => {
  const defined = (name: string) => said('state-aut', 'ActorDefined', undefined, { actor: 'aut', name, kind: 'state' })
  it('are what they were last defined as', () =>
    expect(folded(actorProfile, [defined('Austria')], 'name', 'kind')).toEqual([
      [null, null, 'certain', 'Austria', 'state'],
    ]))
  const renamed = (occurred: string, name: string, formerly?: string) =>
    said('state-aut', 'StateRenamed', occurred, { actor: 'aut', name, ...(formerly !== undefined && { formerly }) })
  it('go by each name until they take another: German-Austria was renamed on 21 October 1919', () => {
    const events = [defined('Austria'), renamed('1919-10-21', 'Austria', 'German-Austria')]
    expect(folded(actorProfile, events, 'name')).toEqual([
      [null, '1919-10-21', 'certain', 'German-Austria'],
      ['1919-10-21', null, 'certain', 'Austria'],
    ])
  })
  it('were called as they are defined where nobody says what they were called before', () => {
    const events = [renamed('2010-01-01', 'Second'), defined('Own'), renamed('2000-01-01', 'First')]
    expect(folded(actorProfile, events, 'name')).toEqual([
      [null, '2000-01-01', 'certain', 'Own'],
      ['2000-01-01', '2010-01-01', 'certain', 'First'],
      ['2010-01-01', null, 'certain', 'Second'],
    ])
  })
  it('that two renamed on one day have one name from then on', () => {
    const events = [defined('Serbia'), renamed('2006-06-03', 'Serbia'), renamed('2006-06-03', 'Serbia')]
    expect(folded(actorProfile, events, 'name')).toEqual([
      [null, '2006-06-03', 'certain', 'Serbia'],
      ['2006-06-03', null, 'certain', 'Serbia'],
    ])
  })
  it('follow others from a day on', () => {
    const followed = said('state-rus', 'StateSucceeded', '1991-12-24', {
      actor: 'rus',
      predecessor: 'sun',
      mode: 'continuation',
    })
    expect(folded(succession, [followed], 'predecessor', 'mode')).toEqual([
      ['1991-12-24', null, 'certain', 'sun', 'continuation'],
    ])
  })
})

describe('codes and names', () => {
  const mapped = (stream: string, data: { code: string; from?: string; to?: string }) =>
    said(stream, 'IdentifierMapped', undefined, { scheme: 'cow', ...data })
  it('mean their subject on the days [from, to): 260 is the Federal Republic until 1990-10-02 in one list', () => {
    expect(
      folded(
        identifiers,
        [mapped('state-deu', { code: '260', from: '1949-09-21', to: '1990-10-03' })],
        'code',
        'kind',
        'subject',
      ),
    ).toEqual([['1949-09-21', '1990-10-03', 'certain', '260', 'state', 'deu']])
  })
  it('without bounds mean it always', () =>
    expect(folded(identifiers, [mapped('igo-un', { code: 'un' })], 'kind', 'subject')).toEqual([
      [null, null, 'certain', 'igo', 'un'],
    ]))
  it('are kept for subjects with a dash in their id', () =>
    expect(intervalsOf(identifiers, [mapped('treaty-iccpr-op1', { code: '4-5' })])[0]?.columns.subject).toBe(
      'iccpr-op1',
    ))
})
