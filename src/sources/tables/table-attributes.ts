import { groupBy } from '../../common/group-by.ts'
import { firstDayOfYear, lastDayOfYear } from '../../time/day.ts'
import type { CodeHolder, Draft, HoldersOf, Reference, Skip, Yield } from '../importer/draft.ts'
import { yearsText } from '../importer/years.ts'
import type { AttributeRows, Figure } from './mapping.ts'
import { Bad, cellOf, codeOf, meaningIn, numberOf, yearOf, type Row } from './table-cell.ts'
import { referenceOf, referenceText } from './table-reference.ts'

/** A value of one row, or why there is none. */
interface Told {
  readonly row: number
  readonly entity: Reference
  readonly figure: Figure
  /** Undefined where the table describes one time only. */
  readonly year: number | undefined
  readonly says: { readonly value: number | string } | { readonly reason: string }
}

/** The values of all rows of a table: years that follow on one another with the same value are one assertion. */
export const attributesIn = (all: readonly Row[], rows: AttributeRows, holdersOf: HoldersOf): readonly Yield[] => {
  const read = all.map((row) => ofRow(row, rows))
  const told = read.flatMap((each) => ('told' in each ? each.told : []))
  const runs = groupBy(told, ({ entity, figure }) => `${figure.id} ${entity.scheme} ${entity.code}`)
  const said: readonly Yield[] = [
    ...read.flatMap((each) => ('told' in each ? [] : each.instead)),
    ...[...runs.values()].flatMap((ofEntity) => {
      const [{ entity }] = ofEntity as [Told]
      const holders = rows.of === 'igo' ? [] : holdersOf(entity.scheme, entity.code)
      return runsOf(ofEntity, holders).map((run) => ('skipped' in run ? run : draft(run, rows)))
    }),
  ]
  return said.toSorted((a, b) => a.rows[0] - b.rows[0])
}

const ofRow = (
  row: Row,
  rows: AttributeRows,
): { readonly told: readonly Told[] } | { readonly instead: readonly Yield[] } => {
  const year = rows.year === undefined ? undefined : yearOf(row, rows.year)
  if (year instanceof Bad) return { instead: [year.at(row.row)] }
  const entity = referenceOf(row, rows.entity, year === undefined ? { on: rows.describes } : { year })
  if (entity instanceof Bad) return { instead: [entity.at(row.row)] }
  const values = rows.attributes.map((figure) => ({ figure, says: valueOf(row, figure) }))
  const faults = values.flatMap(({ says }) => (says instanceof Bad ? [says.at(row.row)] : []))
  if (faults.length > 0) return { instead: faults }
  const told = values.flatMap(({ figure, says }) =>
    says === undefined || says instanceof Bad ? [] : [{ row: row.row, entity, figure, year, says }],
  )
  return told.length > 0 ? { told } : { instead: [{ rows: [row.row, row.row], skipped: 'no-value' }] }
}

/** Undefined where an empty cell says nothing. */
const valueOf = (row: Row, { column, words, range, missing }: Figure): Told['says'] | Bad | undefined => {
  if (column === undefined) {
    const text = (words ?? []).map((each) => cellOf(row, each)).filter((word) => word !== '')
    return text.length === 0 ? undefined : { value: text.join('; ') }
  }
  const cell = codeOf(cellOf(row, column))
  const reason = meaningIn(missing, cell)
  if (reason !== undefined) return { reason }
  if (cell === '') return undefined
  const value = numberOf(column, cell, { range })
  return value instanceof Bad ? value : { value }
}

type Run = readonly [Told, ...Told[]]

/**
 * The runs of one entity: years in a row that say the same, of one holder of its code. A row that says again what
 * another said is passed over; one that says otherwise of the same year stays a run of its own.
 */
const runsOf = (told: readonly Told[], holders: readonly CodeHolder[]): readonly (Run | Skip)[] => {
  const runs: (readonly Told[])[] = []
  const repeated: Skip[] = []
  for (const next of told.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0) || a.row - b.row)) {
    const last = runs.at(-1)?.at(-1)
    const isAlike = last !== undefined && JSON.stringify(last.says) === JSON.stringify(next.says)
    if (isAlike && last.year === next.year) repeated.push({ rows: [next.row, next.row], skipped: 'repeated' })
    else if (isAlike && followsOn(last, next) && holderIn(holders, last) === holderIn(holders, next))
      runs[runs.length - 1] = [...(runs.at(-1) as Run), next]
    else runs.push([next])
  }
  return [...(runs as readonly (readonly Told[])[] as readonly Run[]), ...repeated]
}

const followsOn = (last: Told, next: Told): boolean =>
  last.year !== undefined && next.year !== undefined && next.year === last.year + 1

/** Whom a code means in a year: the last of its holders. */
const holderIn = (holders: readonly CodeHolder[], { year }: Told): string | undefined => {
  if (year === undefined) return undefined
  const [first, last] = [firstDayOfYear(year), lastDayOfYear(year)]
  return holders.filter(({ from, to }) => from <= last && first < to).toSorted((a, b) => b.to - a.to)[0]?.subject
}

const draft = (run: Run, { of, describes }: AttributeRows): Draft => {
  const [{ entity, figure, year: firstYear, says }] = run
  const { year: lastYear } = run.at(-1) as Told
  const isOfYears = firstYear !== undefined && lastYear !== undefined
  const time = isOfYears ? { firstYear, lastYear } : { describes: describes ?? '' }
  const occurred = isOfYears ? yearsText(firstYear, lastYear) : (describes ?? '')
  const reference = { ...entity, subject: of === 'igo' ? ('igo' as const) : ('actor' as const) }
  const rows = run.map(({ row }) => row)
  return {
    rows: [Math.min(...rows), Math.max(...rows)],
    stream: ['attribute', figure.id, reference],
    type: 'value' in says ? 'AttributeObserved' : 'AttributeMissing',
    occurred,
    fact: isOfYears ? String(firstYear).padStart(4, '0') : 'described',
    references: of === 'igo' ? { igo: reference } : { actor: reference },
    data: { attribute: figure.id, of, ...time, ...says },
    locator: `${referenceText(entity)}, ${occurred}, ${(figure.words ?? [figure.column]).join(' + ')}`,
  }
}
