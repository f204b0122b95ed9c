import { describe, it, expect } from 'vitest'
import { actor } from '../support/actors.ts'
import { given } from '../support/given.ts'
import { aTreaty, theTreaty } from '../support/treaty-clauses.ts'

/**
 * The depositary puts a date in brackets where the act no longer stands; it does not say since when. Trinidad and
 * Tobago and the first Optional Protocol: acceded 1980-11-14 (in force three months later, art. 9(2)), listed in
 * brackets in the status file of 2018-01-15.
 */
const protocol = theTreaty('iccpr-op1').enteredIntoForceOn('1976-03-23').withdrawalAfter('3 months')
const tto = actor('tto')

describe('an act that a list of the depositary has in brackets', () => {
  const listed = given(protocol, tto.acceded('1980-11-14'), tto.noLongerStands('1980-11-14/2018-01-15'))

  it('was not there before it was done', () => listed.on('1980-11-13').is('NONE'))
  it('stands, or has ended already, from then on', () => {
    listed.on('1980-11-14').mayBe('CONSENTED', 'EXITED')
    listed.on('1981-02-14').mayBe('IN_FORCE', 'EXITED')
    listed.on('2018-01-14').mayBe('IN_FORCE', 'EXITED')
  })
  it('has ended by the day of the list', () => listed.on('2018-01-15').is('EXITED', 1))
  it('is nothing odd', () => expect(listed.anomalies).toEqual([]))
  it('has ended at an unknown time where nobody knows the day of the list', () => {
    const undated = given(protocol, tto.acceded('1980-11-14'), tto.noLongerStands('1980-11-14/..'))
    undated.on('2026-01-01').mayBe('IN_FORCE', 'EXITED')
  })
})

describe('where a withdrawal tells how it ended', () => {
  const told = given(
    protocol,
    tto.acceded('1980-11-14'),
    tto.notifiedWithdrawal('2000-03-27'),
    tto.noLongerStands('1980-11-14/2018-01-15'),
  )
  it('the list adds nothing', () => {
    told.on('2000-03-26').is('IN_FORCE')
    told.on('2000-06-26').is('EXIT_PENDING')
    told.on('2000-06-27').is('EXITED', 1)
    expect(told.anomalies).toEqual([])
  })
  it('and the consent that follows stands', () => {
    const again = given(
      protocol,
      tto.acceded('1980-11-14'),
      tto.notifiedWithdrawal('1998-05-26'),
      tto.acceded('1998-08-26'),
      tto.noLongerStands('1980-11-14/2018-01-15'),
    )
    again.on('2018-01-15').is('IN_FORCE', 2)
  })
  it('a notice whose effect nobody knows says from when on it may have ended', () => {
    const unknown = given(
      aTreaty({ entryIntoForce: 'unknown', exit: 'unknown' }).enteredIntoForceOn('1985-06-21'),
      actor('can').ratified('1983-09-20'),
      actor('can').notifiedWithdrawal('1992-12-03'),
      actor('can').noLongerStands('1983-09-20/2018-01-15'),
    )
    unknown.on('1992-12-02').is('IN_FORCE')
    unknown.on('1992-12-03').mayBe('IN_FORCE', 'EXITED')
    unknown.on('2018-01-15').is('EXITED')
  })
})

describe('a signature in brackets, without a consent', () => {
  const signed = given(protocol, tto.signed('1966-12-19'), tto.noLongerStands('1966-12-19/2018-01-15', 'signature/1'))
  it('stands no more by the day of the list', () => {
    signed.on('1970-01-01').mayBe('SIGNED', 'NONE')
    signed.on('2018-01-15').is('NONE')
  })
})
