import { dayOf, formatDay } from '../../time/day.ts'
import { months } from '../importer/month-names.ts'

/**
 * A date as the depositary writes it, as a pattern with three groups: `26 June 1987`. Months may be cut short or
 * misspelt after their third letter.
 */
export const writtenDate = String.raw`(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]{2,9})\.? (\d{4})`

/** The day that is written, as ISO; undefined where the calendar has no such day. */
export const dayWritten = (day: string, month: string, year: string): string | undefined => {
  const index = months.findIndex((name) => name.slice(0, 3) === month.slice(0, 3))
  const found = dayOf(Number(year), index + 1, Number(day))
  return found === undefined ? undefined : formatDay(found)
}

/** The first day that follows what a pattern matches, as ISO. The pattern ends where the date begins. */
export const dayAfter = (text: string, before: string): string | undefined => {
  const match = new RegExp(`${before}${writtenDate}`, 's').exec(text)
  const [day, month, year] = match?.slice(-3) ?? []
  return day === undefined || month === undefined || year === undefined ? undefined : dayWritten(day, month, year)
}
