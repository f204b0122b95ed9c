import { describe, expect, it } from 'vitest'
import { deposits } from '../support/actors.ts'
import { given } from '../support/given.ts'
import { theTreaty } from '../support/treaty-clauses.ts'

/**
 * Treaties under their numbers in the depositary's list: how many instruments the clause asks for, the day of the one
 * that met it, the day of entry into force. Days of entry into force: United Nations, Multilateral Treaties Deposited
 * with the Secretary-General, status of 2018. Triggering deposits: its participant tables of 2015; for 4-7, 18-7, 21-2
 * and 27-3, whose tables lack instruments of states that have since ended, and for 5-3, where Yugoslavia's makes
 * France's of 8 March 1960 the sixth, counted back from the stated day.
 */
const calibration = [
  ['untc-4-3-a', 10, '2013-02-05', '2013-05-05'],
  ['untc-4-11-d', 10, '2014-01-14', '2014-04-14'],
  ['untc-4-7', 20, '1976-06-18', '1976-07-18'],
  ['untc-5-3', 6, '1960-03-08', '1960-06-06'],
  ['untc-5-4', 6, '1973-12-13', '1975-12-13'],
  ['untc-18-5', 22, '1983-05-04', '1983-06-03'],
  ['untc-18-6', 22, '2001-09-20', '2001-10-20'],
  ['untc-18-7', 22, '1977-01-21', '1977-02-20'],
  ['untc-18-8', 22, '1998-12-16', '1999-01-15'],
  ['untc-18-9', 22, '2001-04-23', '2001-05-23'],
  ['untc-18-11', 22, '2002-03-11', '2002-04-10'],
  ['untc-18-12', 40, '2003-07-01', '2003-09-29'],
  ['untc-18-14', 30, '2005-09-15', '2005-12-14'],
  ['untc-18-15', 22, '2007-06-07', '2007-07-07'],
  ['untc-21-2', 22, '1962-08-31', '1962-09-30'],
  ['untc-27-2', 20, '1988-06-24', '1988-09-22'],
  ['untc-27-3', 20, '1992-02-05', '1992-05-05'],
  ['untc-27-7', 50, '1993-12-21', '1994-03-21'],
  ['untc-27-8', 30, '1993-09-30', '1993-12-29'],
  ['untc-27-8-a', 50, '2003-06-13', '2003-09-11'],
  ['untc-27-10', 50, '1996-09-27', '1996-12-26'],
  ['untc-27-13', 16, '2001-08-01', '2001-10-30'],
  ['untc-27-14', 50, '2003-11-26', '2004-02-24'],
  ['untc-27-15', 50, '2004-02-17', '2004-05-17'],
] as const

/** The same, where the clause also waits for another treaty: the one, and when it entered into force. */
const waiting = [
  ['untc-4-15-a', 10, '2008-02-08', '2008-05-03', 'crpd', '2008-05-03'],
  ['untc-18-12-a', 40, '2003-09-26', '2003-12-25', 'untc-18-12', '2003-09-29'],
  ['untc-18-12-b', 40, '2003-10-30', '2004-01-28', 'untc-18-12', '2003-09-29'],
  ['untc-18-12-c', 40, '2005-04-04', '2005-07-03', 'untc-18-12', '2003-09-29'],
] as const

const before = (trigger: string): string => trigger.replace(/^\d{4}/, (year) => String(Number(year) - 1))

describe('the clause of every treaty gives the day that its depositary states', () => {
  it.each(calibration)('%s: instrument %i on %s puts it in force on %s', (treaty, n, trigger, inForce) => {
    const world = given(theTreaty(treaty), deposits(n - 1, before(trigger), 'a'), deposits(1, trigger, 'b'))
    expect(world.inForceOn).toBe(inForce)
    expect(world.entryIntoForce).toMatchObject({ basis: 'derived', anomalies: [] })
  })
  it.each(calibration)('%s: is not in force with one instrument fewer than %i', (treaty, n, trigger) =>
    expect(given(theTreaty(treaty), deposits(n - 1, trigger)).entryIntoForce.basis).toBe('not-yet'),
  )
  it.each(waiting)(
    '%s: instrument %i on %s, in force on %s: not before %s, in force %s',
    // oxlint-disable-next-line max-params -- a row of the table
    (treaty, n, trigger, inForce, parent, since) => {
      const acts = [...deposits(n - 1, before(trigger), 'a'), ...deposits(1, trigger, 'b')]
      expect(given(theTreaty(treaty), acts, { whereas: { inForce: { [parent]: since } } }).inForceOn).toBe(inForce)
      expect(given(theTreaty(treaty), acts).inForceOn).toBeUndefined()
    },
  )
})
