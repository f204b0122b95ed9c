import { fc } from '../support/seeded.ts'
import { describe, expect, it } from 'vitest'
import { formatDay, parseDay, type Day } from '../../src/time/day.ts'
import { applyOffset, offsetInWords, type Offset } from '../../src/time/offset.ts'

const after = (act: string, offset: Offset | undefined) => formatDay(applyOffset(parseDay(act), offset))

describe('how long after an act something takes effect', () => {
  it.each<[string, string, Offset | undefined, string]>([
    ['at once', '1967-10-04', undefined, '1967-10-04'],
    ['the thirtieth day after: Convention against Torture, art. 27', '1987-05-27', { days: 30 }, '1987-06-26'],
    ['three months: Covenant, art. 49', '1975-12-23', { months: 3 }, '1976-03-23'],
    ['months clamp to the end of the month', '1995-11-30', { months: 3 }, '1996-02-29'],
    ['a year', '2016-10-27', { years: 1 }, '2017-10-27'],
    ['a year from a leap day', '2016-02-29', { years: 1 }, '2017-02-28'],
    [
      'first of the month after the sixtieth day: Rome Statute, art. 126',
      '2002-04-11',
      { days: 60, snap: 'firstOfMonthAfter' },
      '2002-07-01',
    ],
    ['first of the month after, from a first of the month', '2014-02-01', { snap: 'firstOfMonthAfter' }, '2014-03-01'],
    [
      'first of the month after three months: Istanbul Convention, art. 75',
      '2014-04-22',
      { months: 3, snap: 'firstOfMonthAfter' },
      '2014-08-01',
    ],
    [
      'first of the sixth month after the month: Ottawa Convention, art. 17',
      '1998-09-16',
      { snap: 'firstOfNthMonthAfterMonth', nthMonth: 6 },
      '1999-03-01',
    ],
    ['the end of the month', '2000-02-10', { snap: 'endOfMonth' }, '2000-02-29'],
    ['the end of the year', '2000-02-10', { snap: 'endOfYear' }, '2000-12-31'],
    ['the end of the next year: UNESCO', '2017-10-12', { snap: 'endOfNextYear' }, '2018-12-31'],
    [
      'the end of the financial year, notified in its first nine months: Statute of the Council of Europe, art. 7',
      '1969-09-30',
      { snap: 'endOfFinancialYear' },
      '1969-12-31',
    ],
    [
      '30 June, notified before it on 1 January: Whaling Convention, art. XI',
      '2019-01-01',
      { snap: 'june30' },
      '2019-06-30',
    ],
    ['30 June of the next year, notified later: Japan', '2018-12-26', { snap: 'june30' }, '2019-06-30'],
    ['the end of the next, notified later', '1969-12-12', { snap: 'endOfFinancialYear' }, '1970-12-31'],
  ])('%s: %s and %o', (_, act, offset, effect) => expect(after(act, offset)).toBe(effect))

  it('is never before the act, and later for a later act', () => {
    const offset = fc.record({
      days: fc.integer({ min: 0, max: 400 }),
      months: fc.integer({ min: 0, max: 30 }),
      years: fc.integer({ min: 0, max: 5 }),
      nthMonth: fc.integer({ min: 1, max: 12 }),
      snap: fc.constantFrom(
        undefined,
        'firstOfMonthAfter',
        'firstOfNthMonthAfterMonth',
        'endOfMonth',
        'endOfYear',
        'endOfNextYear',
        'endOfFinancialYear',
        'june30',
      ),
    })
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 50_000 }), fc.nat(1000), offset, (day, more, clause) => {
        const effect = applyOffset(day as Day, clause)
        expect(effect).toBeGreaterThanOrEqual(day)
        expect(applyOffset((day + more) as Day, clause)).toBeGreaterThanOrEqual(effect)
      }),
    )
  })
})

describe('a clause', () => {
  it('can be said in words', () => {
    expect(
      [
        undefined,
        {},
        { days: 0 },
        { years: 1 },
        { months: 3, days: 1 },
        { days: 60, snap: 'firstOfMonthAfter' as const },
      ].map(offsetInWords),
    ).toEqual([
      'at once',
      'at once',
      'at once',
      '1 year',
      '3 months and 1 day',
      '60 days, then the first day of the next month',
    ])
  })
})
