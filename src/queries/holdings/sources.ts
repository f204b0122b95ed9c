import { z } from 'zod'
import { redistributable, sourceKind } from '../../events/source.ts'
import { counted } from '../question/output-fields.ts'
import { intColumn, textColumn } from '../question/columns.ts'
import { loadCiting } from './events-by-source.ts'
import { loadSources } from './registered-sources.ts'
import { question } from '../question/question.ts'
import { clocksText } from '../question/snapshot.ts'

const source = z.object({
  source: z.string().describe('Its id'),
  series: z.string().nullable().describe('The publication that is revised from release to release'),
  version: z.string().nullable().describe('The release'),
  kind: sourceKind.describe('Who speaks'),
  published: z.string().nullable().describe('When it was published (EDTF)'),
  retrieved: z.string().nullable().describe('When it was read (EDTF)'),
  licence: z.string().nullable().describe('On which terms it is to be had; null where nobody has said it'),
  redistributable: redistributable.describe('Whether it may be passed on as it came'),
  url: z.string().nullable(),
  citation: z.string(),
  events: z.int().describe('How many events cite it'),
})
const answer = z.object({
  sources: z.array(source),
  citedInFull: z
    .int()
    .describe('Events that cite a source in full that is not registered; of its terms nothing is said'),
})
type SourcesAnswer = z.infer<typeof answer>

const lineOf = (one: SourcesAnswer['sources'][number]): string =>
  `  ${one.source.padEnd(24)} ${one.redistributable.padEnd(8)} ` +
  `${counted(one.events, 'event')} · ${one.licence ?? 'terms not recorded'}`

export const sourcesQuestion = question({
  name: 'sources',
  asks:
    'The sources that are registered: releases and versions, on which terms they are ' +
    'to be had, whether they may be passed on, and how many events cite them.',
  takesLong: true,
  positional: [],
  sources: { withoutRivals: 'it lists the sources themselves' },
  input: z.object({}),
  output: answer,
  answer: async (world) => {
    const citing = await loadCiting(world)
    return {
      sources: (await loadSources(world)).map((one) => ({
        source: one.id,
        series: one.series ?? null,
        version: one.version ?? null,
        kind: one.kind,
        published: one.published ?? null,
        retrieved: one.retrieved ?? null,
        licence: one.licence ?? null,
        redistributable: one.redistributable,
        url: one.url ?? null,
        citation: one.citation,
        events: citing.registered.get(one.id) ?? 0,
      })),
      citedInFull: citing.inFull,
    }
  },
  text: (found) =>
    [
      `${clocksText(found)} · ` +
        `${counted(found.sources.length, 'registered source')}; may it be ` +
        'passed on, who cites it, on which terms',
      ...found.sources.map(lineOf),
      ...(found.citedInFull > 0
        ? [`${counted(found.citedInFull, 'event')} cite a source in full that is not registered.`]
        : []),
    ].join('\n'),
  table: {
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
    rows: (found) =>
      found.sources.map((one) => [
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
      ]),
  },
})
