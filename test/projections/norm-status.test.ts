import { describe, expect, it } from 'vitest'
import { normStatus } from '../../projections/compose/norm/norm-status.ts'
import type { NormStatus } from '../../projections/compose/norm/norm-statuses.ts'
import type { LinkedInstrument } from '../../projections/compose/norm/links.ts'
import { ALWAYS, FOREVER, parseDay } from '../../src/time/day.ts'
import { at } from '../../src/time/timeline.ts'
import { actor } from '../support/actors.ts'
import { given, type History } from '../support/given.ts'
import { aTreaty } from '../support/treaty-clauses.ts'

/** Made-up instruments: in force from 1980 on, thirty days after deposit, a year's notice. */
const instrument = (id: string) =>
  aTreaty({
    id,
    entryIntoForce: { trigger: { kind: 'count', n: 20 }, offset: { days: 30 } },
    inForce: '1980-01-01',
    exit: { notice: { years: 1 } },
  })
const aaa = actor('aaa')

const linked = (role: string, { legal }: History, from = ALWAYS, to = FOREVER): LinkedInstrument => ({
  instrument: role,
  role,
  timeline: legal.timeline,
  from,
  to,
})

const on = (links: readonly LinkedInstrument[], day: string) => {
  const span = at(normStatus(links), parseDay(day))!
  return {
    span,
    is: (status: NormStatus, partialExit = false) =>
      expect([span.value.status, span.certainty, span.value.partialExit]).toEqual([status, 'certain', partialExit]),
  }
}

describe('where a state stands towards a norm', () => {
  const one = [
    linked(
      'core',
      given(
        instrument('one'),
        aaa.signed('1990-01-01'),
        aaa.ratified('1992-01-01'),
        aaa.notifiedWithdrawal('2000-01-01'),
      ),
    ),
  ]
  it('climbs with its one instrument and leaves with it', () => {
    on(one, '1989-12-31').is('NO_POSITION')
    on(one, '1990-01-01').is('SIGNALLED')
    on(one, '1992-01-01').is('COMMITTED')
    on(one, '1992-01-31').is('BOUND')
    on(one, '2000-01-01').is('EXITING')
    on(one, '2001-01-01').is('EXITED')
  })
  it('without any instrument it has no position', () => on([], '2000-01-01').is('NO_POSITION'))
})

describe('several instruments', () => {
  const left = given(instrument('one'), aaa.ratified('1990-01-01'), aaa.notifiedWithdrawal('2000-01-01'))
  const kept = given(instrument('two'), aaa.ratified('1995-01-01'))
  const signed = given(instrument('three'), aaa.signed('1985-01-01'))

  it('bind where any of them binds (the max rule)', () => {
    on([linked('core', signed), linked('regional', kept)], '1996-01-01').is('BOUND')
    on([linked('core', signed), linked('regional', kept)], '1990-01-01').is('SIGNALLED')
  })
  it('keep a state bound that leaves one of them, and say so', () => {
    on([linked('core', left), linked('regional', kept)], '1999-12-31').is('BOUND')
    on([linked('core', left), linked('regional', kept)], '2000-06-01').is('BOUND', true)
    on([linked('core', left), linked('regional', kept)], '2001-06-01').is('BOUND', true)
  })
  it('show an exit only where no other binds: a mere signature elsewhere does not hide it', () => {
    on([linked('core', left), linked('core', signed)], '2000-06-01').is('EXITING')
    on([linked('core', left), linked('core', signed)], '2001-06-01').is('EXITED')
  })
  it('that monitor never bind; nor does soft law, which endorses', () => {
    on([linked('monitoring', kept)], '1996-01-01').is('NO_POSITION')
    on([linked('softLaw', kept)], '1996-01-01').is('ENDORSED')
    on([linked('core', signed), linked('monitoring', kept)], '1996-01-01').is('SIGNALLED')
  })
  it('count only on the days of their link', () => {
    const from2000 = [linked('core', kept, parseDay('2000-01-01'), parseDay('2010-01-01'))]
    on(from2000, '1999-12-31').is('NO_POSITION')
    on(from2000, '2000-01-01').is('BOUND')
    on(from2000, '2010-01-01').is('NO_POSITION')
  })
  it('decide by the union of their deciding events', () => {
    const { span } = on([linked('core', left), linked('regional', kept)], '1996-01-01')
    for (const history of [left, kept])
      expect(span.decidedBy).toEqual(
        expect.arrayContaining([...at(history.legal.timeline, parseDay('1996-01-01'))!.decidedBy]),
      )
  })
})

describe('an uncertain instrument', () => {
  const uncertain = given(instrument('one'), aaa.signed('1988'))
  const bound = given(instrument('two'), aaa.ratified('1985-01-01'))
  it('leaves the norm unknown, and says what is possible', () => {
    const { span } = on([linked('core', uncertain)], '1988-06-01')
    expect(span.value).toMatchObject({ status: 'UNKNOWN', possible: ['NO_POSITION', 'SIGNALLED'] })
  })
  it('does not unsettle what another instrument settles', () =>
    on([linked('core', uncertain), linked('core', bound)], '1988-06-01').is('BOUND'))
})
