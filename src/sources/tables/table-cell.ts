import { parseDate } from '../../time/edtf.ts'
import { dateFormat, formatsOf, hasShortYear } from './date-format.ts'
import type { BadRow } from '../importer/draft.ts'
import type { DateSpec } from './mapping.ts'
import { yearsText } from '../importer/years.ts'

/** A row of a table, by column. */
export interface Row {
  readonly row: number
  readonly cells: Readonly<Record<string, string>>
  /** Columns whose cells were emptied, since the mapping says that they hold nothing. */
  readonly blanked?: ReadonlySet<string>
}

/** What a cell should have been. */
export class Bad {
  readonly column: string
  readonly value: string
  readonly expected: string

  constructor(column: string, value: string, expected: string) {
    this.column = column
    this.value = value
    this.expected = expected
  }

  at(row: number): BadRow {
    return { rows: [row, row], column: this.column, value: this.value, expected: this.expected }
  }
}

/** What a cell means; `constructor` and the like are cells as any other. */
export const meaningIn = <V>(codes: Readonly<Record<string, V>>, cell: string): V | undefined =>
  Object.hasOwn(codes, cell) ? codes[cell] : undefined

export const cellOf = ({ cells }: Row, column: string): string => (cells[column] ?? '').trim()

/** Codes come as 700 and, through spreadsheets and data frames, as 700.0: the same code. */
export const codeOf = (cell: string): string => cell.replace(/^(-?\d+)\.0+$/, '$1')

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

export const numberOf = (
  column: string,
  cell: string,
  limits: { range?: readonly [number, number] | undefined; integer?: boolean | undefined },
): number | Bad => {
  const value = Number(cell)
  const [lo, hi] = limits.range ?? [-Infinity, Infinity]
  if (number.test(cell) && lo <= value && value <= hi && (limits.integer !== true || Number.isInteger(value)))
    return value
  const kind = limits.integer === true ? 'a whole number' : 'a number'
  return new Bad(column, cell, limits.range === undefined ? kind : `${kind} from ${lo} to ${hi}`)
}

export const yearOf = (row: Row, column: string): number | Bad => {
  const year = numberOf(column, cellOf(row, column), { range: [1, 9999], integer: true })
  return year instanceof Bad ? new Bad(column, cellOf(row, column), 'a year, such as 1984') : year
}

const padded = (value: number, digits: number) => String(value).padStart(digits, '0')

/** The EDTF text of a date, as precise as its filled cells. Undefined where there is none. */
export const dateOf = (row: Row, spec: DateSpec): string | Bad | undefined => {
  if ('column' in spec) return writtenDate(spec, cellOf(row, spec.column))
  if ('firstYear' in spec) return yearsOf(row, spec.firstYear, spec.lastYear)
  if (cellOf(row, spec.year) === '') return undefined
  const year = yearOf(row, spec.year)
  if (year instanceof Bad) return year
  const text = [padded(year, 4)]
  for (const [column, highest] of [
    [spec.month, 12],
    [spec.day, 31],
  ] as const) {
    if (column === undefined || cellOf(row, column) === '') break
    const part = numberOf(column, cellOf(row, column), { range: [1, highest], integer: true })
    if (part instanceof Bad)
      return new Bad(part.column, part.value, `${part.expected}; a part that is not known can be listed as "missing"`)
    text.push(padded(part, 2))
  }
  return written(spec.day ?? spec.month ?? spec.year, text.join('-'))
}

const yearsOf = (row: Row, from: string, to: string): string | Bad => {
  const [first, last] = [yearOf(row, from), yearOf(row, to)]
  if (first instanceof Bad) return first
  if (last instanceof Bad) return last
  if (last < first) return new Bad(to, cellOf(row, to), `a year not before ${first}`)
  return yearsText(first, last)
}

const writtenDate = (
  { column, format, missing = [] }: Extract<DateSpec, { column: string }>,
  cell: string,
): string | Bad | undefined => {
  if (cell === '') return undefined
  if (format === undefined) return written(column, codeOf(cell))
  const formats = typeof format === 'string' ? [format] : format
  const parts = new Set(missing)
  for (const each of formats) {
    const reader = dateFormat(each)
    const text = typeof reader === 'string' ? undefined : (reader(cell, parts) ?? reader(codeOf(cell), parts))
    if (text !== undefined && isDate(text)) return text
  }
  return new Bad(column, cell, `a date in the format ${formats.join(' or ')}${hintOf(cell)}`)
}

/** What a reader of a bad date should know of it. */
const hintOf = (cell: string): string => {
  if (/^\d{4}$/.test(cell)) return '; a year by itself is read where "YYYY" is listed too'
  return hasShortYear(cell) ? '; a year is written with four digits' : ''
}

const written = (column: string, text: string): string | Bad => {
  if (isDate(text)) return text
  const others = formatsOf(text).map((format) => `"${format}"`)
  const instead =
    others.length === 0
      ? hintOf(text) || '; cells without a date can be listed as "missing"'
      : `; a mapping can say that it is written as ${others.join(' or ')}`
  return new Bad(column, text, `a date: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF expression${instead}`)
}

const isDate = (text: string): boolean => {
  try {
    parseDate(text)
    return true
  } catch {
    return false
  }
}
