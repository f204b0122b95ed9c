import { z } from 'zod'
import { list } from '../lists/list.ts'
import { listingOf } from '../lists/listing.ts'
import { finder, searchInput } from '../lists/search.ts'
import { joined, textColumn } from '../question/columns.ts'
import { callings } from './called.ts'
import { instrumentOut, loadKnownNorms, normOut } from './known-norms.ts'

export const norms = list({
  name: 'norms',
  asks: 'The norms that normtrail knows, what each asks of states, and the treaties that carry it on the day.',
  words: ['norm', 'norms'],
  withoutRivals: 'norms are defined, not claimed',
  filters: z.object({ q: searchInput }),
  item: z.object({
    ...normOut,
    instruments: z.array(z.object(instrumentOut)).describe('The treaties that carry it on the day'),
  }),
  find: async (world, { q }) => {
    const isFound = finder(q)
    const found = (await loadKnownNorms(world)).filter(({ id, statement }) =>
      isFound([...callings(world, 'norm', id), statement]),
    )
    return listingOf(found, ({ id }) => id)
  },
  keyOf: ({ id }) => id,
  show: async (world, entries) =>
    entries.map(({ instruments, ...norm }) => ({
      ...norm,
      instruments: instruments
        .filter(({ from, to }) => from <= world.asOf && world.asOf < to)
        .map(({ treaty, title, role, articles }) => ({ treaty, title, role, articles })),
    })),
  lines: ({ id, name, instruments }) => [
    `  ${id.padEnd(16)} ${name} · ${instruments.map(({ treaty }) => treaty).join(', ') || 'no treaty carries it'}`,
  ],
  columns: [
    textColumn('norm', 'Id of the norm'),
    textColumn('name', 'Its name'),
    textColumn('statement', 'What it asks of states', 'Only its name is known'),
    textColumn('instruments', 'Ids of the treaties that carry it on the day, with spaces between', 'None does'),
  ],
  cells: ({ id, name, statement, instruments }) => [
    id,
    name,
    statement === '' ? null : statement,
    joined(instruments.map(({ treaty }) => treaty)),
  ],
})
