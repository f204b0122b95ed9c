import { shipped } from '../tables/read-mapping.ts'

/**
 * Freedom in the World: one row per country and year covered (not the year of the edition). pr political rights, cl
 * civil liberties, each 1 (best) to 7 (worst); fh_total their sum. Territories without a COW number go by name. Kosovo
 * stands under its number from 1993 on, before it was a state of its own: the file names it so, and it is taken.
 */
export const freedomHouse = shipped({
  name: 'freedom-house',
  reads: 'Freedom House: political rights and civil liberties by country and year (1 best to 7 worst)',
  order: 66,
  header: ['status', 'fh_total_reversed'],
  release: {
    citation: 'Freedom House. Freedom in the World, country and territory ratings 1972-2024. freedomhouse.org',
    series: 'freedom-house',
    version: '2025', // not stated in the file: the edition that covers 2024
    kind: 'organisation',
    published: '2025',
    licence: '© Freedom House; no licence stated',
    redistributable: 'unknown',
  },
  about: {
    download: 'https://freedomhouse.org/report/freedom-world; or data/fh.rda of github.com/xmarquez/democracyData',
    covers: 'Countries and territories, 1972 to 2024; none for 1981, since two surveys were merged',
  },
  complete: { classes: ['score'], actors: 'named', from: '1972-01-01', through: '2024-12-31' },
  rows: {
    kind: 'scores',
    rater: 'freedom-house',
    actor: { scheme: 'cow', column: 'cown', otherwise: { scheme: 'name', column: 'fh_country' } },
    year: 'year',
    direction: 'higher-is-worse',
    range: [1, 7],
    indicators: [
      { id: 'pr', column: 'pr', integer: true },
      { id: 'cl', column: 'cl', integer: true },
      { id: 'total', column: 'fh_total', range: [2, 14], integer: true },
    ],
  },
  unmatched: 'skip',
  outsideDays: 'take',
})
