import type { Importer, Yield } from '../importer/draft.ts'
import { badRow } from './untc-act.ts'
import { conclusionOf } from './untc-title.ts'
import { treatyCollectionTerms } from '../importer/terms.ts'

/**
 * The list of instruments deposited with the Secretary-General, 2015: what they are called, and where and when they
 * were concluded.
 *
 * - `chapter_no`, `treaty_no`: `19` and `40.a`; together they are the number of the instrument, 19-40-a
 * - `treaty_file`: the same number where a table of participants was published; empty for 78, mostly expired commodity
 *   agreements.
 *   Those are treaties all the same, so they get their number from the first two columns
 * - `treaty_name`: the title, which ends with place and date; `chapter_name`: not read
 *
 * The list knows no clauses: entry into force and exit stay unknown. Where the log already knows the treaty better,
 * that stands.
 */
export const untcIndex: Importer = {
  name: 'untc-index',
  reads: 'UN Treaty Collection, list of instruments of 2015 (untc_index_2015.csv)',
  order: 20,
  header: ['chapter_no', 'chapter_name', 'treaty_no', 'treaty_file', 'treaty_name'],
  release: {
    id: 'untc-index-2015-03-14',
    series: 'untc-index',
    version: '2015-03-14',
    citation:
      'United Nations Treaty Collection, Multilateral Treaties Deposited ' +
      'with the Secretary-General, list of instruments, 2015',
    kind: 'dataset',
    published: '2015-03-14',
    url: 'https://treaties.un.org',
    ...treatyCollectionTerms,
  },
  about: {
    download: 'github.com/zmjones/untreaties, commit 003ce13: index.csv (untc_index_2015.csv)',
    covers: '401 instruments in the list of March 2015: numbers, titles, place and day of conclusion',
  },
  vanished: 'ignore',
  unmatched: 'stop',
  async *rows(file) {
    for await (const { row, cells } of file.records()) yield readRow(row, cells)
  },
}

const readRow = (row: number, cells: Readonly<Record<string, string>>): Yield => {
  const { chapter_no: chapter = '', treaty_no: number = '', treaty_file: file = '', treaty_name: name = '' } = cells
  const code = file === '' ? `${chapter}-${number.replaceAll('.', '-')}` : file
  if (!/^\d+-\d+[a-z0-9-]*$/.test(code))
    return badRow(row, 'treaty_no', number, 'the number of an instrument, such as 40.a')
  if (name === '') return badRow(row, 'treaty_name', name, 'a title that ends with place and date')
  const concluded = conclusionOf(name)
  if (concluded === undefined)
    return { rows: [row, row], skipped: 'no-value', detail: `${code}: the title ends without a date` }
  const { title, place, occurred } = concluded
  return {
    rows: [row, row],
    stream: ['treaty', { scheme: 'untc', code }],
    type: 'TreatyConcluded',
    occurred,
    fact: 'concluded',
    references: { treaty: { scheme: 'untc', code, subject: 'treaty' } },
    data: { title, ...(place === undefined ? {} : { place }), entryIntoForce: 'unknown', exit: 'unknown' },
    locator: `Chapter ${chapter}, ${number}`,
    weight: -1,
  }
}
