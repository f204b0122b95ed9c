import { dayWords } from './days.ts'

/** A month in words, `April 1997`; a day as `dayWords` has it, a year as it is. */
const oneWords = (date: string): string =>
  /^\d{4}-\d{2}$/.test(date)
    ? new Date(`${date}-01T00:00:00Z`)
        .toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
        .replaceAll(' ', '\u00a0')
    : dayWords(date)

/** A date that may be unsure, as EDTF writes it, in words: `between 9 August 1949 and 13 April 1950`. */
export const whenWords = (date: string): string => {
  const [first = '', last] = date.replaceAll(/[~?%]/g, '').split('/')
  if (last === undefined) return oneWords(first)
  if (last === '..') return `on ${oneWords(first)} or later`
  return first === '..' ? `on ${oneWords(last)} or earlier` : `between ${oneWords(first)} and ${oneWords(last)}`
}
