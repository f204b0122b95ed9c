import { addDays, addMonths, type Day, firstDayOfMonth, firstDayOfYear, lastDayOfYear, monthOf, yearOf } from './day.ts'

/** A treaty clause's span of time, such as "the first day of the month following the expiration of three months". */
export interface Offset {
  readonly days?: number | undefined
  readonly months?: number | undefined
  readonly years?: number | undefined
  readonly snap?:
    | 'firstOfMonthAfter'
    | 'firstOfNthMonthAfterMonth'
    | 'endOfMonth'
    | 'endOfYear'
    | 'endOfNextYear'
    | 'endOfFinancialYear'
    | 'june30'
    | undefined
  /** For firstOfNthMonthAfterMonth: the first day of the N-th month after the month of the act. */
  readonly nthMonth?: number | undefined
}

const firstOfMonthAfter = (day: Day): Day => addMonths(firstDayOfMonth(day), 1)

/**
 * The day that lies an offset after an act. "Thirtieth day after" is the act + 30 days; month arithmetic clamps to the
 * month's end; a snap moves the result onto the first day of a month, or onto the last day of a month or year: the day
 * on which an exit takes effect, and so the first day out. `june30`: of the same year for notice on 1 January, else of
 * the next (Whaling Convention, art XI). A financial year is the calendar year; notice in its last three months runs to
 * the end of the next (Statute of the Council of Europe, art 7).
 */
export const applyOffset = (act: Day, offset: Offset | undefined): Day => {
  if (offset === undefined) return act
  const moved = addDays(addMonths(act, (offset.months ?? 0) + 12 * (offset.years ?? 0)), offset.days ?? 0)
  switch (offset.snap) {
    case undefined:
      return moved
    case 'firstOfMonthAfter':
      return firstOfMonthAfter(moved)
    case 'firstOfNthMonthAfterMonth':
      return addMonths(firstDayOfMonth(moved), offset.nthMonth ?? 1)
    case 'endOfMonth':
      return addDays(firstOfMonthAfter(moved), -1)
    case 'endOfYear':
      return lastDayOfYear(yearOf(moved))
    case 'endOfNextYear':
      return lastDayOfYear(yearOf(moved) + 1)
    case 'endOfFinancialYear':
      return lastDayOfYear(monthOf(moved) <= 9 ? yearOf(moved) : yearOf(moved) + 1)
    case 'june30': {
      const year = moved === firstDayOfYear(yearOf(moved)) ? yearOf(moved) : yearOf(moved) + 1
      return addDays(addMonths(firstDayOfYear(year), 6), -1)
    }
  }
}

/** The offset in words, such as "1 year" or "60 days, then the first day of the next month". */
export const offsetInWords = (offset: Offset | undefined): string => {
  if (offset === undefined) return 'at once'
  const count = (n: number | undefined, unit: string) =>
    n === undefined || n === 0 ? [] : [`${n} ${unit}${n === 1 ? '' : 's'}`]
  const span = [...count(offset.years, 'year'), ...count(offset.months, 'month'), ...count(offset.days, 'day')].join(
    ' and ',
  )
  const snap = {
    firstOfMonthAfter: 'the first day of the next month',
    firstOfNthMonthAfterMonth: `the first day of month ${offset.nthMonth ?? 1} after that month`,
    endOfMonth: 'the end of the month',
    endOfYear: 'the end of the year',
    endOfNextYear: 'the end of the next year',
    endOfFinancialYear: 'the end of the financial year',
    june30: '30 June (notice on or before 1 January)',
  }
  if (offset.snap === undefined) return span === '' ? 'at once' : span
  return span === '' ? snap[offset.snap] : `${span}, then ${snap[offset.snap]}`
}
