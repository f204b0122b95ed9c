import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addMonths as addMonthsToDate } from 'date-fns'
import { badInput } from '../common/error.ts'

/**
 * A calendar day, never an instant: days since 1970-01-01 in the proleptic Gregorian calendar.
 * Treaty law counts days and months; time zones and local mean time have no part in it.
 */
export type Day = number & { readonly day: unique symbol }

const millisecondsPerDay = 86_400_000

/** The first day that normtrail does not speak of: 10000-01-01. An open end. */
export const FOREVER = (Date.UTC(10_000, 0, 1) / millisecondsPerDay) as Day

/** An open beginning: 0001-01-01. */
export const ALWAYS = (new Date('0001-01-01T00:00:00Z').getTime() / millisecondsPerDay) as Day

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day of a year, month (1-12) and day of month, or undefined where the calendar has no such day. */
export const dayOf = (year: number, month: number, date: number): Day | undefined => {
  const instant = new Date(0)
  instant.setUTCFullYear(year, month - 1, date)
  const real = instant.getUTCFullYear() === year && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === date
  return real ? ((instant.getTime() / millisecondsPerDay) as Day) : undefined
}

/** Reads `1984-12-10`. Throws `bad-date` for anything else, and for days that the calendar does not have. */
export const parseDay = (text: string): Day => {
  const match = isoDay.exec(text)
  const day = match === null ? undefined : dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
  if (day === undefined)
    throw badInput('bad-date', `"${text}" is no calendar day. Expected YYYY-MM-DD, such as 1984-12-10.`)
  return day
}

/** The day as `1984-12-10`. */
export const formatDay = (day: Day): string => new Date(day * millisecondsPerDay).toISOString().slice(0, 10)

/** The day as text, or null for an open end. */
export const formatBound = (day: Day): string | null => (day >= FOREVER || day <= ALWAYS ? null : formatDay(day))

export const addDays = (day: Day, days: number): Day => (day + days) as Day

/**
 * Calendar months later; the day of the month is clamped to the month's end (31 January + 1 month = 28 or 29 February).
 */
export const addMonths = (day: Day, months: number): Day =>
  (addMonthsToDate(new UTCDateMini(day * millisecondsPerDay), months).getTime() / millisecondsPerDay) as Day

export const yearOf = (day: Day): number => new Date(day * millisecondsPerDay).getUTCFullYear()

/** 1-12. */
export const monthOf = (day: Day): number => new Date(day * millisecondsPerDay).getUTCMonth() + 1

const firstDays = new Map<number, Day>()

export const firstDayOfYear = (year: number): Day => {
  const known = firstDays.get(year)
  if (known !== undefined) return known
  const day = dayOf(year, 1, 1) as Day
  firstDays.set(year, day)
  return day
}

export const lastDayOfYear = (year: number): Day => addDays(firstDayOfYear(year + 1), -1)

/** The first day of the month that the day lies in. */
export const firstDayOfMonth = (day: Day): Day => dayOf(yearOf(day), monthOf(day), 1) as Day
