import { describe, expect, it } from 'vitest'
import { laggedDay, laggedYears, lagInput, lagText, type Lag } from '../../src/queries/network/lag.ts'
import { formatDay, parseDay } from '../../src/time/day.ts'

const before = (day: string, lag: Lag): string => formatDay(laggedDay(parseDay(day), lag))

describe('a lag', () => {
  it.each<[unknown, Lag, number | string]>([
    [undefined, { years: 1 }, 1],
    ['0', { years: 0 }, 0],
    ['0d', { years: 0 }, 0],
    [2, { years: 2 }, 2],
    ['90d', { days: 90 }, '90d'],
  ])('%s is read, and printed so that it can be read again', (given, lag, text) => {
    expect(lagInput.parse(given)).toEqual(lag)
    expect(lagText(lag)).toBe(text)
    expect(lagInput.parse(text)).toEqual(lag)
  })
  it.each([
    ['1.5', 'expected whole years, such as 1, or days, such as 90d'],
    ['-1', 'expected whole years, such as 1, or days, such as 90d'],
    ['90 days', 'expected whole years, such as 1, or days, such as 90d'],
    ['101', 'expected at most 100 years or 36525d'],
    ['36526d', 'expected at most 100 years or 36525d'],
  ])('%s is refused', (given, sentence) => expect(() => lagInput.parse(given)).toThrow(sentence))
  it('of years keeps the date, of days counts them: 90 days before 1 June are 3 March', () => {
    expect(before('2001-06-01', { years: 1 })).toBe('2000-06-01')
    expect(before('2004-02-29', { years: 1 })).toBe('2003-02-28')
    expect(before('2001-06-01', { days: 90 })).toBe('2001-03-03')
  })
  it('of days may look into the year before', () => {
    expect(laggedYears({ from: 1990, to: 1995 }, { days: 90 })).toEqual({ from: 1989, to: 1995 })
    expect(laggedYears({ from: 1990, to: 1995 }, { years: 2 })).toEqual({ from: 1988, to: 1993 })
  })
})
