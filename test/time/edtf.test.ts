import { describe, expect, it } from 'vitest'
import { ALWAYS, FOREVER, formatDay, parseDay } from '../../src/time/day.ts'
import { isExact, parseDate } from '../../src/time/edtf.ts'

const bounds = (text: string) => {
  const { lo, hi } = parseDate(text)
  return [formatDay(lo), formatDay(hi)]
}

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
    expect(['1984-12-10', '1984-12', '1984', '1984-12-10/1984-12-10'].map((text) => isExact(parseDate(text)))).toEqual([true, false, false, true])
  })

  it.each(['1984-02-30', '30 February 1984', '10/12/1984', '', '1966/1965', '1965/1966/1967', 'soon'])('refuses "%s", and says what was expected', (text) => {
    expect(() => parseDate(text)).toThrow(expect.objectContaining({ code: 'bad-date', message: expect.stringContaining('EDTF') as string }))
  })
})
