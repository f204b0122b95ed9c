import { describe, expect, it } from 'vitest'
import { commonDays, howMany, lastDayOf } from '../../../src/queries/record/days-in-text.ts'
import { throughOfHalf } from '../../../src/queries/spells/through-of-half.ts'
import { parseDay } from '../../../src/time/day.ts'

const days = (from: string | null, to: string | null) => ({ from, to })
const nineties = days('1990-01-01', '2000-01-01')

describe('of how many of some days others tell', () => {
  it.each([
    ['all', [days(null, null)]],
    ['all', [days('1990-01-01', '2000-01-01')]],
    ['all', [days(null, '1995-01-01'), days('1995-01-01', null)]],
    ['some', [days(null, '1995-01-01'), days('1995-01-02', null)]],
    ['some', [days('1990-01-02', null)]],
    ['some', [days(null, '1999-12-31')]],
    ['none', [days(null, '1990-01-01'), days('2000-01-01', null)]],
    ['none', []],
  ])('%s: %j', (many, others) => expect(howMany(nineties, others)).toBe(many))
  it('of days without end only days without end are all', () => {
    expect(howMany(days(null, null), [days(null, null)])).toBe('all')
    expect(howMany(days('1990-01-01', null), [days('1980-01-01', '9999-12-31')])).toBe('some')
    expect(howMany(days(null, '1990-01-01'), [days('0001-01-02', null)])).toBe('some')
  })
})

describe('the days that some have in common', () => {
  it('are their overlaps', () =>
    expect(
      commonDays(nineties, [days(null, '1991-01-01'), days('1992-01-01', '1993-01-01'), days('1999-12-31', null)]),
    ).toEqual([days('1990-01-01', '1991-01-01'), days('1992-01-01', '1993-01-01'), days('1999-12-31', '2000-01-01')]))
  it('end on a last day, or on none', () => {
    expect(lastDayOf([nineties])).toBe('1999-12-31')
    expect(lastDayOf([days('1990-01-01', null)])).toBeNull()
    expect(lastDayOf([])).toBeNull()
  })
})

describe('through which day at least half are known', () => {
  const day = (text: string) => parseDay(text)
  it.each([
    [['2010-01-01', '2015-01-01', '2015-01-01', undefined], '2015-01-01'],
    [['2010-01-01', '2015-01-01', undefined, undefined], '2010-01-01'],
    [['2010-01-01', undefined, undefined], undefined],
    [['2010-01-01'], '2010-01-01'],
    [[], undefined],
  ])('%j: %s', (ends, through) =>
    expect(throughOfHalf(ends.map((end) => (end === undefined ? undefined : day(end))))).toEqual(
      through === undefined ? undefined : day(through),
    ),
  )
})
