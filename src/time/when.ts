import type { DateRange } from './date-range.ts'
import { addDays, addMonths, ALWAYS, firstDayOfMonth, firstDayOfYear, FOREVER, formatDay, yearOf } from './day.ts'

/**
 * A date as EDTF writes it, as precisely as it is known and no more: `1949-05-05`, `1949-05`, `1949`,
 * `1949-05-05/1950-04-13`; `../1925` where only the latest day is known, `1925/..` where only the earliest is.
 */
export const whenText = (range: DateRange): string => {
  const { lo, hi } = range
  if (lo === hi) return formatDay(lo)
  const inOne = wholeYear(range) ?? wholeMonth(range)
  if (inOne !== undefined) return inOne
  return `${lo <= ALWAYS ? '..' : formatDay(lo)}/${hi >= FOREVER ? '..' : formatDay(hi)}`
}

const wholeYear = ({ lo, hi }: DateRange): string | undefined => {
  const year = yearOf(lo)
  const isWhole = lo > ALWAYS && lo === firstDayOfYear(year) && hi === addDays(firstDayOfYear(year + 1), -1)
  return isWhole ? formatDay(lo).slice(0, 4) : undefined
}

const wholeMonth = ({ lo, hi }: DateRange): string | undefined => {
  const isWhole = lo > ALWAYS && lo === firstDayOfMonth(lo) && hi === addDays(addMonths(lo, 1), -1)
  return isWhole ? formatDay(lo).slice(0, 7) : undefined
}

/** When something was, in a sentence: `on 1949-05-05`, `in 1949`, `between 1949-05-05 and 1950-04-13`. */
export const onWhen = (when: string): string => {
  const [first = '', last] = when.split('/')
  if (last === undefined) return first.length === '1949-05-05'.length ? `on ${first}` : `in ${first}`
  if (last === '..') return `on ${first} or later`
  return first === '..' ? `by ${last}` : `between ${first} and ${last}`
}
