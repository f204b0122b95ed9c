import { yearOf as yearOfDay } from '../../time/day.ts'
import { parseDate } from '../../time/edtf.ts'
import type { Reference } from '../importer/draft.ts'
import type { ReferenceSpec } from './mapping.ts'
import { Bad, cellOf, codeOf, yearOf, type Row } from './table-cell.ts'

/** When a row is about: a year, or the days of a date. */
export interface RowTime {
  readonly year?: number | undefined
  readonly on?: string | undefined
}

/**
 * What a row refers to: the code of the first column, or of the second where the first is empty, read in the time of
 * the row.
 */
export const referenceOf = (row: Row, spec: ReferenceSpec, time: RowTime): Reference | Bad => {
  const year = spec.year === undefined ? time.year : yearOf(row, spec.year)
  if (year instanceof Bad) return year
  const found = [spec, ...(spec.otherwise === undefined ? [] : [spec.otherwise])].find(
    ({ column }) => cellOf(row, column) !== '',
  )
  if (found === undefined) return new Bad(spec.column, '', 'a code or a name')
  const cell = cellOf(row, found.column)
  const code = found.scheme === 'name' ? cell : codeOf(cell)
  return {
    scheme: found.scheme,
    code,
    ...recoded(code, spec, year ?? yearIn(time.on)),
    ...(year !== undefined && { year }),
    ...(year === undefined && time.on !== undefined && { on: time.on }),
    ...(spec.subject !== undefined && { subject: spec.subject }),
  }
}

const recoded = (code: string, spec: ReferenceSpec, year: number | undefined): Partial<Reference> => {
  const rule = spec.recode?.find(
    (each) => each.code === code && year !== undefined && each.years[0] <= year && year <= each.years[1],
  )
  if (rule === undefined) return {}
  return rule.scheme === undefined ? { code: rule.as } : { code: rule.as, scheme: rule.scheme }
}

/** The year of a date that lies in one. */
const yearIn = (on: string | undefined): number | undefined => {
  if (on === undefined) return undefined
  const { lo, hi } = parseDate(on)
  return yearOfDay(lo) === yearOfDay(hi) ? yearOfDay(lo) : undefined
}

/** How a person finds the row again. */
export const referenceText = ({ scheme, code }: Reference): string => (scheme === 'name' ? code : `${scheme} ${code}`)
