import { groupBy } from '../../common/group-by.ts'
import type { Importer, OpenFile, Reference, Release, Yield } from '../importer/draft.ts'
import { olderTables } from './untc-2015-older-tables.ts'
import { badRow, classOf, draftOfAct, isDay } from './untc-act.ts'
import { readLegend } from './untc-legend.ts'
import { treatyCollectionTerms } from '../importer/terms.ts'

export const untcRelease = (version: string): Release => ({
  id: `untc-${version}`,
  series: 'untc',
  version,
  citation:
    'United Nations Treaty Collection, Multilateral Treaties ' +
    `Deposited with the Secretary-General, status as at ${version}`,
  kind: 'depositary',
  published: version,
  url: 'https://treaties.un.org',
  ...treatyCollectionTerms,
})

const held = { treaties: 'named', classes: ['signature', 'consent'] } as const
const numbered = (code: string): Reference => ({ scheme: 'untc', code })

type Row = { readonly row: number; readonly cells: Readonly<Record<string, string>> }

/** The day of the table, and of the names in it. */
const status = '2015-03-14'
/** The day of the last act in it: what was deposited in the days after, it need not hold. */
const lastAct = '2015-03-12'

/**
 * The participants tables of the UN Treaty Collection as of March 2015, one row for each dated cell.
 *
 * - `treaty`: chapter-number[-letter], `4-9`; `participant`: the name that the UN used then
 * - `date`: day of the act, or of the deposit; `suffix`: the letter behind it; `column_header`: the legend that the
 *   letter is read in
 * - `action`: the letter as decoded upstream. Not read: it takes provisional application for signature, and the like
 * - `raw_value`: the cell as it stood in the table
 *
 * Withdrawals are not in it: brackets and footnotes were lost, so a party that left still looks like one. It holds
 * every signature and consent of those who existed on its day, but for tables that are older; it says nothing of exits,
 * nor of states that had ended.
 */
export const untc2015: Importer = {
  name: 'untc-2015',
  reads: 'UN Treaty Collection, participants tables of 2015 (untc_actions_2015.csv)',
  order: 30,
  header: ['treaty', 'participant', 'action', 'date', 'suffix', 'column_header', 'raw_value'],
  release: untcRelease(status),
  about: {
    download:
      'github.com/zmjones/untreaties, commit 003ce13: the tables of ' +
      'treaties/, one row for each dated cell (untc_actions_2015.csv)',
    covers: '323 instruments, 232 participants, acts from 1945-08-08 to 2015-03-12; no withdrawals',
  },
  vanished: 'anomaly',
  scope: { streams: 'named', facts: 'told' },
  claims: () => [
    { ...held, except: Object.keys(olderTables).map(numbered), through: lastAct },
    ...[...groupBy(Object.entries(olderTables), ([, through]) => through)].map(([through, tables]) => ({
      ...held,
      only: tables.map(([code]) => numbered(code)),
      through,
    })),
  ],
  namesItsOwn: true,
  unmatched: 'stop',
  async *rows(file) {
    const dates = await datesByAct(file)
    const told = new Set<string>()
    for await (const row of file.records()) yield readRow(row, dates, told)
  },
}

const named = ({ treaty = '', participant = '', date = '', suffix = '', ...rest }: Row['cells']) => {
  const { column_header: header = '', raw_value: raw = '' } = rest
  return { treaty, participant, date, suffix, header, raw }
}

const readRow = ({ row, cells }: Row, dates: ReadonlyMap<string, readonly string[]>, told: Set<string>): Yield => {
  const { treaty, participant, date, suffix, header, raw } = named(cells)
  if (treaty === '') return badRow(row, 'treaty', treaty, 'chapter and number, such as 4-9')
  if (participant === '') return badRow(row, 'participant', participant, 'the name of a participant')
  if (!isDay(date)) return badRow(row, 'date', date, 'a day, such as 1984-12-10')
  const read = readLegend(header, suffix, treaty)
  if (read === undefined)
    return badRow(row, 'column_header', `${header} [${suffix}]`, 'a legend that explains the letter behind the date')
  const { meaning, label } = read
  if (meaning === 'undecided')
    return {
      rows: [row, row],
      skipped: 'unknown-label',
      detail: suffix === '' ? label : `${label} (${suffix})`,
      stream: ['treaty', { scheme: 'untc', code: treaty }],
    }
  if ('noAct' in meaning) {
    const repeats =
      label === 'Registration Date' && dates.get(actKey(treaty, participant, 'consent'))?.includes(date) === true
    return { rows: [row, row], skipped: repeats ? 'repeated' : 'not-an-act', detail: `${label}: ${meaning.noAct}` }
  }
  const key = actKey(treaty, participant, classOf(meaning.type))
  if (told.has(`${key}|${date}`)) return { rows: [row, row], skipped: 'repeated', detail: `${label} on the same day` }
  told.add(`${key}|${date}`)
  return draftOfAct(
    {
      row,
      treaty,
      participant,
      date,
      ...meaning,
      spell: 1 + (dates.get(key)?.indexOf(date) ?? 0),
      locator: `${treaty}, ${participant}: ${raw}`,
      ...(meaning.type === 'TreatyConsentExpressed' ? { note: label } : {}),
    },
    status,
  )
}

const actKey = (treaty: string, participant: string, actClass: string): string => `${treaty}|${participant}|${actClass}`

/**
 * On which days a state did a class of act, in order. A second day is a second act of that class: a new consent after
 * the state had left, or one instrument for each of two texts under one number. They are counted by date, so the order
 * of the file does not matter.
 */
const datesByAct = async (file: OpenFile): Promise<ReadonlyMap<string, readonly string[]>> => {
  const dates = new Map<string, string[]>()
  for await (const { cells } of file.records()) {
    const { treaty = '', participant = '', date = '', suffix = '', column_header: header = '' } = cells
    const meaning = readLegend(header, suffix, treaty)?.meaning
    if (meaning === undefined || meaning === 'undecided' || 'noAct' in meaning) continue
    const key = actKey(treaty, participant, classOf(meaning.type))
    const known = dates.get(key)
    if (known === undefined) dates.set(key, [date])
    else if (!known.includes(date)) dates.set(key, [...known, date].toSorted())
  }
  return dates
}
