import type { JsonObject } from '../../events/json.ts'
import { addDays, formatDay, parseDay } from '../../time/day.ts'
import { numberMeant } from '../../text/treaty-number.ts'
import { classOf } from '../untc/untc-act.ts'
import type { Draft, Yield } from '../importer/draft.ts'
import { readLegend, type LegendMeaning } from '../untc/untc-legend.ts'
import type { TableCell, ParticipantRow, ParticipantsTable } from './document.ts'
import { noticesTold } from '../endnotes/rules/notices-told.ts'
import { notesIn } from './notes-in.ts'
import type { Taking } from './taking.ts'

type ActCell = Extract<TableCell, { kind: 'act' }>
type ActMeaning = Extract<LegendMeaning, { type: string }>

/** An act in a cell: the fact that it is about, its class and its day. */
interface CellAct {
  readonly column: number
  readonly cell: ActCell
  /** The words of the legend. */
  readonly label: string
  readonly meaning: ActMeaning
  readonly class: string
}

/**
 * Every cell of the table, read in the legend of its column: acts, what is no act of ours, and what nobody has decided
 * on.
 */
export function* tableDrafts(taking: Taking, { columns, rows }: ParticipantsTable): Generator<Yield> {
  const noticesOf = noticesTold(notesIn(taking.document))
  for (const row of rows) {
    const acts = actsIn(columns, row, taking.document.code)
    const told = { acts, noticesBefore: noticesBefore(acts, noticesOf(row.participant)) }
    for (const [column, cell] of row.cells.entries())
      yield* cellDrafts(taking, row, { legend: columns[column] ?? '', column, cell }, told)
  }
}

/**
 * The acts of a participant. A class of act on a second day is a second act of that class, counted by date: one
 * instrument for each of two texts, say.
 */
export const actsIn = (columns: readonly string[], row: ParticipantRow, code: string): readonly CellAct[] =>
  row.cells.flatMap((cell, column): readonly CellAct[] => {
    const reading = cell.kind === 'act' ? readLegend(columns[column] ?? '', cell.letter, code) : undefined
    if (cell.kind !== 'act' || reading === undefined || reading.meaning === 'undecided') return []
    const { label, meaning } = reading
    return 'type' in meaning ? [{ column, cell, label, meaning, class: classOf(meaning.type) }] : []
  })

/**
 * What a row tells: its acts, and by its notes how often the participant had left before it consented as the row says.
 */
interface RowTold {
  readonly acts: readonly CellAct[]
  readonly noticesBefore: readonly string[]
}

const daysOf = (kind: string, acts: readonly CellAct[]): readonly string[] =>
  [...new Set(acts.filter((act) => act.class === kind).map(({ cell }) => cell.date))].toSorted()

/** The notices of leaving up to the first consent of a row: each ended a participation that the row shows no more. */
const noticesBefore = (acts: readonly CellAct[], notices: readonly string[]): readonly string[] => {
  const [first] = daysOf('consent', acts)
  return first === undefined ? [] : notices.filter((notice) => notice <= first)
}

/**
 * What an act is called in its stream: `consent/1`; who left and came back consented a second time, whatever the row
 * still shows.
 */
const factOf = (act: CellAct, { acts, noticesBefore: before }: RowTold): string =>
  `${act.class}/${1 + (act.class === 'consent' ? before.length : 0) + daysOf(act.class, acts).indexOf(act.cell.date)}`

function* cellDrafts(
  taking: Taking,
  row: ParticipantRow,
  { legend, column, cell }: { readonly legend: string; readonly column: number; readonly cell: TableCell },
  told: RowTold,
): Generator<Yield> {
  const rows = taking.next()
  if (cell.kind === 'empty') return yield { rows, skipped: 'no-value' }
  const { stream, document, file } = taking
  const where = `${file}, ${row.participant}, ${legend}`
  if (cell.kind === 'unread')
    return yield { rows, column: where, value: cell.raw, expected: 'a date and its letter, such as 4 Oct 2007 a' }
  const read = readLegend(legend, cell.letter, document.code)
  if (read === undefined)
    return yield { rows, column: where, value: cell.raw, expected: 'a letter that the legend of the column explains' }
  if (read.meaning === 'undecided') {
    const detail = cell.letter === '' ? read.label : `${read.label} (${cell.letter})`
    return yield { rows, skipped: 'unknown-label', detail, stream }
  }
  const act = told.acts.find((one) => one.column === column)
  if (act === undefined) return yield { rows, skipped: 'not-an-act', detail: read.label }
  yield* actDrafts(taking, rows, row, act, told)
}

function* actDrafts(
  taking: Taking,
  rows: Draft['rows'],
  { participant, notes }: ParticipantRow,
  act: CellAct,
  told: RowTold,
): Generator<Draft> {
  const { cell, label } = act
  const { type, data } = act.meaning
  const fact = factOf(act, told)
  const all = [...notes, ...cell.notes]
  const about = {
    actor: participant,
    locator: taking.locator(participant, all, cell.raw),
  }
  yield taking.draft(rows, type, {
    ...about,
    fact,
    occurred: cell.date,
    ...saidOf(data),
    ...(type === 'TreatyConsentExpressed' && { note: label }),
  })
  const before = told.noticesBefore.length
  const notice = told.noticesBefore.at(-1)
  // Who came back had left before: on a day between its notice and its return, which the table does not tell.
  if (notice !== undefined && notice < cell.date && fact === `consent/${before + 1}`)
    yield taking.draft(rows, 'TreatyActNoLongerStands', {
      ...about,
      fact: `no-longer-stands/consent/${before}/before-return`,
      occurred: `${notice}/${dayBefore(cell.date)}`,
      data: { act: `consent/${before}` },
      note: taking.notesText(all),
    })
  if (!cell.standing && endsSomething(act, told.acts))
    yield taking.draft(rows, 'TreatyActNoLongerStands', {
      ...about,
      fact: `no-longer-stands/${fact}`,
      occurred: `${cell.date}/${taking.retrieved ?? '..'}`,
      data: { act: fact },
      note: taking.notesText(all),
    })
}

const dayBefore = (day: string): string => formatDay(addDays(parseDay(day), -1))

/**
 * The treaty whose consent counts for this one, too, may be one that the depositary alone has named so far: by its
 * number.
 */
const saidOf = (
  data: JsonObject | undefined,
): { readonly data?: JsonObject; readonly references?: Draft['references'] } => {
  const number = typeof data?.through === 'string' ? numberMeant(data.through) : undefined
  if (data === undefined || number === undefined) return data === undefined ? {} : { data }
  const { through: _, ...rest } = data
  return { data: rest, references: { through: { scheme: 'untc', code: number } } }
}

/**
 * Where the consent is in brackets, too, those of what went before it say the same: the participation has ended. Of
 * several consents the last one.
 */
const endsSomething = (act: CellAct, acts: readonly CellAct[]): boolean => {
  const consents = acts.filter((one) => one.class === 'consent' && !one.cell.standing)
  if (act.class === 'consent') return consents.every(({ cell }) => cell.date <= act.cell.date)
  return consents.length === 0 && (act.class === 'signature' || act.class === 'provisional')
}
