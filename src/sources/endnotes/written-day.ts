import { dayOf } from '../../time/day.ts'

const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|' +
  'July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'

/** Source of a pattern for a day as the depositary writes it, `7 October 1966`, without groups. */
export const day = `(?:\\d{1,2} (?:${month}) \\d{4}\\b)`

const whole = new RegExp(`^(\\d{1,2}) (${month}) (\\d{4})$`)
const any = new RegExp(`(?<![\\d?])${day}`, 'g')

/** `7 October 1966` as `1966-10-07`; undefined for what is no day of the calendar: a damaged date is not guessed at. */
export const isoDay = (written: string): string | undefined => {
  const match = whole.exec(written.trim())
  if (match === null) return undefined
  const [, date = '', name = '', year = ''] = match
  const number = names.indexOf(name.slice(0, 3).toLowerCase()) + 1
  if (dayOf(Number(year), number, Number(date)) === undefined) return undefined
  return `${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`
}

/** The days that a text names, in order. */
export const daysIn = (text: string): readonly string[] =>
  [...text.matchAll(any)].map(([written]) => isoDay(written)).filter((each) => each !== undefined)
