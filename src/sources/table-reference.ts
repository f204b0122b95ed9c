import type { Reference } from './draft.ts'
import type { ReferenceSpec } from './mapping.ts'
import { Bad, cellOf, codeOf, yearOf, type Row } from './table-cell.ts'

/** What a row refers to: the code of the first column, or of the second where the first is empty. */
export const referenceOf = (row: Row, spec: ReferenceSpec, knownYear?: number): Reference | Bad => {
  const year = knownYear ?? (spec.year === undefined ? undefined : yearOf(row, spec.year))
  if (year instanceof Bad) return year
  const found = [spec, ...(spec.otherwise === undefined ? [] : [spec.otherwise])].find(
    ({ column }) => cellOf(row, column) !== '',
  )
  if (found === undefined) return new Bad(spec.column, '', 'a code or a name')
  const cell = cellOf(row, found.column)
  return {
    scheme: found.scheme,
    code: recoded(found.scheme === 'name' ? cell : codeOf(cell), spec, year),
    ...(year !== undefined && { year }),
    ...(spec.subject !== undefined && { subject: spec.subject }),
  }
}

const recoded = (code: string, spec: ReferenceSpec, year: number | undefined): string =>
  spec.recode?.find(
    (rule) => rule.code === code && year !== undefined && rule.years[0] <= year && year <= rule.years[1],
  )?.as ?? code

/** How a person finds the row again. */
export const referenceText = ({ scheme, code }: Reference): string => (scheme === 'name' ? code : `${scheme} ${code}`)
