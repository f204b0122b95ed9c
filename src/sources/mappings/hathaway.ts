import { shipped } from '../tables/read-mapping.ts'
import { citationTerms } from '../importer/terms.ts'

/**
 * Hathaway's torture scale: one row per state and year; 1 is best, 5 worst. The table holds every state for all fifteen
 * years: an empty cell is a year not rated, or a state that did not exist. It says nothing. Armenia and Azerbaijan
 * stand under their numbers before they were states of their own: the file names them so, and they are taken.
 */
export const hathaway = shipped({
  name: 'hathaway',
  reads: 'Hathaway, torture by state and year, 1985-1999 (1 best to 5 worst)',
  order: 63,
  header: ['country'],
  release: {
    citation: 'Hathaway, Oona A. 2002. Do Human Rights Treaties Make a Difference? Yale Law Journal 111: 1935-2042',
    series: 'hathaway',
    version: '2002',
    kind: 'scholarly',
    published: '2002',
    ...citationTerms,
  },
  about: {
    download: 'github.com/CJFariss/Human-Rights-Latent-Variable: LHRS-V4/data_raw/Hathaway2002longData.csv',
    covers: 'States, 1985 to 1999',
  },
  rows: {
    kind: 'scores',
    rater: 'hathaway',
    actor: { scheme: 'cow', column: 'ccode' },
    year: 'year',
    direction: 'higher-is-worse',
    range: [1, 5],
    emptyRow: 'skip',
    indicators: [{ id: 'torture', column: 'torture', integer: true }],
  },
  unmatched: 'skip',
  outsideDays: 'take',
})
