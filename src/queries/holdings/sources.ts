import { z } from 'zod'
import { redistributable, sourceKind } from '../../events/source.ts'
import { list } from '../lists/list.ts'
import { listingOf } from '../lists/listing.ts'
import { finder, searchInput } from '../lists/search.ts'
import { counted } from '../question/output-fields.ts'
import { intColumn, textColumn } from '../question/columns.ts'
import { loadCiting } from './events-by-source.ts'
import { loadSources } from './registered-sources.ts'
import { sourceAsShown, sourceOut } from './source-fields.ts'

const besides = {
  citedInFull: z
    .int()
    .describe('Events that cite a source in full that is not registered; of its terms nothing is said'),
}

export const sourcesQuestion = list({
  name: 'sources',
  asks:
    'The sources that are registered: releases and versions, on which terms they are ' +
    'to be had, whether they may be passed on, and how many events cite them.',
  takesLong: true,
  words: ['registered source', 'registered sources'],
  withoutRivals: 'it lists the sources themselves',
  filters: z.object({
    q: searchInput,
    kind: sourceKind.optional().describe('Only those of this kind: who speaks'),
    redistributable: redistributable.optional().describe('Only those that may be passed on, may not, or nobody knows'),
  }),
  item: sourceOut,
  besides: { output: besides, tell: async (world) => ({ citedInFull: (await loadCiting(world)).inFull }) },
  find: async (world, { q, kind, redistributable: mayBe }) => {
    const isFound = finder(q)
    const found = (await loadSources(world)).filter(
      (one) =>
        (kind === undefined || one.kind === kind) &&
        (mayBe === undefined || one.redistributable === mayBe) &&
        isFound([one.id, one.series ?? '', one.version ?? '', one.citation]),
    )
    return listingOf(found, ({ id }) => id)
  },
  keyOf: ({ id }) => id,
  show: async (world, entries) => {
    const citing = await loadCiting(world)
    return entries.map((one) => sourceAsShown(one, citing))
  },
  lines: (one) => [
    `  ${one.source.padEnd(24)} ${one.redistributable.padEnd(8)} ` +
      `${counted(one.events, 'event')} · ${one.licence ?? 'terms not recorded'}`,
  ],
  end: ({ citedInFull }) =>
    citedInFull > 0 ? [`${counted(citedInFull, 'event')} cite a source in full that is not registered.`] : [],
  columns: [
    textColumn('source', 'Id of the registered source'),
    textColumn('series', 'The publication that is revised from release to release', 'It is none, or it is not said'),
    textColumn('version', 'The release', 'It is not said'),
    textColumn('kind', 'Who speaks: depositary, organisation, scholarly, dataset or press'),
    textColumn('published', 'When it was published (EDTF)', 'It is not said'),
    textColumn('retrieved', 'When it was read (EDTF)', 'It is not said'),
    textColumn('licence', 'On which terms it is to be had', 'Nobody has said it'),
    textColumn('redistributable', 'Whether it may be passed on as it came: yes, no or unknown'),
    textColumn('url', 'Its address', 'It is not said'),
    textColumn('citation', 'What a reader can look up'),
    intColumn('events', 'How many events cite it'),
  ],
  cells: (one) => [
    one.source,
    one.series,
    one.version,
    one.kind,
    one.published,
    one.retrieved,
    one.licence,
    one.redistributable,
    one.url,
    one.citation,
    one.events,
  ],
  formerly: { wasWhole: true, shape: async ({ items, citedInFull }) => ({ sources: items, citedInFull }) },
})
