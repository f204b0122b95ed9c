import type { Json } from '../../events/json.ts'
import { dateColumns } from './blank-cells.ts'
import type { Reference, Yield } from '../importer/draft.ts'
import type { DateSpec, Events, ValueSpec } from './mapping.ts'
import { Bad, cellOf, codeOf, dateOf, meaningIn, numberOf, type Row } from './table-cell.ts'
import { referenceOf } from './table-reference.ts'

/** An event of a row of a table. */
export const eventOf = function* (row: Row, rows: Events): Iterable<Yield> {
  const faults: Bad[] = []
  const good = <V>(read: V | Bad): V | undefined => (read instanceof Bad ? (faults.push(read), undefined) : read)
  const type = good(typeOf(row, rows.type))
  if (type === null) return yield { rows: [row.row, row.row], skipped: 'not-an-act' }
  const occurred = rows.occurred === undefined ? undefined : good(dated(row, rows.occurred))
  const effective = rows.effective === undefined ? undefined : good(dateOf(row, rows.effective))
  // A code is read on the date of its row: YEM is another state in 1989 than in 1991.
  const time = { on: occurred ?? effective }
  if (occurred === undefined && saysNoDate(row, rows.occurred))
    return yield { rows: [row.row, row.row], skipped: 'not-an-act' }
  const stream = rows.stream.map((word) => (typeof word === 'string' ? word : good(referenceOf(row, word, time))))
  const references = mapped(rows.references, (spec) => good(referenceOf(row, spec, time)))
  const data = mapped(rows.data, (spec) => good(valueOf(row, spec)))
  if (type === undefined || faults.length > 0) return yield* faults.map((fault) => fault.at(row.row))
  yield {
    rows: [row.row, row.row],
    stream: stream as (string | Reference)[],
    type,
    ...(occurred !== undefined && { occurred }),
    ...(effective !== undefined && { effective }),
    fact: filled(row, rows.fact),
    references,
    data,
    locator: filled(row, rows.locator),
  }
}

/**
 * Whether the mapping lists the cell of the date among those that hold nothing: such a row is no act, where an empty
 * cell would be a fault.
 */
const saysNoDate = (row: Row, spec: DateSpec | undefined): boolean =>
  spec !== undefined && row.blanked?.has(dateColumns(spec)[0] as string) === true

const mapped = <S, V>(specs: Readonly<Record<string, S>>, read: (spec: S) => V | undefined): Record<string, V> =>
  Object.fromEntries(
    Object.entries(specs).flatMap(([field, spec]) => {
      const value = read(spec)
      return value === undefined ? [] : [[field, value]]
    }),
  )

const typeOf = (row: Row, type: Events['type']): string | null | Bad => {
  if (typeof type === 'string') return type
  const cell = cellOf(row, type.column)
  const named = meaningIn(type.codes, cell)
  return named === undefined ? new Bad(type.column, cell, `one of ${Object.keys(type.codes).join(', ')}`) : named
}

const dated = (row: Row, spec: DateSpec): string | Bad =>
  dateOf(row, spec) ?? new Bad(dateColumns(spec)[0] as string, '', 'a date')

const valueOf = (row: Row, spec: ValueSpec): Json | undefined | Bad => {
  if ('constant' in spec) return spec.constant as Json
  const cell = cellOf(row, spec.column)
  if (cell === '' && spec.optional) return undefined
  const meaning = spec.codes === undefined ? undefined : meaningIn(spec.codes, codeOf(cell))
  if (meaning !== undefined) return meaning as Json
  if (spec.codes !== undefined) return new Bad(spec.column, cell, `one of ${Object.keys(spec.codes).join(', ')}`)
  if (spec.as !== 'text') return numberOf(spec.column, cell, { range: spec.range, integer: spec.as === 'integer' })
  return cell === '' ? new Bad(spec.column, cell, 'text') : cell
}

/** `consent/{number}` with the cell of the column "number" in its place. */
const filled = (row: Row, template: string): string =>
  template.replace(/\{([^}]+)\}/g, (_, column: string) => codeOf(cellOf(row, column)))
