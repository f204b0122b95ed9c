import { dayOf, formatDay } from '../../time/day.ts'
import type { TableCell, ParticipantRow, ParticipantsTable } from './document.ts'
import { markedOf } from './marked.ts'
import { childAt, childrenOf, textOf, type Element } from './xml.ts'

/** The table of participants; undefined where the file has none. */
export const participantsIn = (treaty: Element): ParticipantsTable | undefined => {
  const group = childAt(treaty, 'Participants', 'Table', 'TGroup')
  if (group === undefined) return undefined
  const legends = childrenOf(childAt(group, 'Thead', 'Row'), 'Entry')
  const rows = childrenOf(childAt(group, 'Tbody', 'Rows'), 'Row')
  const columns = legends.slice(1).map((legend) => markedOf(textOf(legend)).text)
  return { columns, rows: rows.map(rowOf) }
}

const rowOf = (row: Element): ParticipantRow => {
  const [name, ...cells] = childrenOf(row, 'Entry').map(textOf)
  const { text, notes } = markedOf(name ?? '')
  return { participant: text, notes, cells: cells.map(cellOf) }
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const act = /^(\[)?\s*(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})\s*(AA|[A-Za-z])?\s*(\])?$/

/** `4 Oct 2007 a`; in brackets, an act that no longer stands. */
const cellOf = (written: string): TableCell => {
  const { text, notes } = markedOf(written)
  if (text === '') return { kind: 'empty' }
  const match = act.exec(text)
  const day = match === null ? undefined : dayIn(match)
  if (match === null || day === undefined || (match[1] === undefined) !== (match[6] === undefined))
    return { kind: 'unread', raw: text }
  return { kind: 'act', raw: text, date: day, letter: match[5] ?? '', standing: match[1] === undefined, notes }
}

const dayIn = ([, , day, month = '', year]: readonly (string | undefined)[]): string | undefined => {
  const found = dayOf(Number(year), months.indexOf(month) + 1, Number(day))
  return found === undefined ? undefined : formatDay(found)
}
