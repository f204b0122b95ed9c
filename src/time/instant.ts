import { badInput } from '../common/error.ts'

/**
 * A moment of the log's own clock, in UTC with microseconds: `2026-11-22T17:18:03.123456Z`.
 * Fixed width, so that text order is time order on every engine. The only value in normtrail that has a time zone.
 */
export type Instant = string & { readonly instant: unique symbol }

const shape = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?Z$/

/** Reads an instant; a bare date is the end of that UTC day. Throws `bad-instant`. */
export const parseInstant = (text: string): Instant => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && isMoment(`${text}T00:00:00Z`, text))
    return `${text}T23:59:59.999999Z` as Instant
  const match = shape.exec(text)
  if (match === null || !isMoment(text, match[1] as string))
    throw badInput(
      'bad-instant',
      `"${text}" is no instant. Expected a date (its end is meant) or a UTC instant such as 1999-01-01T12:00:00Z.`,
    )
  return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(6, '0')}Z` as Instant
}

/** Whether the calendar has the date: JavaScript would silently read 30 February as 2 March. */
const isMoment = (text: string, date: string): boolean => {
  const moment = Date.parse(text)
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(date)
}

export const instantOf = (date: Date): Instant => `${date.toISOString().slice(0, 23)}000Z` as Instant

/** One microsecond later. */
export const nextInstant = (instant: Instant): Instant => {
  const micros = Number(instant.slice(20, 26))
  if (micros < 999_999) return `${instant.slice(0, 20)}${String(micros + 1).padStart(6, '0')}Z` as Instant
  const second = new Date(Date.parse(`${instant.slice(0, 19)}Z`) + 1000)
  return `${second.toISOString().slice(0, 19)}.000000Z` as Instant
}

/** What counts as recorded: the proposed clock, but later than the commit before. */
export const laterOf = (proposed: Instant, before: Instant | undefined): Instant =>
  before === undefined || proposed > before ? proposed : nextInstant(before)
