import { describe, expect, it } from 'vitest'
import { ALWAYS, FOREVER, formatDay, parseDay } from '../../src/time/day.ts'
import { parseDate } from '../../src/time/edtf.ts'

const bounds = (text: string) => {
  const { lo, hi } = parseDate(text)
  return [formatDay(lo), formatDay(hi)]
}

/**
 * The features of the specification, https://www.loc.gov/standards/datetime/ (levels 0 and 1), each by one of its own
 * kind of examples.
 */
describe('EDTF, level by level', () => {
  it.each([
    // Level 0: dates, dates with a time, intervals.
    ['1985-04-12', '1985-04-12', '1985-04-12'],
    ['1985-04', '1985-04-01', '1985-04-30'],
    ['1985', '1985-01-01', '1985-12-31'],
    ['1985-04-12T23:20:30', '1985-04-12', '1985-04-12'],
    ['1985-04-12T23:20:30Z', '1985-04-12', '1985-04-12'],
    ['1985-04-12T23:20:30-04', '1985-04-12', '1985-04-12'],
    ['1985-04-12T23:20:30+04:30', '1985-04-12', '1985-04-12'],
    // As programs write moments (ISO 8601, 5.3): with fractions, without seconds, with an offset without a colon, the
    // end of a day. The day is the one that is written.
    ['1985-04-12T00:30:00.000+05:00', '1985-04-12', '1985-04-12'],
    ['1985-04-12T23:30:00.123456-05:00', '1985-04-12', '1985-04-12'],
    ['1985-04-12T00:00:00.000', '1985-04-12', '1985-04-12'],
    ['1985-04-12T23:30', '1985-04-12', '1985-04-12'],
    ['1985-04-12T02:00+0500', '1985-04-12', '1985-04-12'],
    ['1985-04-12T24:00:00Z', '1985-04-12', '1985-04-12'],
    ['1985-04-12T00:30:00.5+09:00/1985-04-13T23:30-09:00', '1985-04-12', '1985-04-13'],
    ['1964/2008', '1964-01-01', '2008-12-31'],
    ['2004-06/2006-08', '2004-06-01', '2006-08-31'],
    ['2004-02-01/2005-02-08', '2004-02-01', '2005-02-08'],
    ['2004-02-01/2005-02', '2004-02-01', '2005-02-28'],
    ['2005/2006-02', '2005-01-01', '2006-02-28'],
    // Level 1: qualified, unspecified from the right, intervals of these.
    ['1984?', '1984-01-01', '1984-12-31'],
    ['2004-06~', '2004-06-01', '2004-06-30'],
    ['2004-06-11%', '2004-06-11', '2004-06-11'],
    ['201X', '2010-01-01', '2019-12-31'],
    ['20XX', '2000-01-01', '2099-12-31'],
    ['2004-XX', '2004-01-01', '2004-12-31'],
    ['1985-04-XX', '1985-04-01', '1985-04-30'],
    ['1985-XX-XX', '1985-01-01', '1985-12-31'],
    ['201X?', '2010-01-01', '2019-12-31'],
    ['1984~/2004-06', '1984-01-01', '2004-06-30'],
    ['1984-06-02?/2004-08-08~', '1984-06-02', '2004-08-08'],
    // Seasons: on one half of the earth or the other, nobody says.
    ['2001-21', '2001-01-01', '2001-12-31'],
    ['2001-22', '2001-01-01', '2002-03-20'],
    ['2001-23', '2001-01-01', '2001-12-31'],
    ['2001-24~', '2001-01-01', '2002-03-20'],
  ])('%s may be any day from %s to %s', (text, lo, hi) => expect(bounds(text)).toEqual([lo, hi]))

  it.each(['1985-04-12/..', '1985-04-12/', '1985-04/..'])('%s has no end', (text) =>
    expect(parseDate(text).hi).toBe(FOREVER),
  )
  it.each(['../1985-04-12', '/1985-04-12', '../1985-04'])('%s has no beginning', (text) =>
    expect(parseDate(text).lo).toBe(ALWAYS),
  )

  it.each([
    ['19841210', 'the basic format is no EDTF'],
    ['84', 'a century, or a year?'],
    ['1984-2', 'a month has two digits'],
    ['Y170000002', 'beyond year 9999'],
    ['Y12000', 'beyond year 9999'],
    ['-1985', 'before year 1'],
    ['0000', 'before year 1'],
    ['0000-01-01', 'before year 1'],
    ['{1667,1668}', 'several dates'],
    ['2001-25', 'level 2'],
    ['2001-34', 'level 2'],
    ['1985-04-12T25:00:00', 'no hour'],
    ['1985-02-30T10:00:00Z', 'no day'],
    ['1985-04-12T24:30:00', 'beyond the end of the day'],
    ['1985-04-12T10', 'an hour is no time of day'],
    ['1985-04-12T10:00:00+24:00', 'no offset'],
    ['1985-04-12T', 'no time'],
    ['XXXX', 'all years'],
  ])('%s is refused: %s', (text) =>
    expect(() => parseDate(text)).toThrow(expect.objectContaining({ code: 'bad-date' })),
  )
})

describe('a date as precise as its source', () => {
  it.each([
    ['1984-12-10', '1984-12-10', '1984-12-10'],
    ['1984-12', '1984-12-01', '1984-12-31'],
    ['1984-02', '1984-02-01', '1984-02-29'],
    ['1984', '1984-01-01', '1984-12-31'],
    ['1984~', '1984-01-01', '1984-12-31'],
    ['1984?', '1984-01-01', '1984-12-31'],
    ['198X', '1980-01-01', '1989-12-31'],
    ['1965/1966', '1965-01-01', '1966-12-31'],
    ['1965-01/1966-09', '1965-01-01', '1966-09-30'],
    ['1965-01-05/1966-09-28', '1965-01-05', '1966-09-28'],
  ])('%s may be any day from %s to %s', (text, lo, hi) => expect(bounds(text)).toEqual([lo, hi]))

  it('has open ends and open beginnings', () => {
    expect(parseDate('2019/..')).toEqual({ lo: parseDay('2019-01-01'), hi: FOREVER })
    expect(parseDate('../2019')).toEqual({ lo: ALWAYS, hi: parseDay('2019-12-31') })
  })

  it('is exact only where it names one day', () => {
    expect(
      ['1984-12-10', '1984-12', '1984', '1984-12-10/1984-12-10'].map((text) => new Set(bounds(text)).size === 1),
    ).toEqual([true, false, false, true])
  })

  it.each(['1984-02-30', '30 February 1984', '10/12/1984', '', '1966/1965', '1965/1966/1967', 'soon'])(
    'refuses "%s", and says what was expected',
    (text) => {
      expect(() => parseDate(text)).toThrow(
        expect.objectContaining({ code: 'bad-date', message: expect.stringContaining('EDTF') as string }),
      )
    },
  )
})
