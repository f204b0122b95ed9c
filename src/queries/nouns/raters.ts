import { z } from 'zod'
import { list } from '../lists/list.ts'
import { listingOf } from '../lists/listing.ts'
import { finder, searchInput } from '../lists/search.ts'
import { intColumn, textColumn } from '../question/columns.ts'
import { indicatorText, loadKnownRaters, raterOut } from './known-raters.ts'

export const raters = list({
  name: 'raters',
  asks: 'The raters of whom scores are recorded: their indicators, the years of each, and what a higher value means.',
  takesLong: true,
  words: ['rater', 'raters'],
  withoutRivals: 'it counts what was recorded, whoever told it',
  filters: z.object({ q: searchInput }),
  item: raterOut,
  find: async (world, { q }) => {
    const isFound = finder(q)
    const found = (await loadKnownRaters(world)).filter(({ id, indicators }) =>
      isFound([id, ...indicators.map(({ indicator }) => indicator)]),
    )
    return listingOf(found, ({ id }) => id)
  },
  keyOf: ({ id }) => id,
  show: async (_world, entries) => entries,
  lines: ({ id, indicators }) => [`  ${id}`, ...indicators.map((one) => `    ${indicatorText(one)}`)],
  columns: [
    textColumn('rater', 'Id of the rater'),
    textColumn('indicators', 'What it scores, as questions take it (rater:indicator), with spaces between'),
    intColumn('first_year', 'The first year that any of them scores'),
    intColumn('last_year', 'The last such year'),
    intColumn('scores', 'States and years with a value, of all of them'),
    intColumn('missing', 'States and years of which the rater says why there is none'),
    textColumn(
      'directions',
      'What a higher value of each means, in the same order, with spaces between: higher-is-better, ' +
        'higher-is-worse, or unknown',
    ),
  ],
  cells: ({ id, indicators, firstYear, lastYear }) => [
    id,
    indicators.map((one) => one.id).join(' '),
    firstYear,
    lastYear,
    indicators.reduce((sum, { scores }) => sum + scores, 0),
    indicators.reduce((sum, { missing }) => sum + missing, 0),
    indicators.map(({ direction }) => direction ?? 'unknown').join(' '),
  ],
})
