import type { MappingInput } from '../tables/mapping.ts'
import { shipped } from '../tables/read-mapping.ts'
import { citationTerms } from '../importer/terms.ts'

type Range = readonly [number, number]

/** An item, and the years in which CIRIGHTS coded it: outside them an empty cell says nothing. */
const item = (column: string, range: Range, years?: Range, id = column.toLowerCase().replaceAll('_', '-')) => ({
  id,
  column,
  range: [...range] as [number, number],
  integer: true,
  ...(years !== undefined && { years: [...years] as [number, number] }),
})

const none = [0, 1] as const
const three = [0, 2] as const
const four = [0, 3] as const
const labour = [1994, 2019] as const
const trials = [1981, 2019] as const
const social = [2017, 2020] as const

/**
 * CIRIGHTS: one row per state and year, one column per right; higher is better respected. physint_sum is the sum of
 * polpris, disap, tort and kill, each 0 (frequent violations) to 2 (none). An empty cell is a right that was not rated.
 * "Serbia" (342) stands beside an emptying row of "Serbia and Montenegro" (345) from 2006 on: a rated row outweighs an
 * empty one, and where both are rated the state that existed stands.
 */
export const cirights = shipped({
  name: 'cirights',
  reads: 'CIRIGHTS: human-rights scores by state and year',
  order: 60,
  header: ['country', 'iso_a3', 'ciri'],
  release: {
    citation:
      'Mark, Skip, David Cingranelli, Mikhail Filippov and David L. Richards. ' +
      '2022. The CIRIGHTS Data Project, version 1.22.11.25. cirights.com',
    series: 'cirights',
    version: '1.22.11.25',
    published: '2022',
    ...citationTerms,
  },
  about: {
    download: 'https://cirights.com',
    covers: '201 states, 1981 to 2020',
  },
  complete: { classes: ['score'], actors: 'named', from: '1981-01-01', through: '2020-12-31' },
  rows: {
    kind: 'scores',
    rater: 'cirights',
    actor: { scheme: 'cow', column: 'cow' },
    year: 'year',
    direction: 'higher-is-better',
    emptyRow: 'missing',
    prefer: [{ column: 'cow', equals: '342', weight: 0.5 }],
    indicators: [
      item('physint_sum', [0, 8], undefined, 'physint'),
      ...['polpris', 'disap', 'tort', 'kill'].map((column) => item(column, three)),
      item('bbatrocity', none),
      item('bbatrocity_intensity', four),
      ...['speech', 'rel_free', 'dommov', 'formov', 'assn', 'elecsd', 'injud'].map((column) => item(column, three)),
      ...['wopol', 'wecon'].map((column) => item(column, four)),
      ...['wosoc_l', 'wosoc_p'].map((column) => item(column, four, social)),
      ...['union_l', 'union_p', 'child_l', 'child_p', 'trafficking_l', 'trafficking_p'].map((column) =>
        item(column, three, labour),
      ),
      ...['trial_l', 'trial_p'].map((column) => item(column, four, trials)),
      item('NGO_investigate', three, [2019, 2019]),
      item('human_rights_score', [0, 100], [2019, 2019]),
    ],
  },
} satisfies MappingInput)
