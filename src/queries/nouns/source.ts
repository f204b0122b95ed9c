import { z } from 'zod'
import { loadCiting } from '../holdings/events-by-source.ts'
import { loadSources } from '../holdings/registered-sources.ts'
import { sourceAsShown, sourceOut } from '../holdings/source-fields.ts'
import { counted } from '../question/output-fields.ts'
import { question } from '../question/question.ts'
import { clocksText } from '../question/snapshot.ts'
import { oneOf } from './one-of.ts'

export const source = question({
  name: 'source',
  resource: 'sources',
  asks: 'A registered source: its release, on which terms it is to be had, and how many events cite it.',
  takesLong: true,
  positional: ['source'],
  sources: { withoutRivals: 'it is about the source itself' },
  input: z.object({ source: z.string().min(1).describe('A registered source: its id') }),
  output: sourceOut,
  answer: async (world, { source: word }) =>
    sourceAsShown(oneOf(await loadSources(world), { code: 'unknown-source', word }), await loadCiting(world)),
  text: (found) =>
    [
      `${found.source} ${clocksText(found)}`,
      `  ${found.citation}`,
      `  ${found.kind}${found.version === null ? '' : `, version ${found.version}`}; ` +
        `${found.licence ?? 'terms not recorded'}; may be passed on: ${found.redistributable}`,
      `  ${counted(found.events, 'event')} cite it${found.url === null ? '' : ` · ${found.url}`}`,
    ].join('\n'),
})
