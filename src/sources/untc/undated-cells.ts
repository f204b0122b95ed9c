import type { Importer } from '../importer/draft.ts'
import { treatyCollectionTerms } from '../importer/terms.ts'

/**
 * Cells of the participants tables of 2015 that hold no date: numbers of resolutions and of the UN Treaty Series for
 * 1-2, and the like. `treaty`, `participant`, `column_header`, `raw_value`. Nothing is an act; read so that an import
 * accounts for them.
 */
export const untcNondate: Importer = {
  name: 'untc-nondate',
  reads: 'UN Treaty Collection, cells without a date of 2015 (untc_nondate_cells_2015.csv)',
  order: 33,
  header: ['treaty', 'participant', 'column_header', 'raw_value'],
  release: {
    id: 'untc-nondate-2015-03-14',
    series: 'untc-nondate',
    version: '2015-03-14',
    citation:
      'United Nations Treaty Collection, Multilateral Treaties Deposited ' +
      'with the Secretary-General, cells without a date, 2015',
    kind: 'depositary',
    published: '2015-03-14',
    ...treatyCollectionTerms,
  },
  about: {
    download:
      'github.com/zmjones/untreaties, commit 003ce13: the cells of ' +
      'treaties/ that hold no date (untc_nondate_cells_2015.csv)',
    covers: '573 cells, most of them numbers of resolutions that admitted members to the United Nations',
  },
  vanished: 'ignore',
  namesItsOwn: true,
  unmatched: 'skip',
  async *rows(file) {
    for await (const { row, cells } of file.records())
      yield {
        rows: [row, row],
        skipped: 'not-an-act',
        detail: `${cells['treaty'] ?? ''}, ${cells['column_header'] ?? ''}`,
      }
  },
}
