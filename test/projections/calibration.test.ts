import { describe, expect, it } from 'vitest'
import { deposits } from '../support/actors.ts'
import { given } from '../support/given.ts'
import { theTreaty } from '../support/treaty-clauses.ts'

/**
 * For every treaty: how many instruments its clause asks for, the day of the one that met it, the day of entry into
 * force. Triggering deposits: United Nations Treaty Collection, participant tables of 2015, with the instruments of
 * states that have since ended (German Democratic Republic, Czechoslovakia, Yugoslavia); days of entry into force: the
 * depositaries.
 */
const calibration = [
  ['genocide', 20, '1950-10-14', '1951-01-12'],
  ['refugees', 6, '1954-01-22', '1954-04-22'],
  ['refugee-protocol', 6, '1967-10-04', '1967-10-04'],
  ['icerd', 27, '1968-12-05', '1969-01-04'],
  ['icescr', 35, '1975-10-03', '1976-01-03'],
  ['iccpr', 35, '1975-12-23', '1976-03-23'],
  ['vclt', 35, '1979-12-28', '1980-01-27'],
  ['cedaw', 20, '1981-08-04', '1981-09-03'],
  ['cat', 20, '1987-05-27', '1987-06-26'],
  ['crc', 20, '1990-08-03', '1990-09-02'],
  ['iccpr-op2', 10, '1991-04-11', '1991-07-11'],
  ['unclos', 60, '1993-11-16', '1994-11-16'],
  ['cwc', 65, '1996-10-31', '1997-04-29'],
  ['ottawa', 40, '1998-09-16', '1999-03-01'],
  ['rome', 60, '2002-04-11', '2002-07-01'],
  ['cmw', 20, '2003-03-14', '2003-07-01'],
  ['fctc', 40, '2004-11-29', '2005-02-27'],
  ['opcat', 20, '2006-05-23', '2006-06-22'],
  ['crpd', 20, '2008-04-03', '2008-05-03'],
  ['ccm', 30, '2010-02-16', '2010-08-01'],
  ['ced', 20, '2010-11-23', '2010-12-23'],
  ['att', 50, '2014-09-25', '2014-12-24'],
  ['tpnw', 50, '2020-10-24', '2021-01-22'],
] as const

describe('the clause of every treaty gives the day that its depositary states', () => {
  it.each(calibration)('%s: instrument %i on %s puts it in force on %s', (treaty, n, trigger, inForce) => {
    const world = given(
      theTreaty(treaty),
      deposits(
        n - 1,
        trigger.replace(/^\d{4}/, (year) => String(Number(year) - 1)),
        'a',
      ),
      deposits(1, trigger, 'b'),
    )
    expect(world.inForceOn).toBe(inForce)
    expect(world.entryIntoForce).toMatchObject({ basis: 'derived', anomalies: [] })
    expect(world.entryIntoForce.triggerEvents).toHaveLength(1)
  })

  it.each(calibration)('%s: is not in force with one instrument fewer than %i', (treaty, n, trigger) => {
    expect(given(theTreaty(treaty), deposits(n - 1, trigger)).entryIntoForce).toMatchObject({
      date: undefined,
      basis: 'not-yet',
    })
  })
})

describe('treaties whose clause weighs or asks who consents', () => {
  it('Istanbul: ten, at least eight of them members of the Council of Europe; the tenth on 2014-04-22', () => {
    const members = Array.from({ length: 8 }, (_, index) => `m${index + 1}`)
    const world = given(
      theTreaty('istanbul'),
      deposits(7, '2013-01-01', 'm'),
      deposits(2, '2013-02-01', 'n'),
      deposits(8, '2014-04-22', 'm').slice(7),
      { whereas: { members: { coe: members } } },
    )
    expect(world.inForceOn).toBe('2014-08-01')
  })
  it('Istanbul: twenty of whom seven are members do not put it in force', () => {
    const world = given(theTreaty('istanbul'), deposits(7, '2013-01-01', 'm'), deposits(13, '2013-02-01', 'n'), {
      whereas: { members: { coe: ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7'] } },
    })
    expect(world.entryIntoForce.basis).toBe('not-yet')
  })
  it('Kyoto: with 55 parties, by the deposit that brings the emissions to 55 %; Russia on 2004-11-18', () => {
    const world = given(theTreaty('kyoto'), deposits(55, '2003-01-01'), deposits(1, '2004-11-18', 'rus'), {
      whereas: { weights: { x1: 0.44, rus1: 0.17 } },
    })
    expect(world.inForceOn).toBe('2005-02-16')
  })
  it('Kyoto: without recorded emissions the day that the depositary states stands in, and says so', () => {
    expect(
      given(theTreaty('kyoto').enteredIntoForceOn('2005-02-16'), deposits(80, '2003-01-01')).entryIntoForce,
    ).toMatchObject({ basis: 'stated', triggerDate: undefined })
  })
  it('Paris: with 55 parties and 55 % of emissions reached on 2016-10-05', () => {
    const world = given(theTreaty('paris'), deposits(55, '2016-10-05'), { whereas: { weights: { x1: 0.4, x55: 0.2 } } })
    expect(world.inForceOn).toBe('2016-11-04')
  })
})
