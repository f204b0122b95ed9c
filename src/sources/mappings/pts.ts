import { shipped } from '../tables/read-mapping.ts'
import { citationTerms } from '../importer/terms.ts'

/**
 * NA_Status_*: 0 is a score. What the other codes mean is for the codebook of the Political Terror Scale to say; they
 * are kept as they are.
 */
const reasons = {
  '0': 'not-rated',
  '66': 'na-status-66',
  '77': 'na-status-77',
  '88': 'na-status-88',
  '99': 'na-status-99',
}

const reading = (id: string, letter: string) => ({
  id,
  column: `PTS_${letter}`,
  integer: true,
  reason: { column: `NA_Status_${letter}`, codes: reasons },
})

/**
 * The Political Terror Scale: one row per state and year, read from three yearly reports; 1 is best, 5 worst. PTS_A:
 * Amnesty International, PTS_H: Human Rights Watch, PTS_S: US State Department. The table holds every name for every
 * year: a row that has 77 for all three is a state that did not exist that year. Entities without a COW number go by
 * name. 345 stands in two rows, and so do the Soviet Union and Russia in 1992: the state that existed is preferred. The
 * Czech Republic and Slovakia are rated for 1992, the year before they were states of their own: the file names them
 * so, and they are taken.
 */
export const pts = shipped({
  name: 'pts',
  reads: 'Political Terror Scale by state and year (1 best to 5 worst)',
  order: 62,
  header: ['COW_Code_A', 'Region'],
  release: {
    citation: 'Gibney, Mark et al. 2022. The Political Terror Scale 1976-2021. politicalterrorscale.org',
    series: 'pts',
    version: '2022',
    published: '2022',
    ...citationTerms,
  },
  about: {
    download: 'https://www.politicalterrorscale.org',
    covers: 'States and territories, 1976 to 2021',
  },
  skip: [
    {
      when: { NA_Status_A: '77', NA_Status_H: '77', NA_Status_S: '77' },
      as: 'not-in-system',
      detail: 'NA_Status is 77 for all three reports',
    },
  ],
  complete: { classes: ['score'], actors: 'named', from: '1976-01-01', through: '2021-12-31' },
  rows: {
    kind: 'scores',
    rater: 'pts',
    actor: { scheme: 'cow', column: 'COW_Code_N', otherwise: { scheme: 'name', column: 'Country' } },
    year: 'Year',
    direction: 'higher-is-worse',
    range: [1, 5],
    indicators: [reading('amnesty', 'A'), reading('hrw', 'H'), reading('state', 'S')],
    prefer: [
      { column: 'Country', equals: 'Yugoslavia, Socialist Federal Republic of', weight: 0.5 },
      { column: 'Country', equals: 'Yugoslavia, Federal Republic of', weight: 0.25 },
      { column: 'Country', equals: 'Russian Federation', weight: 0.25 },
    ],
  },
  unmatched: 'skip',
  outsideDays: 'take',
})
