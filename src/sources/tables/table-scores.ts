import type { Draft, Reference, Yield } from '../importer/draft.ts'
import type { Indicator, Scores } from './mapping.ts'
import { Bad, cellOf, codeOf, dateOf, meaningIn, numberOf, yearOf, type Row } from './table-cell.ts'
import { referenceOf, referenceText } from './table-reference.ts'

/** A score, or the reason why there is none; `silent` where the rater did not code that year at all. */
type Cell = Score | Missing | Bad

interface Score {
  readonly value: number
  readonly sd?: number
}

interface Missing {
  readonly missing: string
  readonly empty: boolean
  readonly silent?: true
}

/**
 * One row of a table of practice scores: an event for each of its indicators, dated to the year that the score
 * describes.
 */
export const scoresOf = function* (row: Row, rows: Scores): Iterable<Yield> {
  const year = yearOf(row, rows.year)
  if (year instanceof Bad) return yield year.at(row.row)
  const actor = referenceOf(row, rows.actor, { year })
  if (actor instanceof Bad) return yield actor.at(row.row)
  const published = rows.published === undefined ? undefined : dateOf(row, rows.published)
  if (published instanceof Bad) return yield published.at(row.row)
  const cells = rows.indicators.map((indicator) => ({ indicator, cell: cellFor(row, rows, indicator, year) }))
  if (
    isEmpty(
      cells.map(({ cell }) => cell),
      rows,
    )
  )
    return yield { rows: [row.row, row.row], skipped: 'no-value' }
  const preferred = rows.prefer.find(({ column, equals }) => codeOf(cellOf(row, column)) === equals)?.weight ?? 0
  const faulty = new Set<string>()
  for (const { indicator, cell } of cells) {
    if (cell instanceof Bad) {
      if (!faulty.has(cell.column)) yield cell.at(row.row)
      faulty.add(cell.column)
    } else if (!isSilent(cell)) yield draft(row, rows, { indicator, actor, year, published, cell, preferred })
  }
}

const isScore = (cell: Cell): cell is Score => !(cell instanceof Bad) && 'value' in cell

const isSilent = (cell: Cell) => 'missing' in cell && cell.silent === true

/**
 * Whether the row says nothing: no indicator was coded that year, or all are empty in a table that is filled up to all
 * years.
 */
const isEmpty = (cells: readonly Cell[], rows: Scores): boolean =>
  cells.every((cell) => isSilent(cell) || (rows.emptyRow === 'skip' && 'missing' in cell && cell.empty))

const cellFor = (row: Row, rows: Scores, indicator: Indicator, year: number): Cell => {
  if (indicator.column === undefined) return sumOf(row, rows, indicator, year)
  const cell = codeOf(cellOf(row, indicator.column))
  const empty = cell === ''
  const [first, last] = indicator.years ?? [year, year]
  const missing = meaningIn(indicator.missing ?? rows.missing, cell)
  if (empty && (year < first || last < year)) return { missing: 'not-coded', empty, silent: true }
  if (indicator.reason !== undefined && (empty || missing !== undefined)) return reasonOf(row, indicator.reason)
  if (missing !== undefined) return { missing, empty }
  const value = numberOf(indicator.column, cell, { range: indicator.range ?? rows.range, integer: indicator.integer })
  return value instanceof Bad
    ? expectingCodes(value, indicator.missing ?? rows.missing)
    : withDeviation(row, indicator, value)
}

const expectingCodes = (bad: Bad, missing: Readonly<Record<string, string>>): Bad => {
  const codes = Object.keys(missing).map((code) => (code === '' ? 'an empty cell' : code))
  return new Bad(
    bad.column,
    bad.value,
    codes.length === 0 ? bad.expected : `${bad.expected}, or ${codes.join(', ')} for a missing value`,
  )
}

const reasonOf = (row: Row, { column, codes }: NonNullable<Indicator['reason']>): Cell => {
  const code = codeOf(cellOf(row, column))
  const missing = meaningIn(codes, code)
  return missing === undefined
    ? new Bad(column, code, `one of ${Object.keys(codes).join(', ')}`)
    : { missing, empty: false }
}

const withDeviation = (row: Row, indicator: Indicator, value: number): Cell => {
  if (indicator.sd === undefined || cellOf(row, indicator.sd) === '') return { value }
  const sd = numberOf(indicator.sd, cellOf(row, indicator.sd), { range: [0, Infinity] })
  return sd instanceof Bad ? sd : { value, sd }
}

/**
 * The sum where all parts are rated. Where all lack for one reason that is the reason; otherwise some component is
 * missing.
 */
const sumOf = (row: Row, rows: Scores, indicator: Indicator, year: number): Cell => {
  const parts: Cell[] = (indicator.sum ?? []).map((column) =>
    cellFor(row, rows, rows.indicators.find((other) => other.column === column) ?? { id: indicator.id, column }, year),
  )
  const bad = parts.find((part) => part instanceof Bad)
  if (bad !== undefined) return bad
  const missing = parts.flatMap((part) => ('missing' in part ? [part.missing] : []))
  if (missing.length === 0)
    return boundedSum(
      indicator,
      parts.reduce((sum, part) => sum + (isScore(part) ? part.value : 0), 0),
    )
  const one = missing.length === parts.length && new Set(missing).size === 1 ? missing[0] : undefined
  return { missing: one ?? 'component-missing', empty: parts.every((part) => 'missing' in part && part.empty) }
}

const boundedSum = (indicator: Indicator, sum: number): Cell => {
  const value = numberOf((indicator.sum ?? []).join('+'), String(sum), { range: indicator.range })
  return value instanceof Bad ? value : { value }
}

/** What a row says of an actor and a year by an indicator. */
interface Rated {
  readonly indicator: Indicator
  readonly actor: Reference
  readonly year: number
  /** EDTF; undefined where the source as a whole tells. */
  readonly published: string | undefined
  readonly cell: Score | Missing
  /** Added to the weight that a score has over a reason why there is none. */
  readonly preferred: number
}

const draft = (row: Row, rows: Scores, { indicator, actor, year, published, cell, preferred }: Rated): Draft => {
  const rater = indicator.rater ?? rows.rater
  const about = { rater, indicator: indicator.id, year, ...(published !== undefined && { published }) }
  const when = String(year).padStart(4, '0')
  return {
    rows: [row.row, row.row],
    stream: ['practice', rater, indicator.id, actor],
    type: isScore(cell) ? 'PracticeScoreRecorded' : 'PracticeScoreMissing',
    occurred: when,
    fact: when,
    references: { actor },
    data: isScore(cell) ? { ...about, ...cell } : { ...about, reason: cell.missing },
    locator: `${referenceText(actor)}, ${year}, column ${indicator.column ?? (indicator.sum ?? []).join(' + ')}`,
    weight: (isScore(cell) ? 1 : 0) + preferred,
  }
}
