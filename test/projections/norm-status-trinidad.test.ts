import { describe, expect, it } from 'vitest'
import { actor } from '../support/actors.ts'
import { attached, reserved, stoodOn } from '../support/attached.ts'
import { given } from '../support/given.ts'
import { carriedBy, towards } from '../support/norms.ts'
import { theTreaty } from '../support/treaty-clauses.ts'

/**
 * Trinidad and Tobago and the First Optional Protocol: acceded 1980-11-14; denounced and re-acceded on 1998-05-26 with
 * a reservation on prisoners under sentence of death, both effective 1998-08-26; denounced again 2000-03-27, out
 * 2000-06-27. Dates from general knowledge of the depositary's record (MTDSG IV.5), not re-checked against it. Three
 * months' notice: art 12 of the Protocol.
 */
const tto = actor('tto')
const trinidad = given(
  theTreaty('iccpr-op1').enteredIntoForceOn('1976-03-23'),
  tto.acceded('1980-11-14'),
  tto.notifiedWithdrawal('1998-05-26'),
  tto.acceded('1998-05-26'),
  reserved('tto', '1998-05-26', { to: ['1'] }),
  tto.notifiedWithdrawal('2000-03-27'),
)
const complaints = towards([carriedBy('core', trinidad, { id: 'iccpr-op1', core: ['1'] }, 'tto')])

describe('Trinidad and Tobago re-accedes to the Protocol with a reservation', () => {
  it('is bound without qualification until it denounces', () => {
    complaints.on('1981-02-14').is('BOUND')
    complaints.on('1998-05-25').is('BOUND')
  })
  it('is leaving, and still bound, while the notice runs', () => {
    complaints.on('1998-05-26').is('EXITING')
    complaints.on('1998-08-25').is('EXITING')
  })
  it('is bound without a gap on the day when both take effect, and with qualification', () => {
    complaints.on('1998-08-26').is('BOUND_QUALIFIED')
    expect(complaints.on('1998-08-26').value).toMatchObject({
      spell: 2,
      partialExit: false,
      reservations: ['iccpr-op1: 1'],
    })
  })
  it('has its reservation with the second spell only', () => {
    const found = attached(trinidad, 'tto')
    expect(
      ['1998-05-26', '1998-08-25', '1998-08-26', '2000-06-26', '2000-06-27'].map((day) => stoodOn(found, day)),
    ).toEqual([[], [], ['1'], ['1'], []])
  })
  it('is bound with qualification as long as the reservation stands, then leaving, then out', () => {
    complaints.on('2000-03-26').is('BOUND_QUALIFIED')
    complaints.on('2000-03-27').is('EXITING')
    complaints.on('2000-06-26').is('EXITING')
    complaints.on('2000-06-27').is('EXITED')
  })
})
