import { z } from 'zod'
import { formatDay } from '../time/day.ts'
import { clocksOut, counted } from './answer-parts.ts'
import { lawsOf, treatiesOf } from './every-law.ts'
import { sourcesInput, treatyFilter } from './inputs.ts'
import { question } from './question.ts'
import { believing, policyIn, policyOut, policyText } from './whom-to-believe.ts'
import { clocksOf, clocksText } from './world.ts'

const row = z.object({
  treaty: z.string(),
  enteredIntoForce: z.string(),
  basis: z.enum(['derived', 'stated']).describe('Derived from the clause and the acts, or as the depositary states it'),
  triggerDate: z
    .string()
    .nullable()
    .describe("The day on which the clause's condition was met; null where the date is stated"),
  triggerEvents: z
    .array(z.string())
    .describe('The instruments that met it: several where several were deposited on that day'),
  rule: z.string(),
})

export const entryIntoForceLedger = question({
  name: 'entry-into-force',
  asks: 'When treaties entered into force, by which rule and which instrument, as of a date.',
  positional: ['treaty'],
  input: z.object({ treaty: treatyFilter, sources: sourcesInput }),
  output: z.object({ rows: z.array(row), ...policyOut, ...clocksOut }),
  answer: async (all, input) => {
    const world = await believing(all, input.sources)
    const rows: z.infer<typeof row>[] = []
    for await (const { terms, entryIntoForce: eif } of lawsOf(world, await treatiesOf(world, input.treaty))) {
      if (eif.date === undefined || eif.date > world.asOf || (eif.basis !== 'derived' && eif.basis !== 'stated'))
        continue
      rows.push({
        treaty: terms.treaty,
        enteredIntoForce: formatDay(eif.date),
        basis: eif.basis,
        triggerDate: eif.triggerDate === undefined ? null : formatDay(eif.triggerDate),
        triggerEvents: [...eif.triggerEvents],
        rule: eif.rule,
      })
    }
    return { rows, ...policyIn(world), ...clocksOf(world) }
  },
  text: ({ rows, ...answer }) =>
    [
      `${counted(rows.length, 'entry', 'entries')} into force ${clocksText(answer)}${policyText(answer)}`,
      ...rows.map(
        (found) =>
          `${found.enteredIntoForce}  ${found.treaty.padEnd(16)} ${found.basis}${found.triggerDate === null ? '' : `, triggered ${found.triggerDate}`}: ${found.rule}`,
      ),
    ].join('\n'),
  table: ({ rows }) => ({
    columns: ['treaty', 'entered_into_force', 'basis', 'trigger_date', 'trigger_event', 'rule'],
    rows: rows.map((found) => [
      found.treaty,
      found.enteredIntoForce,
      found.basis,
      found.triggerDate,
      found.triggerEvents.join(' '),
      found.rule,
    ]),
  }),
})
