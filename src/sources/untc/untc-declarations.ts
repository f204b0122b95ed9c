import type { Importer, Yield } from '../importer/draft.ts'
import { badRow } from './untc-act.ts'
import { treatyCollectionTerms } from '../importer/terms.ts'

/** The day of which the names are: "Yemen" is the united state. */
const status = '2015-03-14'
/** The day of the last act in the tables of the same day. */
const lastAct = '2015-03-12'

/**
 * What participants declared, as of March 2015: one text for each participant and treaty, as it stood below the table.
 *
 * - `treaty`: chapter-number[-letter], `4-9`; `participant`: the name that the UN used then
 * - `text`: declarations, reservations and some objections, all in one; empty in 125 rows
 *
 * Nothing is dated, so it holds from the consent on. One text may be several acts, or tell of a withdrawn one: nothing
 * is read out of it, and no status follows from it. Dated reservations and declarations under optional clauses are
 * recorded by hand.
 */
export const untcDeclarations: Importer = {
  name: 'untc-declarations',
  reads: 'UN Treaty Collection, texts of declarations and reservations of 2015 (untc_declarations_2015.csv)',
  order: 34,
  header: ['treaty', 'participant', 'text'],
  release: {
    id: `untc-declarations-${status}`,
    series: 'untc-declarations',
    version: status,
    citation:
      'United Nations Treaty Collection, Multilateral Treaties Deposited with ' +
      'the Secretary-General, declarations and reservations, 2015',
    kind: 'depositary',
    published: status,
    url: 'https://treaties.un.org',
    ...treatyCollectionTerms,
  },
  about: {
    download:
      'github.com/zmjones/untreaties, commit 003ce13: ' +
      'declarations/*.txt, one row for each text ' +
      '(untc_declarations_2015.csv)',
    covers: '62 instruments, mostly of the chapters I and III to X; without dates',
  },
  vanished: 'ignore',
  // The texts are not told apart: whether one is a reservation, nobody has read.
  claims: () => [{ treaties: 'named', classes: ['declaration'], through: lastAct }],
  namesItsOwn: true,
  unmatched: 'stop',
  async *rows(file) {
    for await (const { row, cells } of file.records()) yield readRow(row, cells)
  },
}

const readRow = (row: number, cells: Readonly<Record<string, string>>): Yield => {
  const { treaty = '', participant = '', text = '' } = cells
  if (treaty === '') return badRow(row, 'treaty', treaty, 'chapter and number, such as 4-9')
  if (participant === '') return badRow(row, 'participant', participant, 'the name of a participant')
  if (text.trim() === '') return { rows: [row, row], skipped: 'no-value', detail: `${treaty}, ${participant}: no text` }
  return {
    rows: [row, row],
    stream: ['treaty', { scheme: 'untc', code: treaty }],
    type: 'DeclarationMade',
    fact: 'declaration/untc-2015',
    references: { actor: { scheme: 'name', code: participant, on: status } },
    data: { declaration: 'untc-2015', kind: 'unclassified', at: 'consent', text: text.trim() },
    locator: `${treaty}, ${participant}`,
  }
}
