import { z } from 'zod'
import { loadSources } from '../holdings/registered-sources.ts'
import { question } from '../question/question.ts'
import { clocksText } from '../question/snapshot.ts'
import { indicatorText, loadKnownRaters, raterOut } from './known-raters.ts'
import { oneOf } from './one-of.ts'

export const rater = question({
  name: 'rater',
  resource: 'raters',
  asks: 'A rater: its indicators, the years and states of each, what a higher value means, which sources report it.',
  takesLong: true,
  positional: ['rater'],
  sources: { withoutRivals: 'it counts what was recorded, whoever told it' },
  input: z.object({ rater: z.string().min(1).describe('A rater: its id (pts)') }),
  output: raterOut.extend({
    reportedBy: z.array(z.string()).describe('Ids of the registered sources that say what its values mean'),
  }),
  answer: async (world, { rater: word }) => {
    const found = oneOf(await loadKnownRaters(world), { code: 'unknown-rater', word })
    const reporting = (await loadSources(world)).filter(({ scales = {} }) =>
      Object.keys(scales).some((of) => of.startsWith(`${found.id}:`)),
    )
    return { ...found, reportedBy: reporting.map(({ id }) => id) }
  },
  text: (found) =>
    [
      `${found.id} ${clocksText(found)}`,
      ...found.indicators.map((one) => `  ${indicatorText(one)}`),
      ...(found.reportedBy.length === 0 ? [] : [`  reported by ${found.reportedBy.join(', ')}`]),
    ].join('\n'),
})
