import type { Terms } from '../importer/terms.ts'
import type { ReferenceSpec } from '../tables/mapping.ts'
import { shipped } from '../tables/read-mapping.ts'

const terms: Terms = {
  licence: 'Etalab Open Licence 2.0, as those say who pass it on: cite the source',
  redistributable: 'yes',
}

const citation =
  'Mayer, Thierry and Soledad Zignago. 2011. Notes on CEPII’s distances measures: the GeoDist database. ' +
  'CEPII Working ' +
  'Paper 2011-25'

/** The data say nothing of time: they are about the countries that there were when they were made. */
const describes = '2010~'

/** Codes that ISO 3166-1 has withdrawn, and that stand for the countries of the day in these tables. */
const current = (column: string): ReferenceSpec => ({
  scheme: 'iso3',
  column,
  recode: Object.entries({ ROM: 'ROU', ZAR: 'COD', YUG: 'SRB', TMP: 'TLS', PAL: 'PSE' }).map(([code, as]) => ({
    code,
    as,
    years: [2010, 2010],
    why: `${code} is an older code of ${as}`,
  })),
})

const yes = (relation: string, column: string) => ({ relation, when: { column, is: ['1'] } })

/**
 * GeoDist, pairs of countries: common border, common official language, a colonial tie at any time, and the distance of
 * their main cities in kilometres. Each pair stands in it twice. `.` is missing.
 */
export const cepiiDistances = shipped({
  name: 'cepii-distances',
  reads: 'CEPII GeoDist, pairs of countries: border, official language, colonial tie, distance (dist_cepii)',
  order: 45,
  header: ['comlang_ethno', 'comcol', 'smctry'],
  release: { citation, series: 'cepii-distances', version: '2011', published: '2011', ...terms },
  about: {
    download:
      'http://www.cepii.fr: GeoDist, dist_cepii, saved as CSV; or data/dist_cepii.csv of ' +
      'github.com/chrisssch/world-trade',
    covers: '224 countries and territories, all pairs, as of about 2010: before and after that it is an assumption',
  },
  missing: ['.'],
  complete: { classes: ['relation'], actors: 'named', from: '2010-01-01', through: '2010-12-31', static: true },
  rows: {
    kind: 'ties',
    actor: current('iso_o'),
    other: current('iso_d'),
    describes,
    ties: [
      yes('cepii-contiguity', 'contig'),
      yes('cepii-official-language', 'comlang_off'),
      yes('cepii-colony', 'colony'),
      { relation: 'cepii-distance', value: { column: 'dist', range: [0, 20_050] } },
    ],
  },
  unmatched: 'skip',
})

/** GeoDist, countries: their official languages. Those with two main cities have two rows, which say the same. */
export const cepiiCountries = shipped({
  name: 'cepii-countries',
  reads: 'CEPII GeoDist, countries: official languages (geo_cepii)',
  order: 45,
  header: ['iso2', 'cnum', 'landlocked', 'citynum', 'colonizer1'],
  release: { citation, series: 'cepii-countries', version: '2011', published: '2011', ...terms },
  about: {
    download:
      'http://www.cepii.fr: GeoDist, geo_cepii, saved as CSV; or data/geo_cepii.csv of ' +
      'github.com/chrisssch/world-trade',
    covers: '225 countries and territories, as of about 2010',
  },
  orElse: 'windows-1252',
  missing: ['.'],
  rows: {
    kind: 'attributes',
    entity: current('iso3'),
    describes,
    attributes: [{ id: 'cepii-official-languages', words: ['langoff_1', 'langoff_2', 'langoff_3'] }],
  },
  unmatched: 'skip',
})
