import { describe, expect, it } from 'vitest'
import { actor } from '../support/actors.ts'
import { objected, reserved, tookBackReservation } from '../support/attached.ts'
import { given } from '../support/given.ts'
import { carriedBy, instrument, towards } from '../support/norms.ts'

/** The ten rules by which several instruments come to one status of one state towards one norm. */

const aaa = actor('aaa')
const nothing = (id: string) => given(instrument(id), actor('zzz').signed('1985-01-01')).of('aaa')
const signed = (id: string, day = '1990-01-01') => given(instrument(id), aaa.signed(day))
const ratified = (id: string, day = '1990-01-01') => given(instrument(id), aaa.ratified(day))
const leaving = (id: string) => given(instrument(id), aaa.ratified('1990-01-01'), aaa.notifiedWithdrawal('2000-01-01'))

describe('rule 1: only articles linked to the norm count', () => {
  const withReservation = (to: readonly string[]) =>
    given(instrument('covenant'), aaa.ratified('1990-01-01'), reserved('aaa', undefined, { to }))
  it('a reservation to the linked article qualifies', () =>
    towards([carriedBy('core', withReservation(['7']), { core: ['7'] })])
      .on('1995-01-01')
      .is('BOUND_QUALIFIED'))
  it('one to another article of the same instrument does not', () =>
    towards([carriedBy('core', withReservation(['20']), { core: ['7'] })])
      .on('1995-01-01')
      .is('BOUND'))
  it('one that names no article touches all of them', () =>
    towards([carriedBy('core', withReservation([]), { core: ['7'] })])
      .on('1995-01-01')
      .is('BOUND_QUALIFIED'))
  it('an instrument that carries the norm as a whole is qualified by any', () =>
    towards([carriedBy('core', withReservation(['20']))])
      .on('1995-01-01')
      .is('BOUND_QUALIFIED'))
})

describe('rule 2: any core, regional or successor instrument binds; all of them, where the norm says so', () => {
  const links = [
    carriedBy('core', signed('world'), { id: 'world' }),
    carriedBy('regional', ratified('region'), { id: 'region' }),
  ]
  it('any: the one that binds decides', () => towards(links).on('1995-01-01').is('BOUND'))
  it('all: the least decides', () => towards(links, { rule: 'all' }).on('1995-01-01').is('SIGNALLED'))
  it('all: bound only where every one binds', () => {
    const both = [
      carriedBy('core', ratified('world', '1993-01-01'), { id: 'world' }),
      carriedBy('regional', ratified('region'), { id: 'region' }),
    ]
    towards(both, { rule: 'all' }).on('1993-01-15').is('COMMITTED')
    towards(both, { rule: 'all' }).on('1995-01-01').is('BOUND')
  })
  it('all: who leaves one is no longer bound by all', () => {
    const both = [
      carriedBy('core', leaving('world'), { id: 'world' }),
      carriedBy('regional', ratified('region'), { id: 'region' }),
    ]
    towards(both, { rule: 'all' }).on('2000-06-01').is('EXITING')
    towards(both, { rule: 'all' }).on('2001-06-01').is('EXITED')
  })
})

describe('rule 3: a protocol lifts nobody above its parent that is not in force for it', () => {
  const protocol = (parent: ReturnType<typeof ratified>) => [
    carriedBy('protocol', ratified('protocol'), {
      id: 'protocol',
      parent: { instrument: 'parent', timeline: parent.legal.timeline },
    }),
  ]
  it('parent signed: no more than a signal', () =>
    towards(protocol(signed('parent')))
      .on('1995-01-01')
      .is('SIGNALLED'))
  it('parent not touched: no position', () =>
    towards(protocol(nothing('parent')))
      .on('1995-01-01')
      .is('NO_POSITION'))
  it('parent in force: bound', () =>
    towards(protocol(ratified('parent')))
      .on('1995-01-01')
      .is('BOUND'))
  it('parent left: left', () =>
    towards(protocol(leaving('parent')))
      .on('2002-01-01')
      .is('EXITED'))
  it('without a parent that it needs, it binds by itself', () =>
    towards([carriedBy('protocol', ratified('protocol'))])
      .on('1995-01-01')
      .is('BOUND'))
})

describe('rule 4: a successor in force masks its predecessor', () => {
  const reservedOld = given(instrument('old'), aaa.ratified('1985-01-01'), reserved('aaa', undefined))
  const links = (old: ReturnType<typeof ratified>, fresh: ReturnType<typeof ratified>) => [
    carriedBy('core', old, { id: 'old' }),
    carriedBy('successor', fresh, { id: 'new', succeeds: 'old' }),
  ]
  it('who is bound by the new one is so without the reservations to the old', () => {
    const { value } = towards(links(reservedOld, ratified('new'))).on('1995-01-01')
    expect([value.status, value.reservations]).toEqual(['BOUND', []])
  })
  it('and does not exit partially by leaving the old one for the new', () =>
    expect(towards(links(leaving('old'), ratified('new'))).on('2002-01-01').value).toMatchObject({
      status: 'BOUND',
      partialExit: false,
    }))
  it('reservations to the new one qualify, though the old one is free of them', () => {
    const reservedNew = given(instrument('new'), aaa.ratified('1990-01-01'), reserved('aaa', undefined))
    towards(links(ratified('old', '1985-01-01'), reservedNew))
      .on('1995-01-01')
      .is('BOUND_QUALIFIED')
  })
  it('a party to the old one only keeps the old', () =>
    towards(links(reservedOld, signed('new')))
      .on('1995-01-01')
      .is('BOUND_QUALIFIED'))
  it('until the new one is in force, the old one decides', () =>
    towards(links(reservedOld, ratified('new')))
      .on('1990-01-15')
      .is('BOUND_QUALIFIED'))
})

describe('rule 5: monitoring adds attributes, and binds nobody', () => {
  it('alone it is no position', () => {
    const { value } = towards([carriedBy('monitoring', ratified('committee'), { id: 'committee' })]).on('1995-01-01')
    expect([value.status, value.monitoring]).toEqual(['NO_POSITION', ['committee']])
  })
  it('beside a core instrument it is an attribute', () => {
    const { value } = towards([
      carriedBy('core', ratified('one')),
      carriedBy('monitoring', ratified('committee', '1995-01-01'), { id: 'committee' }),
    ]).on('1996-01-01')
    expect([value.status, value.monitoring]).toEqual(['BOUND', ['committee']])
  })
})

describe('rule 6: soft law caps at ENDORSED', () => {
  it('however solemnly it was accepted', () =>
    towards([carriedBy('softLaw', ratified('declaration'))])
      .on('1995-01-01')
      .is('ENDORSED'))
  it('and lifts nobody who is bound', () =>
    towards([carriedBy('softLaw', ratified('declaration')), carriedBy('core', ratified('one'))])
      .on('1995-01-01')
      .is('BOUND'))
  it('nor hides a signature', () =>
    towards([carriedBy('softLaw', ratified('declaration')), carriedBy('core', signed('one'))])
      .on('1995-01-01')
      .is('SIGNALLED'))
})

describe('rule 7: instruments of narrower and wider scope are compared in the order of their scopes', () => {
  const peace = { name: 'in peacetime', width: 1 }
  const always = { name: 'in all circumstances', width: 2 }
  const links = (narrow: ReturnType<typeof ratified>, wide: ReturnType<typeof ratified>) => [
    carriedBy('regional', narrow, { id: 'p6', scope: peace }),
    carriedBy('regional', wide, { id: 'p13', scope: always }),
  ]
  it('bound by the narrower only: bound, in peacetime', () => {
    const { value } = towards(links(ratified('p6'), signed('p13'))).on('1995-01-01')
    expect([value.status, value.scope, value.byScope]).toEqual([
      'BOUND',
      'in peacetime',
      [
        { scope: 'in peacetime', status: 'BOUND' },
        { scope: 'in all circumstances', status: 'SIGNALLED' },
      ],
    ])
  })
  it('bound by the wider only: bound in peacetime, too', () => {
    const { value } = towards(links(nothing('p6'), ratified('p13'))).on('1995-01-01')
    expect([value.status, value.scope, value.byScope]).toEqual([
      'BOUND',
      'in all circumstances',
      [
        { scope: 'in peacetime', status: 'BOUND' },
        { scope: 'in all circumstances', status: 'BOUND' },
      ],
    ])
  })
  it('a reservation to the wider one qualifies only where the narrower does not reach', () => {
    const wide = given(instrument('p13'), aaa.ratified('1990-01-01'), reserved('aaa', undefined))
    expect(
      towards(links(ratified('p6'), wide))
        .on('1995-01-01')
        .value.byScope.map(({ status }) => status),
    ).toEqual(['BOUND', 'BOUND_QUALIFIED'])
  })
})

describe('rule 8: leaving one instrument while another binds is a partial exit', () => {
  const links = [
    carriedBy('core', leaving('one'), { id: 'one' }),
    carriedBy('regional', ratified('two'), { id: 'two' }),
  ]
  it.each(['2000-06-01', '2001-06-01'])('on %s it is bound, and the exit is flagged', (day) => {
    expect(towards(links).on(day).value).toMatchObject({ status: 'BOUND', partialExit: true, marks: ['partialExit'] })
  })
  it('before the notice there is nothing to flag', () =>
    expect(towards(links).on('1999-12-31').value).toMatchObject({ status: 'BOUND', partialExit: false, marks: [] }))
  it('the notice is among the deciding events', () =>
    expect(towards(links).on('2000-06-01').decidedBy.length).toBeGreaterThan(
      towards(links).on('1999-12-31').decidedBy.length,
    ))
})

describe('rule 9: a standing reservation to a core article qualifies', () => {
  const bbb = actor('bbb')
  const history = given(
    instrument('one'),
    bbb.ratified('1985-01-01'),
    aaa.ratified('1990-01-01'),
    reserved('aaa', '1990-01-01', { to: ['2'] }),
    objected('bbb', '1990-06-01', 'aaa'),
    tookBackReservation('aaa', '2000-01-01'),
  )
  const links = [carriedBy('core', history, { id: 'one', core: ['2'] })]
  it('as long as it stands', () => {
    towards(links).on('1990-01-31').is('BOUND_QUALIFIED')
    towards(links).on('1999-12-31').is('BOUND_QUALIFIED')
  })
  it('and no longer', () => towards(links).on('2000-01-01').is('BOUND'))
  it('objections do not cure it', () => towards(links).on('1990-06-01').is('BOUND_QUALIFIED'))
  it('it is named, and among the deciding events', () => {
    const during = towards(links).on('1995-01-01')
    expect(during.value.reservations).toEqual(['one: 1'])
    expect(during.decidedBy.length).toBeGreaterThan(towards(links).on('2005-01-01').decidedBy.length)
  })
  it('another instrument that binds without qualification lifts it (rule 2)', () =>
    towards([...links, carriedBy('regional', ratified('two'), { id: 'two' })])
      .on('1995-01-01')
      .is('BOUND'))
  it('of an uncertain end leaves open whether it is qualified', () => {
    const vague = given(
      instrument('one'),
      aaa.ratified('1990-01-01'),
      reserved('aaa', undefined),
      tookBackReservation('aaa', '2000'),
    )
    towards([carriedBy('core', vague)])
      .on('2000-06-01')
      .mayBe('BOUND', 'BOUND_QUALIFIED')
  })
})

describe('rule 10: leaving, and having left, show only where nothing else binds', () => {
  it('a mere signature elsewhere does not hide them', () => {
    const links = [
      carriedBy('core', leaving('one'), { id: 'one' }),
      carriedBy('regional', signed('two'), { id: 'two' }),
    ]
    towards(links).on('2000-06-01').is('EXITING')
    towards(links).on('2001-06-01').is('EXITED')
  })
  it('a qualified bond elsewhere does', () => {
    const qualified = given(instrument('two'), aaa.ratified('1990-01-01'), reserved('aaa', undefined))
    const links = [carriedBy('core', leaving('one'), { id: 'one' }), carriedBy('regional', qualified, { id: 'two' })]
    expect(towards(links).on('2001-06-01').value).toMatchObject({ status: 'BOUND_QUALIFIED', partialExit: true })
  })
})
