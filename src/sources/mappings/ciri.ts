import { shipped } from '../tables/read-mapping.ts'
import { citationTerms } from '../importer/terms.ts'

/**
 * CIRI, the predecessor of CIRIGHTS: four physical integrity rights, 0 (frequent violations) to 2 (none), and their sum
 * (`physint`).
 * -999 missing, -77 interregnum, -66 foreign interruption. The table holds every name for every year, so a row
 * without any cell is a year in which that name was not rated or did not exist: it says nothing.
 * COW: number of the state; Serbia, Montenegro and Kosovo have none and go by name.
 */
export const ciri = shipped({
  name: 'ciri',
  reads: 'CIRI: physical integrity rights by state and year, 1981-2011',
  order: 61,
  header: ['CIRI'],
  release: {
    citation:
      'Cingranelli, David L., David L. Richards and K. Chad Clay. 2014. The CIRI ' +
      'Human Rights Dataset, version 2014.04.14. humanrightsdata.com',
    series: 'ciri',
    version: '2014.04.14',
    published: '2014',
    ...citationTerms,
  },
  about: {
    download:
      'http://www.humanrightsdata.com; the four columns that are read: ' +
      'LHRS-V4/data_raw/CIRI_physint2011.csv of ' +
      'github.com/CJFariss/Human-Rights-Latent-Variable',
    covers: 'States, 1981 to 2011',
  },
  complete: { classes: ['score'], actors: 'named', from: '1981-01-01', through: '2011-12-31' },
  rows: {
    kind: 'scores',
    rater: 'ciri',
    actor: { scheme: 'cow', column: 'COW', otherwise: { scheme: 'name', column: 'CTRY' } },
    year: 'YEAR',
    direction: 'higher-is-better',
    range: [0, 2],
    missing: { '-999': 'missing', '-77': 'interregnum', '-66': 'interruption', '': 'not-rated' },
    emptyRow: 'skip',
    indicators: [
      { id: 'disap', column: 'DISAP', integer: true },
      { id: 'kill', column: 'KILL', integer: true },
      { id: 'polpris', column: 'POLPRIS', integer: true },
      { id: 'tort', column: 'TORT', integer: true },
      { id: 'physint', sum: ['DISAP', 'KILL', 'POLPRIS', 'TORT'], range: [0, 8] },
    ],
  },
  unmatched: 'skip',
})
