import { dayWords } from './days.ts'

/** A month in words, `April 1997`; a day as `dayWords` has it, a year as it is. */
const oneWords = (date: string): string =>
  /^\d{4}-\d{2}$/.test(date)
    ? new Date(`${date}-01T00:00:00Z`)
        .toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
        .replaceAll(' ', '\u00a0')
    : dayWords(date)

const wholeYear = /^(\d{4})-01-01\/\1-12-31$/
const aMonth = /^(\d{4}-\d{2})-01\/\1-(\d{2})$/

/** A year or a month whose first and last day are written is told as that: a source knew no day in it. */
const asWhole = (date: string): string => {
  const year = wholeYear.exec(date)?.[1]
  if (year !== undefined) return year
  const [, month = '', last] = aMonth.exec(date) ?? []
  const end = month === '' ? 0 : new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
  return end > 0 && Number(last) === end ? month : date
}

/**
 * A date that may be unsure, as EDTF writes it, in words: `between 9 August 1949 and 13 April 1950`. A year stays a
 * year.
 */
export const whenWords = (date: string): string => {
  const [first = '', last] = asWhole(date.replaceAll(/[~?%]/g, '')).split('/')
  if (last === undefined) return oneWords(first)
  if (last === '..') return `${onOne(first)} or later`
  return first === '..' ? `${onOne(last)} or earlier` : `between ${oneWords(first)} and ${oneWords(last)}`
}

const onOne = (date: string): string => `${date.length === 'YYYY-MM-DD'.length ? 'on' : 'in'} ${oneWords(date)}`

/** The same in a sentence: `on 5 May 1949`, `in 1949`, `between 1949 and 1951`. */
export const onWhenWords = (date: string): string => {
  const whole = asWhole(date.replaceAll(/[~?%]/g, ''))
  return whole.includes('/') ? whenWords(whole) : onOne(whole)
}

/** Since or until when: `since 1949`, `since a day between 9 August 1949 and 13 April 1950`. */
export const fromWhenWords = (word: string, date: string): string => {
  const when = whenWords(date)
  const isUnsure = /^(?:between|on|in) /.test(when)
  return `${word} ${isUnsure ? `a day ${when}` : when}`
}
