import { z } from 'zod'
import { clocksOut, counted, nullableDay } from '../question/output-fields.ts'
import { lawsOf, treatiesOf } from './all-treaties.ts'
import { basisInWords, inForceOn } from './in-force-on.ts'
import { sourcesInput, treatyFilter } from '../question/inputs.ts'
import { dateColumn, eventsColumn, joined, textColumn, treatyColumn } from '../question/columns.ts'
import {
  countCoverage,
  coverageCells,
  coverageColumns,
  coverageCountsText,
  coverageOf,
  coverageOut,
} from '../question/coverage-fields.ts'
import { coverageOfActs } from './treaty-law.ts'
import { question } from '../question/question.ts'
import { believing, policyIn, policyOut, policyText } from '../question/source-policy.ts'
import { clocksOf, clocksText } from '../question/snapshot.ts'

const row = z.object({
  treaty: z.string(),
  enteredIntoForce: z.string(),
  basis: z
    .enum(['derived', 'stated'])
    .describe(
      'Derived from the clause and the acts at hand, or as the depositary states it where those do not reach the clause by then',
    ),
  triggerDate: z
    .string()
    .nullable()
    .describe("The day on which the clause's condition was met; null where the date is stated"),
  reachedOnly: nullableDay.describe(
    'Where the day is stated: the later one that the acts at hand come to, since some are lacking',
  ),
  triggerEvents: z
    .array(z.string())
    .describe('The instruments that met it: several where several were deposited on that day'),
  rule: z.string(),
  coverage: coverageOut,
})

const other = z.object({
  treaty: z.string(),
  basis: z
    .enum(['not-yet', 'unknown'])
    .describe('unknown: neither clause nor day is recorded, or uncertain dates leave open whether it was in force'),
  rule: z.string(),
  coverage: coverageOut,
})
type Other = z.infer<typeof other>

const othersInWords = (others: readonly Other[], basis: Other['basis'], words: string): readonly string[] => {
  const found = others.filter((one) => one.basis === basis).map(({ treaty }) => treaty)
  return found.length === 0 ? [] : [`${words}: ${found.join(', ')}`]
}

export const entryIntoForceLedger = question({
  name: 'entry-into-force',
  asks: 'When treaties entered into force, by which rule and which instrument, as of a date; and of which that is unknown.',
  positional: ['treaty'],
  input: z.object({ treaty: treatyFilter, sources: sourcesInput }),
  output: z.object({
    rows: z.array(row),
    others: z.array(other).describe('Treaties that were not in force yet, or of which that is unknown'),
    ...policyOut,
    ...clocksOut,
  }),
  answer: async (all, input) => {
    const world = await believing(all, input.sources)
    const rows: z.infer<typeof row>[] = []
    const others: Other[] = []
    for await (const law of lawsOf(world, await treatiesOf(world, input.treaty))) {
      const { terms, entryIntoForce: eif } = law
      if (terms.concluded !== undefined && terms.concluded > world.asOf) continue
      const { date, basis, ...found } = inForceOn(eif, world.asOf)
      const { treaty } = terms
      const { rule } = eif
      const coverage = coverageOf(coverageOfActs(law, ['consent'], world.asOf))
      if (basis === 'not-yet' || basis === 'unknown') others.push({ treaty, basis, rule, coverage })
      else if (date !== null)
        rows.push({
          treaty,
          enteredIntoForce: date,
          basis,
          ...found,
          triggerEvents: [...eif.triggerEvents],
          rule,
          coverage,
        })
    }
    return { rows, others, ...policyIn(world), ...clocksOf(world) }
  },
  text: ({ rows, others, ...answer }) =>
    [
      `${counted(rows.length, 'entry', 'entries')} into force ${clocksText(answer)}${policyText(answer)}`,
      ...rows.map(
        (found) => `${found.enteredIntoForce}  ${found.treaty.padEnd(16)} ${basisInWords(found)}: ${found.rule}`,
      ),
      `  consents: ${coverageCountsText(countCoverage([...rows, ...others].map(({ coverage }) => coverage)))}`,
      ...othersInWords(others, 'not-yet', 'not yet in force'),
      ...othersInWords(others, 'unknown', 'entry into force unknown'),
    ].join('\n'),
  table: {
    columns: [
      treatyColumn,
      dateColumn(
        'entered_into_force',
        'First day on which the treaty was in force',
        'It was not yet, or that is unknown',
      ),
      textColumn(
        'basis',
        'derived (from the clause and the acts at hand), stated (by the depositary, where the acts at hand do not reach the clause by then), not-yet, or unknown (neither clause nor day is recorded, or uncertain dates leave it open)',
      ),
      dateColumn(
        'trigger_date',
        "The day on which the clause's condition was met",
        'The day is stated, or there is none',
      ),
      eventsColumn('trigger_event', 'The instruments that met it, several where several were deposited on that day'),
      textColumn('rule', 'The clause in words'),
      dateColumn(
        'reached_only',
        'Where the day is stated: the later one that the acts at hand come to, since some are lacking',
        'The acts at hand come to the same day, or to none',
      ),
      ...coverageColumns,
    ],
    rows: ({ rows, others }) => [
      ...rows.map((found) => [
        found.treaty,
        found.enteredIntoForce,
        found.basis,
        found.triggerDate,
        joined(found.triggerEvents),
        found.rule,
        found.reachedOnly,
        ...coverageCells(found.coverage),
      ]),
      ...others.map(({ treaty, basis, rule, coverage }) => [
        treaty,
        null,
        basis,
        null,
        null,
        rule,
        null,
        ...coverageCells(coverage),
      ]),
    ],
  },
})
