import { fc } from '../support/seeded.ts'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  ALWAYS,
  dayOf,
  firstDayOfMonth,
  firstDayOfYear,
  FOREVER,
  formatBound,
  formatDay,
  lastDayOfYear,
  monthOf,
  parseDay,
  yearOf,
  type Day,
} from '../../src/time/day.ts'

const anyDay = fc.integer({ min: ALWAYS, max: FOREVER - 1 }).map((day) => day as Day)
const moved = (text: string, months: number) => formatDay(addMonths(parseDay(text), months))

describe('a calendar day', () => {
  it('is counted from 1970-01-01, in both directions', () => {
    expect([parseDay('1970-01-01'), parseDay('1970-01-02'), parseDay('1969-12-31')]).toEqual([0, 1, -1])
  })
  it('reads and writes every day of ten thousand years', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseDay(formatDay(day))).toBe(day)
      }),
    )
  })
  it('is proleptic Gregorian: 1900 had no 29 February, 1600 and 2000 had', () => {
    expect([dayOf(1900, 2, 29), dayOf(1600, 2, 29), dayOf(2000, 2, 29)].map((day) => day !== undefined)).toEqual([
      false,
      true,
      true,
    ])
  })
  it('knows the first century: year 50 is not 1950', () => expect(formatDay(dayOf(50, 3, 1)!)).toBe('0050-03-01'))
  it.each(['1984-02-30', '1984-13-01', '1984-00-10', '1984-1-1', '1984', '1984-12-10T00:00:00Z', ' 1984-12-10', ''])(
    'refuses "%s"',
    (text) => {
      expect(() => parseDay(text)).toThrow(expect.objectContaining({ code: 'bad-date' }))
    },
  )
  it('has no text where an end is open', () =>
    expect([formatBound(FOREVER), formatBound(ALWAYS), formatBound(parseDay('1984-12-10'))]).toEqual([
      null,
      null,
      '1984-12-10',
    ]))
})

describe('calendar arithmetic', () => {
  it.each([
    ['2001-01-31', 1, '2001-02-28'],
    ['2000-01-31', 1, '2000-02-29'],
    ['1995-11-30', 3, '1996-02-29'],
    ['1992-06-08', 3, '1992-09-08'],
    ['2000-02-29', 12, '2001-02-28'],
    ['1999-12-31', 0, '1999-12-31'],
  ])('%s and %i months is %s: the day is clamped to the end of the month', (from, months, to) =>
    expect(moved(from, months)).toBe(to),
  )
  it('lands in the right month, on the same day or the last one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 600 }), (day, months) => {
        fc.pre(day < FOREVER - 20_000)
        const later = addMonths(day, months)
        expect(yearOf(later) * 12 + monthOf(later) - (yearOf(day) * 12 + monthOf(day))).toBe(months)
        const dates = [formatDay(later).slice(8), formatDay(day).slice(8)] as [string, string]
        expect(
          dates[0] === dates[1] || (dates[0] < dates[1] && firstDayOfMonth(addDays(later, 1)) === addDays(later, 1)),
        ).toBe(true)
      }),
    )
  })
  it('bounds a year and a month', () => {
    expect([
      formatDay(firstDayOfYear(1984)),
      formatDay(lastDayOfYear(1984)),
      lastDayOfYear(1984) - firstDayOfYear(1984),
    ]).toEqual(['1984-01-01', '1984-12-31', 365])
    expect(formatDay(firstDayOfMonth(parseDay('1984-12-10')))).toBe('1984-12-01')
  })
})
