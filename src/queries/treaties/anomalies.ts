import { z } from 'zod'
import { anomalyKinds } from '../../../projections/compose/treaty/anomaly-kinds.ts'
import { groupBy } from '../../common/group-by.ts'
import { anomaly, counted } from '../question/output-fields.ts'
import { attachedTo } from './attachments.ts'
import { lawsOf, treatiesOf } from './all-treaties.ts'
import { stateFilter, treatyFilter } from '../question/inputs.ts'
import { historyOf, participantsOf } from './treaty-law.ts'
import { actorColumn, eventsColumn, joined, textColumn, treatyColumn } from '../question/columns.ts'
import { echoText } from '../question/echo.ts'
import { question } from '../question/question.ts'

const row = anomaly.extend({ treaty: z.string(), actor: z.string().describe('Empty where the treaty itself is odd') })

export const anomalies = question({
  name: 'anomalies',
  asks:
    'What is legally odd in the record, and which article it ' +
    'offends: accepted, counted and explained, never rejected.',
  takesLong: true,
  positional: ['treaty'],
  sources: 'asked',
  input: z.object({ treaty: treatyFilter, state: stateFilter }),
  output: z.object({
    rows: z.array(row),
    kinds: z
      .array(z.object({ code: z.string(), means: z.string(), count: z.int() }))
      .describe('How often each kind occurs, and what it mostly comes from'),
  }),
  answer: async (world, input) => {
    const state = input.state === undefined ? undefined : world.names.require('state', input.state, { day: world.asOf })
    const rows: z.infer<typeof row>[] = []
    for await (const law of lawsOf(world, await treatiesOf(world, input.treaty))) {
      const { treaty } = law.terms
      const say = (actor: string, list: readonly (typeof law.entryIntoForce.anomalies)[number][]): void =>
        void rows.push(...list.map((odd) => ({ treaty, actor, ...odd, events: [...odd.events] })))
      if (state === undefined) say('', law.entryIntoForce.anomalies)
      const whole = new Set(law.entryIntoForce.anomalies)
      const attached = await attachedTo(world, law)
      for (const actor of attached.actors)
        if (state === undefined || actor === state) say(actor, attached.historyOf(actor).anomalies)
      for (const actor of state === undefined ? participantsOf(law) : [state])
        say(
          actor,
          historyOf(law, actor).anomalies.filter((odd) => !whole.has(odd)),
        )
    }
    const kinds = [...groupBy(rows, ({ code }) => code)].map(([code, list]) => ({
      code,
      means: anomalyKinds[code] ?? code,
      count: list.length,
    }))
    return {
      rows,
      kinds: kinds.toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    }
  },
  text: ({ rows, kinds, ...found }) =>
    [
      `${counted(rows.length, 'anomaly', 'anomalies')} ${echoText(found)}`,
      ...kinds.map(({ code, means, count }) => `${String(count).padStart(6)}  ${code}: ${means}`),
      ...rows.map((odd) => `  ${odd.treaty} ${odd.actor}: ${odd.says} (${odd.article})`),
    ].join('\n'),
  table: {
    columns: [
      treatyColumn,
      actorColumn('The treaty itself is odd'),
      textColumn('code', 'Which oddity it is: a stable word'),
      textColumn(
        'article',
        'The article that it offends; of the Vienna Convention on the Law of Treaties where no other is named',
      ),
      textColumn('says', 'The oddity in words'),
      eventsColumn('events', 'What it rests on'),
    ],
    rows: ({ rows }) =>
      rows.map((odd) => [odd.treaty, odd.actor || null, odd.code, odd.article, odd.says, joined(odd.events)]),
  },
})
