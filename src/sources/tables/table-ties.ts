import { addDays, FOREVER, formatDay, parseDay, type Day } from '../../time/day.ts'
import { parseDate } from '../../time/edtf.ts'
import type { CodeHolder, Draft, HoldersOf, Reference, Yield } from '../importer/draft.ts'
import { dateColumns } from './blank-cells.ts'
import { breaksOf, type Break } from './code-breaks.ts'
import type { DateSpec, Ties, TieSpec } from './mapping.ts'
import { Bad, cellOf, codeOf, dateOf, meaningIn, numberOf, type Row } from './table-cell.ts'
import { referenceOf, referenceText } from './table-reference.ts'

/** The days of a tie as its source tells them; without a first one it describes some time. */
interface Stretch {
  readonly from: string | undefined
  readonly through: string | undefined
  /** Why it begins there, where its source does not have it so. */
  readonly note?: string
}

/** A tie of a row, before its codes are looked at. */
interface TieTold {
  readonly relation: string
  readonly directed: boolean
  readonly type: string | undefined
  readonly value: number | undefined
  readonly days: Stretch
}

/**
 * The ties of a table, one row a pair. A tie within which a code begins to mean another actor is broken there: it ends
 * for the one on the eve, and goes on with the other. Of a tie that leads nowhere the code that is lower is named
 * first, so that a table that tells each pair both ways tells it once.
 */
export const tieReader =
  (rows: Ties, holdersOf: HoldersOf): ((row: Row) => Iterable<Yield>) =>
  (row) => {
    const told = rows.ties.map((tie) => tieOf(row, rows, tie)).filter((tie) => tie !== undefined)
    const faults = told.filter((tie) => tie instanceof Bad)
    if (faults.length > 0) return faults.map((fault) => fault.at(row.row))
    const drafts = told.flatMap((tie) => (tie instanceof Bad ? [] : draftsOf(row, rows, tie, holdersOf)))
    return drafts.length > 0 ? drafts : [{ rows: [row.row, row.row], skipped: 'no-tie' }]
  }

/** Undefined where the row tells no such tie. */
const tieOf = (row: Row, rows: Ties, tie: TieSpec): TieTold | Bad | undefined => {
  const { when, relation, directed } = tie
  if (when !== undefined && !when.is.includes(codeOf(cellOf(row, when.column)))) return undefined
  const type = typeOf(row, tie.type)
  const value = valueOf(row, tie.value)
  if (type === null || value === null) return undefined
  const days = rows.describes === undefined ? daysOf(row, rows, tie) : { from: undefined, through: undefined }
  const bad = [type, value, days].find((part) => part instanceof Bad)
  if (bad !== undefined) return bad as Bad
  return { relation, directed, type: type as string, value: value as number, days: days as Stretch }
}

const typeOf = (row: Row, type: TieSpec['type']): string | null | Bad | undefined => {
  if (type === undefined || 'constant' in type) return type?.constant
  const cell = codeOf(cellOf(row, type.column))
  const named = meaningIn(type.codes, cell)
  return named === undefined ? new Bad(type.column, cell, `one of ${Object.keys(type.codes).join(', ')}`) : named
}

const valueOf = (row: Row, spec: TieSpec['value']): number | null | Bad | undefined => {
  if (spec === undefined) return undefined
  const cell = cellOf(row, spec.column)
  return cell === '' ? null : numberOf(spec.column, cell, { range: spec.range })
}

const daysOf = (row: Row, rows: Ties, tie: TieSpec): Stretch | Bad => {
  const [start, end] = [tie.from ?? rows.from, tie.through ?? rows.through]
  const from = dateOf(row, start as DateSpec) ?? new Bad(columnOf(start as DateSpec), '', 'a date')
  if (from instanceof Bad) return from
  const through = end === undefined ? undefined : endOf(row, rows, end)
  if (through instanceof Bad) return through
  if (end !== undefined && through !== undefined && parseDate(through).hi < parseDate(from).lo)
    return new Bad(columnOf(end), through, `a date not before ${from}`)
  return { from, through }
}

const columnOf = (spec: DateSpec): string => dateColumns(spec)[0] as string

/** The last day of a tie; undefined where it goes on. */
const endOf = (row: Row, { openEnd, lastDay }: Ties, spec: DateSpec): string | Bad | undefined => {
  if (openEnd.includes(codeOf(cellOf(row, columnOf(spec))))) return undefined
  const end =
    dateOf(row, spec) ?? new Bad(columnOf(spec), '', 'a date, or a cell that "openEnd" lists for a tie that goes on')
  if (end instanceof Bad || lastDay === undefined) return end
  return parseDate(end).hi >= parseDay(lastDay) ? undefined : end
}

const draftsOf = (row: Row, rows: Ties, tie: TieTold, holdersOf: HoldersOf): readonly Yield[] => {
  const on = tie.days.from ?? rows.describes
  const [one, other] = [referenceOf(row, rows.actor, { on }), referenceOf(row, rows.other, { on })]
  if (one instanceof Bad) return [one.at(row.row)]
  if (other instanceof Bad) return [other.at(row.row)]
  const label = rows.label === undefined ? undefined : codeOf(cellOf(row, rows.label))
  return tieDrafts({ ...tie, label, describes: rows.describes, rows: [row.row, row.row] }, [one, other], holdersOf)
}

type Pair = readonly [Reference, Reference]

/** A tie, and the rows that tell it. */
export interface TieRow extends TieTold {
  readonly rows: Draft['rows']
  readonly label?: string | undefined
  readonly describes?: string | undefined
}

/** What is said of a tie between two codes: nothing where they are the same, or mean the same actor. */
export const tieDrafts = (tie: TieRow, [one, other]: Pair, holdersOf: HoldersOf): readonly Draft[] => {
  if (one.scheme === other.scheme && one.code === other.code) return []
  const [first, second] = tie.directed || isLower(one.code, other.code) ? [one, other] : [other, one]
  const holders = [first, second].map(({ scheme, code }) => holdersOf(scheme, code))
  const breaks = [first, second].flatMap((end, index) => breaksOf(end, {}, holders[index] ?? []))
  return stretchesOf(tie.days, breaks).flatMap((days) => {
    if (isOneActor(days, holders)) return []
    const [from, to] = [first, second].map((end, index) => readOn(end, days, tie.describes, holders[index] ?? []))
    return [draft({ ...tie, days }, [from as Reference, to as Reference])]
  })
}

/** Whether both codes mean the same actor when a stretch begins: 255 and 260 are Germany in the year of its unity. */
const isOneActor = ({ from }: Stretch, holders: readonly (readonly CodeHolder[])[]): boolean => {
  if (from === undefined) return false
  const { lo, hi } = parseDate(from)
  const [one, other] = holders.map(
    (ofCode) => ofCode.filter((each) => each.from <= hi && lo < each.to).toSorted((a, b) => b.to - a.to)[0]?.subject,
  )
  return one !== undefined && one === other
}

/** Numbers in their order, other codes by their letters. */
const isLower = (a: string, b: string): boolean => (/^\d+$/.test(a) && /^\d+$/.test(b) ? Number(a) < Number(b) : a < b)

/** A stretch cut where one of its codes begins to mean another actor. */
const stretchesOf = (days: Stretch, breaks: readonly Break[]): readonly Stretch[] => {
  const { from, through } = days
  if (from === undefined) return [days]
  const last = through === undefined ? FOREVER : parseDate(through).lo
  const parts: Stretch[] = []
  let open: Stretch = days
  for (const { on, left, why } of breaks.toSorted((a, b) => a.on - b.on)) {
    if (parseDate(open.from as string).hi >= on || on > last) continue
    parts.push({ ...open, through: formatDay(addDays(left, -1)) })
    open = { from: formatDay(on), through, note: why }
  }
  return [...parts, open]
}

/**
 * A code is read on all days of its stretch, or on those of its beginning where that may still lie on the other side of
 * a break.
 */
const readOn = (
  end: Reference,
  { from, through }: Stretch,
  describes: string | undefined,
  holders: readonly CodeHolder[],
): Reference => {
  if (from === undefined) return { ...end, ...(describes !== undefined && { on: describes }) }
  const { lo } = parseDate(from)
  const hi: Day = through === undefined ? FOREVER : parseDate(through).hi
  const subjects = new Set(holders.filter((one) => one.from <= hi && lo < one.to).map(({ subject }) => subject))
  return { ...end, on: subjects.size > 1 ? from : `${formatDay(lo)}/${hi >= FOREVER ? '..' : formatDay(hi)}` }
}

const draft = (tie: TieRow, [first, second]: Pair): Draft => {
  const { relation, directed, type, value, days, describes, label, rows } = tie
  const { from, through } = days
  const fact = [`${second.scheme}-${second.code}`, type, label, from ?? 'described']
  return {
    rows,
    stream: ['relation', relation, first],
    type: 'RelationObserved',
    occurred: from === undefined ? (describes ?? '') : periodText(from, through),
    fact: fact.filter((part) => part !== undefined).join('/'),
    references: { actor: first, other: second },
    data: {
      relation,
      directed,
      ...(type !== undefined && { type }),
      ...(value !== undefined && { value }),
      ...(from === undefined ? { describes: describes ?? '' } : { from }),
      ...(through !== undefined && { through }),
    },
    locator: `${referenceText(first)} and ${referenceText(second)}${from === undefined ? '' : `, ${from}`}`,
    ...(days.note !== undefined && { note: days.note }),
  }
}

/** From one date to another as one date: 1949/1961. */
const periodText = (from: string, through: string | undefined): string => {
  const plain = (text: string, day: Day): string => (/[/[{]/.test(text) ? formatDay(day) : text)
  const [first, last] = [plain(from, parseDate(from).lo), through && plain(through, parseDate(through).hi)]
  return first === last ? first : `${first}/${last ?? '..'}`
}
