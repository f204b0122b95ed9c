import { shipped } from '../tables/read-mapping.ts'

/**
 * Measuring International Authority: what states have delegated to an organisation, and how far they pool their
 * decisions in it, from 0 to 1, by year. Organisations go by their number in the Correlates of War list, which has to
 * be in the log. One without a row is unknown, and not 0: nothing is claimed. The closest open stand-in for the codes
 * of Boehmer, Gartzke and Nordstrom.
 */
export const mia = shipped({
  name: 'mia',
  reads: 'Measuring International Authority: delegation and pooling by organisation and year',
  order: 47,
  header: ['igoID', 'Title'],
  release: {
    citation:
      'Hooghe, Liesbet, Tobias Lenz and Gary Marks. 2019. A Theory of International Organization. Oxford University ' +
      'Press; Measuring International Authority, version 4 of May 2021',
    series: 'mia',
    version: '4',
    published: '2021-05',
    licence: 'CC BY 4.0 (package manyigos); cite the authors',
    redistributable: 'yes',
  },
  about: {
    download: 'data/organizations.rda of github.com/globalgov/manyigos, table MIA, saved as CSV',
    covers: '76 organisations, 1950 to 2019',
  },
  missing: ['NA'],
  rows: {
    kind: 'attributes',
    of: 'igo',
    entity: { scheme: 'cow-igo-number', column: 'cowigoNR' },
    year: 'Year',
    attributes: [
      { id: 'mia-delegation', column: 'delegation', range: [0, 1] },
      { id: 'mia-pooling', column: 'pooling', range: [0, 1] },
    ],
  },
  unmatched: 'skip',
})
