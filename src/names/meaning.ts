import { addDays, ALWAYS, firstDayOfYear, FOREVER, formatDay, lastDayOfYear, yearOf, type Day } from '../time/day.ts'
import type { DateRange } from '../time/date-range.ts'

export type SubjectKind = 'state' | 'treaty' | 'igo' | 'norm'

/** A code or a name that means a subject on the days [from, to). */
export interface Meaning {
  readonly scheme: string
  readonly code: string
  readonly kind: SubjectKind
  readonly subject: string
  readonly from: Day
  readonly to: Day
}

/**
 * On which day, in which year, or on one of which days a code is read. Without any: where it ever meant only one
 * subject.
 */
export interface When {
  readonly day?: Day | undefined
  readonly year?: number | undefined
  readonly period?: DateRange | undefined
}

/** What a code means: one subject, nothing at all, or nothing certain. */
export type Meant =
  | { readonly is: 'one'; readonly id: string }
  | { readonly is: 'nothing' }
  /** It has meant these, but on none of the days. */
  | { readonly is: 'outside-its-days'; readonly holders: readonly Meaning[] }
  /** It meant one on some of the days, and another on others. */
  | { readonly is: 'several'; readonly holders: readonly Meaning[] }

/** The days that are meant; undefined where no time is known. */
export const periodOf = ({ day, year, period }: When): DateRange | undefined => {
  if (day !== undefined) return { lo: day, hi: day }
  return year === undefined ? period : { lo: firstDayOfYear(year), hi: lastDayOfYear(year) }
}

/** The one subject that all of them mean, or undefined. */
export const only = (meanings: readonly Meaning[]): string | undefined => {
  const subjects = new Set(meanings.map(({ subject }) => subject))
  return subjects.size === 1 ? meanings[0]?.subject : undefined
}

/**
 * Who holds a code on these days. Within one year its last holder: COW 345 is Yugoslavia in 1991, and Serbia in 1992.
 */
export const holdersIn = (meanings: readonly Meaning[], period: DateRange | undefined): Meant => {
  if (meanings.length === 0) return { is: 'nothing' }
  const held = period === undefined ? meanings : meanings.filter(({ from, to }) => from <= period.hi && period.lo < to)
  if (held.length === 0) return { is: 'outside-its-days', holders: meanings }
  const last = Math.max(...held.map(({ to }) => to))
  const withinAYear = period !== undefined && yearOf(period.lo) === yearOf(period.hi)
  const id = only(withinAYear ? held.filter(({ to }) => to === last) : held)
  return id === undefined ? { is: 'several', holders: held } : { is: 'one', id }
}

/** The days of a code in words: `yar to 1990-05-21, yem from 1990-05-22 on`. */
export const holdersText = (holders: readonly Meaning[]): string =>
  [...new Set(holders.toSorted((a, b) => a.from - b.from).map(holderText))].join(', ')

const holderText = ({ subject, from, to }: Meaning): string => {
  const first = from <= ALWAYS ? '' : ` from ${formatDay(from)}`
  const last = to >= FOREVER ? '' : ` to ${formatDay(addDays(to, -1))}`
  if (first === '' && last === '') return `${subject} on any day`
  return `${subject}${first}${last === '' ? ' on' : last}`
}
