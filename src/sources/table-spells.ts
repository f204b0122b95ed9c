import { addDays, formatDay, parseDay } from '../time/day.ts'
import { parseDate } from '../time/edtf.ts'
import type { Draft, Reference, Yield } from './draft.ts'
import type { Spells } from './mapping.ts'
import { Bad, dateOf, type Row } from './table-cell.ts'
import { referenceOf, referenceText } from './table-reference.ts'

interface Bound {
  readonly date: string
  readonly names: 'lastDayIn' | 'firstDayOut'
  readonly note?: string
}

/**
 * The spells of states in a state system, one row each: when the state entered, and when it left unless the data simply end.
 * A spell is known by its code and its number, so that a later release may date it anew.
 */
export const spellReader = (rows: Spells): ((row: Row) => Iterable<Yield>) => {
  const counted = new Map<string, number>()
  return function* (row) {
    const start = needed(row, rows.start)
    if (start instanceof Bad) return yield start.at(row.row)
    const end = needed(row, rows.end)
    if (end instanceof Bad) return yield end.at(row.row)
    const first = yearIn(start)
    const last = yearIn(end)
    if (parseDate(end).hi < parseDate(start).lo)
      return yield new Bad(columnOf(rows.end), end, `a date not before ${start}`).at(row.row)
    const line = referenceOf(row, rows.actor)
    if (line instanceof Bad) return yield line.at(row.row)
    for (const part of partsOf(start, end, rows, line.code)) {
      const number = (counted.get(line.code) ?? 0) + 1
      counted.set(line.code, number)
      const entry = { ...line, year: Math.max(first, part.firstYear) }
      yield entered(row, rows, entry, number, part.start)
      if (part.end !== undefined)
        yield ended(row, rows, { ...line, year: Math.min(last, part.lastYear) }, number, part.end)
    }
  }
}

interface Part {
  readonly start: { readonly date: string; readonly note?: string }
  readonly end: Bound | undefined
  readonly firstYear: number
  readonly lastYear: number
}

/** The spell cut where its code begins to mean another actor. */
const partsOf = (start: string, end: string, rows: Spells, code: string): readonly Part[] => {
  const breaks = (rows.lineBreaks[code] ?? []).filter(
    ({ on }) => parseDate(start).hi < parseDay(on) && parseDay(on) <= parseDate(end).lo,
  )
  const parts: Part[] = []
  let open: { date: string; note?: string } = { date: start }
  for (const { on, why } of breaks) {
    // A code with a year is read as of 31 December: the old actor is the one of the year before, the new one that of the year itself.
    const year = yearIn(on)
    const left = rows.endNames === 'lastDayIn' ? formatDay(addDays(parseDay(on), -1)) : on
    parts.push({
      start: open,
      end: { date: left, names: rows.endNames, note: why },
      firstYear: yearIn(open.date),
      lastYear: year - 1,
    })
    open = { date: on, note: why }
  }
  const goesOn = parseDate(end).hi >= parseDay(rows.lastDay)
  parts.push({
    start: open,
    end: goesOn ? undefined : { date: end, names: rows.endNames },
    firstYear: yearIn(open.date),
    lastYear: yearIn(end),
  })
  return parts
}

const entered = (row: Row, rows: Spells, actor: Reference, number: number, start: Part['start']): Draft => ({
  ...common(row, rows, actor, number, 'entered'),
  type: 'StateEntered',
  occurred: start.date,
  data: { system: rows.system },
  ...(start.note !== undefined && { note: start.note }),
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
  dateOf(row, spec) ?? new Bad(columnOf(spec), '', 'a date')

const columnOf = (spec: Spells['start']): string =>
  'column' in spec ? spec.column : 'year' in spec ? spec.year : spec.firstYear

const yearIn = (date: string): number => Number(date.slice(0, 4))
