import { z } from 'zod'
import { byText } from '../../common/by-text.ts'
import { groupBy } from '../../common/group-by.ts'
import { numberMeant } from '../../text/treaty-number.ts'
import { formatDay, type Day } from '../../time/day.ts'
import { list } from '../lists/list.ts'
import { listingOf } from '../lists/listing.ts'
import { finder, searchInput } from '../lists/search.ts'
import { dateColumn, joined, textColumn, treatyColumn } from '../question/columns.ts'
import { knownRows } from '../question/known-rows.ts'
import { nullableDay } from '../question/output-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { callings } from './called.ts'

const item = z.object({
  id: z.string(),
  title: z.string(),
  untc: z.string().nullable().describe('Its number in the UN Treaty Collection (4-9); null where it has none'),
  opened: nullableDay.describe('The day on which it was opened for signature; null where nobody says it'),
  statedInForce: nullableDay.describe(
    'The day on which it entered into force as the depositary states it; the question `treaty` tells what its clause ' +
      'comes to',
  ),
  norms: z.array(z.string()).describe('Ids of the norms that it carries on the day'),
})

const day = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : formatDay(Number(value) as Day)

/** Treaties without a name of their own are called by their number. */
const numberOf = ({ names }: Snapshot, id: string): string | null =>
  names.meaningsOf('treaty', id).find(({ scheme }) => scheme === 'untc')?.code ?? numberMeant(id) ?? null

const show = async (world: Snapshot, ids: readonly string[]) => {
  const terms = new Map(
    (await knownRows(world, 'treaty').select(['treaty', 'opened', 'stated_in_force']).execute()).map((row) => [
      row.treaty,
      row,
    ]),
  )
  const links = groupBy(
    await knownRows(world, 'norm_link')
      .select(['instrument', 'norm'])
      .where('valid_from', '<=', world.asOf)
      .where('valid_to', '>', world.asOf)
      .execute(),
    ({ instrument }) => instrument,
  )
  return ids.map((id) => ({
    id,
    title: world.names.nameOf('treaty', id),
    untc: numberOf(world, id),
    opened: day(terms.get(id)?.opened),
    statedInForce: day(terms.get(id)?.stated_in_force),
    norms: [...new Set((links.get(id) ?? []).map(({ norm }) => norm))].toSorted(byText),
  }))
}

export const treaties = list({
  name: 'treaties',
  asks:
    'The treaties that normtrail knows: title, number in the UN Treaty Collection, when each was opened ' +
    'and is said to have entered into force, and which norms it carries.',
  words: ['treaty', 'treaties'],
  withoutRivals: 'treaties are defined, not claimed',
  filters: z.object({
    q: searchInput,
    norm: z.string().min(1).optional().describe('Only those that carry this norm on the day: id or name'),
  }),
  item,
  find: async (world, { q, norm }) => {
    const number = q === undefined ? undefined : numberMeant(q)
    const isFound = finder(q)
    const meant = norm === undefined ? undefined : world.names.require('norm', norm, { day: world.asOf })
    const ids = world.names
      .subjects('treaty')
      .map(({ id }) => id)
      .filter((id) => (number === undefined ? isFound(callings(world, 'treaty', id)) : numberOf(world, id) === number))
      .toSorted(byText)
    if (meant === undefined) return listingOf(ids, (id) => id)
    const carrying = new Set((await show(world, ids)).filter(({ norms }) => norms.includes(meant)).map(({ id }) => id))
    return listingOf(
      ids.filter((id) => carrying.has(id)),
      (id) => id,
    )
  },
  keyOf: (id) => id,
  show,
  lines: ({ id, title, untc, opened }) => [
    `  ${id.padEnd(14)} ${title}${untc === null ? '' : ` · ${untc}`}${opened === null ? '' : ` · opened ${opened}`}`,
  ],
  columns: [
    treatyColumn,
    textColumn('title', 'Its title'),
    textColumn('untc', 'Its number in the UN Treaty Collection', 'It has none'),
    dateColumn('opened', 'The day on which it was opened for signature', 'Nobody says it'),
    dateColumn(
      'stated_in_force',
      'The day on which it entered into force, as the depositary states it',
      'It states none',
    ),
    textColumn('norms', 'Ids of the norms that it carries on the day, with spaces between', 'It carries none'),
  ],
  cells: (one) => [one.id, one.title, one.untc, one.opened, one.statedInForce, joined(one.norms)],
})
