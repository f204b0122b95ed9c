import { describe, expect, it } from 'vitest'
import { actor } from '../support/actors.ts'
import { given } from '../support/given.ts'
import { theTreaty } from '../support/treaty-clauses.ts'

/**
 * History is odd: what offends the law of treaties is accepted, and said. Articles: Vienna Convention on the Law of
 * Treaties.
 */

const cat = theTreaty('cat').enteredIntoForceOn('1987-06-26')
const aaa = actor('aaa')

describe('consent that is odd', () => {
  it('ratified without having signed (art. 14)', () =>
    expect(given(cat, aaa.ratified('1990-01-01')).anomalies).toEqual(['ratified-unsigned']))
  it('acceded although it had signed (art. 15)', () =>
    expect(given(cat, aaa.signed('1988-01-01'), aaa.acceded('1990-01-01')).anomalies).toEqual(['acceded-signed']))
  it('acted before the treaty was opened (art. 12)', () =>
    expect(given(cat, aaa.acceded('1984-12-09')).anomalies).toEqual(['before-opening']))
  it('consented although bound already: the first consent counts', () => {
    const twice = given(cat, aaa.acceded('1990-01-01'), aaa.acceded('1995-01-01'))
    expect(twice.anomalies).toEqual(['consent-repeated'])
    twice.on('1990-01-31').is('IN_FORCE', 1)
    twice.on('1996-01-01').is('IN_FORCE', 1)
  })
  it('signed and ratified on one day is not odd: the signature comes first', () =>
    expect(given(cat, aaa.ratified('1990-01-01'), aaa.signed('1990-01-01')).anomalies).toEqual([]))
})

describe('withdrawal that is odd', () => {
  it('notice without being bound (art. 54) changes nothing', () => {
    const never = given(cat, aaa.notifiedWithdrawal('1990-01-01'))
    expect(never.anomalies).toEqual(['notice-unbound'])
    never.on('2000-01-01').is('NONE')
  })
  it('revocation of no notice (art. 68) changes nothing', () => {
    const never = given(cat, aaa.acceded('1990-01-01'), aaa.revokedWithdrawal('1995-01-01'))
    expect(never.anomalies).toEqual(['revocation-without-notice'])
    never.on('2000-01-01').is('IN_FORCE', 1)
  })
  it('revocation on the day the notice takes effect comes too late (art. 68)', () => {
    const late = given(
      cat,
      aaa.acceded('1990-01-01'),
      aaa.notifiedWithdrawal('1995-01-01'),
      aaa.revokedWithdrawal('1996-01-01'),
    )
    expect(late.anomalies).toEqual(['revocation-too-late'])
    late.on('1996-01-01').is('EXITED')
  })
  it('revocation on the last day before comes in time', () => {
    const inTime = given(
      cat,
      aaa.acceded('1990-01-01'),
      aaa.notifiedWithdrawal('1995-01-01'),
      aaa.revokedWithdrawal('1995-12-31'),
    )
    expect(inTime.anomalies).toEqual([])
    inTime.on('1996-01-01').is('IN_FORCE', 1)
  })
  it('a second notice does not postpone the first (art. 68)', () => {
    const twice = given(
      cat,
      aaa.acceded('1990-01-01'),
      aaa.notifiedWithdrawal('1995-01-01'),
      aaa.notifiedWithdrawal('1995-06-01'),
    )
    expect(twice.anomalies).toEqual(['notice-repeated'])
    twice.on('1995-12-31').is('EXIT_PENDING')
    twice.on('1996-01-01').is('EXITED')
  })
  it('notice after a revocation runs anew', () => {
    const again = given(
      cat,
      aaa.acceded('1990-01-01'),
      aaa.notifiedWithdrawal('1995-01-01'),
      aaa.revokedWithdrawal('1995-03-01'),
      aaa.notifiedWithdrawal('1995-06-01'),
    )
    again.on('1995-04-01').is('IN_FORCE')
    again.on('1996-05-31').is('EXIT_PENDING')
    again.on('1996-06-01').is('EXITED')
  })
})

describe('exit clauses', () => {
  it('European Convention on Human Rights (art. 58): six months, not before five years as a party', () => {
    const echr = theTreaty('echr').enteredIntoForceOn('1953-09-03')
    given(echr, aaa.ratified('1953-01-01'), aaa.notifiedWithdrawal('1955-01-01')).on('1958-09-02').is('EXIT_PENDING')
    given(echr, aaa.ratified('1953-01-01'), aaa.notifiedWithdrawal('1955-01-01')).on('1958-09-03').is('EXITED')
    given(echr, aaa.ratified('1953-01-01'), aaa.notifiedWithdrawal('1969-12-12')).on('1970-06-12').is('EXITED')
  })
  it(
    'a clause that names the end of the year lets out on its last day: ' +
      '"shall take effect on 31 December of the year following"',
    () => {
      const unescoLike = cat.with({ exit: { notice: { snap: 'endOfNextYear' } } })
      const history = given(unescoLike, aaa.acceded('1990-01-01'), aaa.notifiedWithdrawal('2017-10-12'))
      history.on('2018-12-30').is('EXIT_PENDING')
      history.on('2018-12-31').is('EXITED')
    },
  )
  it('a day of effect that the depositary states goes before the clause', () => {
    const history = given(
      cat,
      aaa.acceded('1990-01-01'),
      aaa.notifiedWithdrawal('1995-01-01', { effective: '1995-09-01' }),
    )
    history.on('1995-08-31').is('EXIT_PENDING')
    history.on('1995-09-01').is('EXITED')
  })
  it(
    'where the clause is not recorded, or permits nobody to leave, ' +
      'the notice is an anomaly and the state is bound',
    () => {
      for (const exit of ['unknown', 'notPermitted', 'silent'] as const) {
        const history = given(cat.with({ exit }), aaa.acceded('1990-01-01'), aaa.notifiedWithdrawal('1995-01-01'))
        expect(history.anomalies).toEqual(['contested-exit'])
        history.on('2000-01-01').is('IN_FORCE', 1)
      }
    },
  )
})

describe('provisional application', () => {
  it('stands between signature and consent (art. 25)', () => {
    const history = given(
      cat,
      aaa.signed('1988-01-01'),
      aaa.appliedProvisionally('1988-06-01'),
      aaa.ratified('1990-01-01'),
    )
    history.on('1988-05-31').is('SIGNED')
    history.on('1988-06-01').is('PROVISIONAL')
    history.on('1990-01-31').is('IN_FORCE')
  })
})
