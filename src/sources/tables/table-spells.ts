import { addDays, FOREVER, formatDay, parseDay, type Day } from '../../time/day.ts'
import { parseDate } from '../../time/edtf.ts'
import { dateColumns } from './blank-cells.ts'
import { breaksOf, type Break } from './code-breaks.ts'
import type { CodeHolder, Draft, HoldersOf, Reference, Yield } from '../importer/draft.ts'
import type { Spells } from './mapping.ts'
import { Bad, cellOf, codeOf, dateOf, type Row } from './table-cell.ts'
import { referenceOf, referenceText } from './table-reference.ts'

interface Bound {
  readonly date: string
  readonly names: 'lastDayIn' | 'firstDayOut'
  readonly note?: string
}

/**
 * The spells of states in a state system, one row each: when the state entered, and when it left unless the data simply
 * end. A spell is known by its code and its number, so that a later release may date it anew. A spell within which its
 * code begins to mean another actor is broken there: it ends for the one, and begins for the other.
 */
export const spellReader = (rows: Spells, holdersOf: HoldersOf): ((row: Row) => Iterable<Yield>) => {
  const counted = new Map<string, number>()
  const told = new Set<string>()
  return function* (row) {
    const start = needed(row, rows.start)
    if (start instanceof Bad) return yield start.at(row.row)
    const end = isOpen(row, rows) ? undefined : needed(row, rows.end)
    if (end instanceof Bad) return yield end.at(row.row)
    if (end !== undefined && parseDate(end).hi < parseDate(start).lo)
      return yield new Bad(columnOf(rows.end), end, `a date not before ${start}`).at(row.row)
    const line = referenceOf(row, rows.actor, { on: start })
    if (line instanceof Bad) return yield line.at(row.row)
    const spell = JSON.stringify([line.scheme, line.code, start, end])
    if (told.has(spell)) return yield { rows: [row.row, row.row], skipped: 'repeated' }
    told.add(spell)
    const holders = holdersOf(line.scheme, line.code)
    for (const part of partsOf(start, end, rows, breaksOf(line, rows.lineBreaks, holders))) {
      const number = (counted.get(line.code) ?? 0) + 1
      counted.set(line.code, number)
      const actor = { ...line, on: outlivedOn(part, rows, holders) ?? readOn(part, end, holders) }
      yield entered(row, rows, actor, number, part.start)
      if (part.end !== undefined) yield ended(row, rows, actor, number, part.end)
    }
  }
}

/**
 * The rows of a table of spells in the order in which their spells began: they are numbered so, however the table is
 * sorted.
 */
export const inOrderOfSpells = (all: readonly Row[], rows: Spells): readonly Row[] => {
  const key = (row: Row): readonly [number, string] => {
    const [start, end] = [dateOf(row, rows.start), dateOf(row, rows.end)]
    return [typeof start === 'string' ? parseDate(start).lo : -Infinity, typeof end === 'string' ? end : '']
  }
  return all
    .map((row) => ({ row, key: key(row) }))
    .toSorted(({ key: [a, aEnd] }, { key: [b, bEnd] }) => (a === b ? Number(aEnd > bEnd) - Number(aEnd < bEnd) : a - b))
    .map(({ row }) => row)
}

interface Part {
  readonly start: { readonly date: string; readonly note?: string; readonly remark?: string }
  readonly end: Bound | undefined
}

/** The spell cut where its code begins to mean another actor. */
const partsOf = (start: string, end: string | undefined, rows: Spells, breaks: readonly Break[]): readonly Part[] => {
  const parts: Part[] = []
  let open: Part['start'] = { date: start }
  for (const { on, left, why, remark } of breaks) {
    if (parseDate(start).hi >= on || (end !== undefined && on > parseDate(end).lo)) continue
    const last = rows.endNames === 'lastDayIn' ? addDays(left, -1) : left
    parts.push({ start: open, end: { date: formatDay(last), names: rows.endNames, note: why } })
    open = { date: formatDay(on), note: why, ...(remark !== undefined && { remark }) }
  }
  const goesOn = end === undefined || (rows.lastDay !== undefined && parseDate(end).hi >= parseDay(rows.lastDay))
  parts.push({ start: open, end: goesOn ? undefined : { date: end, names: rows.endNames } })
  return parts
}

/**
 * The days on which the code of a part is read: all of them, or those of its beginning where its edge is not certain to
 * lie on this side of a break.
 */
const readOn = ({ start, end: bound }: Part, end: string | undefined, holders: readonly CodeHolder[]): string => {
  const { lo } = parseDate(start.date)
  const last = bound?.date ?? end
  const hi = last === undefined ? FOREVER : parseDate(last).hi
  const subjects = new Set(holders.filter(({ from, to }) => from <= hi && lo < to).map(({ subject }) => subject))
  return subjects.size > 1 ? start.date : `${formatDay(lo)}/${hi >= FOREVER ? '..' : formatDay(hi)}`
}

/**
 * How much later than the names of a state a table may have it end: sources do not agree to the day, nor on which act
 * was the last.
 */
const latitude = 366

/**
 * The days on which a part goes on though its state was there no longer: Czechoslovakia in a table that has it up to
 * 2016. Its code is read on these, on which it means nobody. Undefined where there are none.
 */
const outlivedOn = ({ start, end }: Part, { lastDay }: Spells, holders: readonly CodeHolder[]): string | undefined => {
  const first = parseDate(start.date).lo
  const held = holders.filter(({ from, to }) => from <= parseDate(start.date).hi && first < to)
  const gone = Math.max(...held.map((holder) => holder.gone ?? FOREVER)) as Day
  const open = lastDay === undefined ? FOREVER : parseDay(lastDay)
  const last = end === undefined ? open : parseDate(end.date).lo
  if (held.length === 0 || last <= addDays(gone, latitude)) return undefined
  return `${formatDay(gone)}/${last >= FOREVER ? '..' : formatDay(last)}`
}

const entered = (row: Row, rows: Spells, actor: Reference, number: number, start: Part['start']): Draft => ({
  ...common(row, rows, actor, number, 'entered'),
  type: 'StateEntered',
  occurred: start.date,
  data: { system: rows.system },
  ...(start.note !== undefined && { note: start.note }),
  ...(start.remark !== undefined && { remark: start.remark }),
})

const ended = (row: Row, rows: Spells, actor: Reference, number: number, end: Bound): Draft => ({
  ...common(row, rows, actor, number, 'ended'),
  type: 'StateEnded',
  occurred: end.date,
  data: { system: rows.system, names: end.names },
  ...(end.note !== undefined && { note: end.note }),
})

const common = (row: Row, rows: Spells, actor: Reference, number: number, act: string) => ({
  rows: [row.row, row.row] as const,
  stream: ['state', actor],
  fact: `${actor.scheme}-${actor.code}/${number}/${act}`,
  references: { actor },
  locator: `${referenceText(actor)}, spell ${number}, ${columnOf(act === 'entered' ? rows.start : rows.end)}`,
})

const needed = (row: Row, spec: Spells['start']): string | Bad =>
  dateOf(row, spec) ?? new Bad(columnOf(spec), '', 'a date, or a cell that "openEnd" lists for a spell that goes on')

const columnOf = (spec: Spells['start']): string => dateColumns(spec)[0] as string

/** Whether the cell of the end says that the spell goes on. */
const isOpen = (row: Row, { end, openEnd }: Spells): boolean => openEnd.includes(codeOf(cellOf(row, columnOf(end))))
