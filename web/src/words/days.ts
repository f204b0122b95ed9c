import { el } from '../elements/element.ts'

/** A day in words, `9 August 1985`, which no line breaks; what is no single day stays as it is. */
export const dayWords = (day: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(day)
    ? new Date(`${day}T00:00:00Z`)
        .toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
        .replaceAll(' ', '\u00a0')
    : day

/** A moment in words: the day, and of an instant the minute in UTC. */
export const momentWords = (moment: string): string => {
  const [day = '', time] = moment.split('T')
  return time === undefined ? dayWords(day) : `${dayWords(day)}, ${time.slice(0, 5)} UTC`
}

/** The same as an element that tells the ISO day to whoever points at it or copies it. */
export const dayElement = (day: string): HTMLElement => el('time', { datetime: day, title: day }, dayWords(day))

const millisecondsPerDay = 86_400_000

/** Days since 1970-01-01. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay

export const dayOfNumber = (number: number): string => new Date(number * millisecondsPerDay).toISOString().slice(0, 10)

export const yearOf = (day: string): number => Number(day.slice(0, 4))

/** The first day of an unsure date, as EDTF writes it: `1949-08-09/1950-04-13` is 1949-08-09, `1949-08` its first. */
export const firstOf = (date: string): string => {
  const [first = ''] = date.split('/')
  const [year = '0001', month = '01', day = '01'] = first.replaceAll(/[~?%]/g, '').split('-')
  return `${year}-${month}-${day}`
}

/** Today, as the reader's calendar has it in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10)
