import { shipped } from '../tables/read-mapping.ts'

/**
 * Colonial ties of eight European powers, overseas only: country, colonizer, col (1 where it was its colony), and the
 * years of beginning and end, dated in two ways: the earliest and latest that any of its sources gives (max), and their
 * mean. The two are two relations. A colony is read by its name of today, whatever it was then.
 */
export const coldat = shipped({
  name: 'coldat',
  reads: 'COLDAT, colonial ties of eight European powers by pair (COLDAT_dyads.csv)',
  order: 46,
  release: {
    citation:
      'Becker, Bastian. 2019. Introducing COLDAT: The Colonial Dates Dataset. SOCIUM/SFB1342 Working ' +
      'Paper 02/2019; COLDAT 3.0',
    series: 'coldat',
    version: '3.0',
    published: '2023~',
    licence: 'CC0, as those say who pass it on',
    redistributable: 'yes',
  },
  about: {
    download: 'https://dataverse.harvard.edu/dataset.xhtml?persistentId=doi:10.7910/DVN/T9SDEW: COLDAT_dyads.csv',
    covers:
      '195 countries and Belgium, Britain, France, Germany, Italy, the Netherlands, Portugal, Spain; 1462 to 2022',
  },
  orElse: 'windows-1252',
  missing: ['NA'],
  complete: { classes: ['relation'], actors: 'named', from: '1462-01-01', through: '2022-12-31' },
  rows: {
    kind: 'ties',
    actor: { scheme: 'name', column: 'colonizer' },
    other: { scheme: 'name', column: 'country' },
    ties: ['max', 'mean'].map((dating) => ({
      relation: `coldat-colony-${dating}`,
      directed: true,
      when: { column: 'col', is: ['1'] },
      from: { column: `colstart_${dating}` },
      through: { column: `colend_${dating}` },
    })),
  },
  unmatched: 'skip',
  outsideDays: 'take',
})
