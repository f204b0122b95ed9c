import { addDays, dayOf, formatDay, parseDay } from '../../time/day.ts'

/** The EDTF text of a cell in a format; undefined where the cell is not written so, or is no date of the calendar. */
export type DateReader = (cell: string, missing: ReadonlySet<string>) => string | undefined

/** Formats that are no pattern: days that a spreadsheet counts. */
const named: Readonly<Record<string, DateReader>> = {
  // Excel counts a 29 February 1900 that never was: 60, which is no day.
  excel: (cell) =>
    /^60(\.|$)/.test(cell) ? undefined : serialDay(cell, (serial) => (serial < 60 ? '1899-12-31' : '1899-12-30')),
  'excel-1904': (cell) => serialDay(cell, () => '1904-01-01'),
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|' +
  'july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'

/** What the letters of a pattern stand for; the time of day is read and dropped. */
const tokens = [
  { letters: 'YYYY', part: 'year', pattern: '(\\d{4})' },
  { letters: 'MMMM', part: 'month', pattern: monthName },
  { letters: 'MMM', part: 'month', pattern: monthName },
  { letters: 'MM', part: 'month', pattern: '(\\d{2})' },
  { letters: 'M', part: 'month', pattern: '(\\d{1,2})' },
  { letters: 'DD', part: 'day', pattern: '(\\d{2})' },
  { letters: 'D', part: 'day', pattern: '(\\d{1,2})' },
  { letters: 'hh', part: undefined, pattern: '(?:[01]\\d|2[0-3])' },
  { letters: 'mm', part: undefined, pattern: '[0-5]\\d' },
  { letters: 'ss', part: undefined, pattern: '[0-5]\\d(?:[.,]\\d+)?(?:Z|[+-]\\d{2}(?::?\\d{2})?)?' },
] as const

type Part = 'year' | 'month' | 'day'

/**
 * Reads a format such as `D.M.YYYY`, `D MMM YYYY`, `YYYYMM`, `YYYY-MM-DD hh:mm:ss` or `excel`. Gives in words what is
 * wrong with it, where something is.
 */
export const dateFormat = (format: string): DateReader | string => {
  const known = named[format]
  if (known !== undefined) return known
  const parts: Part[] = []
  let [pattern, rest] = ['', format]
  while (rest !== '') {
    const token = tokens.find(({ letters }) => rest.startsWith(letters))
    const sign = token?.letters ?? (rest[0] as string)
    if (token === undefined && /[A-SU-Z]/i.test(sign)) return unreadable(format, `"${sign}" stands for nothing`)
    pattern += token?.pattern ?? sign.replace(/[.*+?^${}()|[\]\\/]/, '\\$&')
    if (token?.part !== undefined) parts.push(token.part)
    rest = rest.slice(sign.length)
  }
  if (new Set(parts).size < parts.length) return unreadable(format, 'a part stands in it twice')
  if (!parts.includes('year')) return unreadable(format, 'it has no year')
  if (parts.includes('day') && !parts.includes('month')) return unreadable(format, 'it has a day and no month')
  return patternReader(new RegExp(`^${pattern}$`, 'i'), parts)
}

const unreadable = (format: string, why: string): string =>
  `"${format}" is no format of dates: ${why}. ` +
  'Expected YYYY, M or MM or MMM, D or DD, hh:mm:ss and what stands ' +
  'between them, such as D.M.YYYY; or excel, excel-1904'

const patternReader =
  (pattern: RegExp, parts: readonly Part[]): DateReader =>
  (cell, missing) => {
    const match = pattern.exec(cell)
    if (match === null) return undefined
    const found = new Map(parts.map((part, index) => [part, match[index + 1] as string]))
    const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => found.get(part))
    // A part that is listed as 0 stands in 201900 as 00.
    const lacks = (part: string | undefined): part is undefined =>
      part === undefined || missing.has(part) || missing.has(part.replace(/^0(?=\d)/, ''))
    if (lacks(month)) return checked(year as string, undefined, undefined)
    return checked(year as string, month, lacks(day) ? undefined : day)
  }

const checked = (year: string, month: string | undefined, day: string | undefined): string | undefined => {
  if (month === undefined) return year
  const number = /^\d/.test(month) ? Number(month) : months.indexOf(month.slice(0, 3).toLowerCase()) + 1
  const text = `${year}-${String(number).padStart(2, '0')}`
  if (dayOf(Number(year), number, day === undefined ? 1 : Number(day)) === undefined) return undefined
  return day === undefined ? text : `${text}-${day.padStart(2, '0')}`
}

/**
 * The first day that a spreadsheet counts is 1; `before` is the day before it. A year among such days is none: 1986
 * would be a day of 1905.
 */
const serialDay = (cell: string, before: (serial: number) => string): string | undefined => {
  if (!/^\d{1,7}(\.\d+)?$/.test(cell) || isLikeAYear(cell)) return undefined
  const serial = Math.floor(Number(cell))
  if (serial < 1 || serial > lastSerial) return undefined
  return formatDay(addDays(parseDay(before(serial)), serial))
}

const isLikeAYear = (cell: string): boolean => /^(1[5-9]|20)\d\d$/.test(cell)

/** 9999-12-31 in a spreadsheet. */
const lastSerial = 2_958_465

const common = [
  'D.M.YYYY',
  'D/M/YYYY',
  'M/D/YYYY',
  'D-M-YYYY',
  'YYYY/M/D',
  'YYYY.M.D',
  'YYYY-M-D',
  'D MMM YYYY',
  'D-MMM-YYYY',
  'MMM D, YYYY',
  'MMM D YYYY',
  'MMM YYYY',
  'YYYYMM',
  'YYYYMMDD',
  'YYYY-MM-DD hh:mm:ss',
]

/** Whether a cell looks like a date whose year has two digits, such as 18-Feb-19: of which century, it does not say. */
export const hasShortYear = (cell: string): boolean => /^\d{1,2}([-/. ])(\d{1,2}|[a-z]{3,9})\1\d{2}$/i.test(cell)

const example = {
  YYYY: '2003',
  MMMM: 'Apr',
  MMM: 'Apr',
  MM: '04',
  M: '4',
  DD: '05',
  D: '5',
  hh: '00',
  mm: '00',
  ss: '00',
}

/**
 * Two formats that read one cell as two days, and the cell: D/M/YYYY and M/D/YYYY. Which is meant, a list of both would
 * leave to chance.
 */
export const clashOf = (formats: readonly string[]): string | undefined => {
  const patterns = formats.filter((format) => !Object.hasOwn(named, format))
  for (const one of patterns)
    for (const other of patterns) {
      const cell = one.replace(/YYYY|M{1,4}|DD?|hh|mm|ss/g, (token) => example[token as keyof typeof example])
      const [day, otherDay] = [one, other].map((format) => {
        const reader = dateFormat(format)
        return typeof reader === 'string' ? undefined : reader(cell, new Set())
      })
      if (day !== undefined && otherDay !== undefined && day !== otherDay)
        return `"${one}" and "${other}" read ${cell} as ${day} and as ${otherDay}`
    }
  return undefined
}

/** Formats in which a cell would be a date. */
export const formatsOf = (cell: string): readonly string[] => [
  ...common.filter((format) => {
    const reader = dateFormat(format)
    return typeof reader !== 'string' && reader(cell, new Set()) !== undefined
  }),
  ...(/^[1-9]\d{4}(\.\d+)?$/.test(cell) ? ['excel'] : []),
]
