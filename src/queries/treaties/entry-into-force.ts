import { z } from 'zod'
import { counted, nullableDay } from '../question/output-fields.ts'
import { lawsOf, treatiesOf } from './all-treaties.ts'
import { basisInWords, inForceOn, mayBeInForce } from './in-force-on.ts'
import { treatyFilter } from '../question/inputs.ts'
import { dateColumn, eventsColumn, joined, textColumn, treatyColumn } from '../question/columns.ts'
import {
  countCoverage,
  coverageCells,
  coverageColumns,
  coverageCountsText,
  coverageOf,
  coverageOut,
  reasonOut,
} from '../question/coverage-fields.ts'
import { coverageOfActs } from './treaty-law.ts'
import { echoText } from '../question/echo.ts'
import { question } from '../question/question.ts'

const row = z.object({
  treaty: z.string(),
  enteredIntoForce: z.string(),
  basis: z
    .enum(['derived', 'stated'])
    .describe(
      'Derived from the clause and the acts at hand, or as the ' +
        'depositary states it where those do not reach the clause by then',
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
    .describe(
      'not-yet: by consents of which a source holds all, of the day or, where coverage is ' +
        'carried, of an earlier one; unknown: no source holds all consents, neither clause nor ' +
        'day is recorded, or uncertain dates leave open whether it was in force',
    ),
  reason: reasonOut,
  possible: z.array(z.enum(mayBeInForce)).describe('All that may be the case on the day'),
  rule: z.string(),
  coverage: coverageOut,
})
type Other = z.infer<typeof other>

/** Of which of the others one says what, in words. */
const kindsOfOthers: readonly (readonly [words: string, is: (other: Other) => boolean])[] = [
  ['not yet in force', ({ basis, coverage }) => basis === 'not-yet' && coverage.state !== 'carried'],
  ['not yet in force when last known', ({ basis, coverage }) => basis === 'not-yet' && coverage.state === 'carried'],
  ['entry into force unknown', ({ basis, reason }) => basis === 'unknown' && reason === null],
  ['entry into force unknown, since no source says that it holds every consent', ({ reason }) => reason !== null],
]

const othersInWords = (others: readonly Other[]): readonly string[] =>
  kindsOfOthers.flatMap(([words, is]) => {
    const found = others.filter(is).map(({ treaty }) => treaty)
    return found.length === 0 ? [] : [`${words}: ${found.join(', ')}`]
  })

export const entryIntoForceLedger = question({
  name: 'entry-into-force',
  asks:
    'When treaties entered into force, by which rule and which ' +
    'instrument, as of a date; and of which that is unknown.',
  takesLong: true,
  positional: ['treaty'],
  sources: 'asked',
  input: z.object({ treaty: treatyFilter }),
  output: z.object({
    rows: z.array(row),
    others: z.array(other).describe('Treaties that were not in force yet, or of which that is unknown'),
  }),
  answer: async (world, input) => {
    const rows: z.infer<typeof row>[] = []
    const others: Other[] = []
    for await (const law of lawsOf(world, await treatiesOf(world, input.treaty))) {
      const { terms, entryIntoForce: eif } = law
      if (terms.concluded !== undefined && terms.concluded > world.asOf) continue
      const { date, basis, reason, possible, ...found } = inForceOn(law, world.asOf)
      const { treaty } = terms
      const { rule } = eif
      const coverage = coverageOf(coverageOfActs(law, ['consent'], world.asOf))
      if (basis === 'not-yet' || basis === 'unknown') others.push({ treaty, basis, reason, possible, rule, coverage })
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
    return { rows, others }
  },
  text: ({ rows, others, ...answer }) =>
    [
      `${counted(rows.length, 'entry', 'entries')} into force ${echoText(answer)}`,
      ...rows.map(
        (found) => `${found.enteredIntoForce}  ${found.treaty.padEnd(16)} ${basisInWords(found)}: ${found.rule}`,
      ),
      `  consents: ${coverageCountsText(countCoverage([...rows, ...others].map(({ coverage }) => coverage)))}`,
      ...othersInWords(others),
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
        'derived (from the clause and the acts at hand), stated (by the depositary, ' +
          'where the acts at hand do not reach the clause by then), not-yet (by consents ' +
          'of which a source holds all), or unknown (no source holds all consents, neither ' +
          'clause nor day is recorded, or uncertain dates leave it open)',
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
      textColumn('reason', 'Why it is unknown: not-covered (no source holds all consents)', 'That is not the reason'),
      textColumn('possible', 'All that may be the case on the day, with spaces between: not-yet, in-force'),
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
        null,
        'in-force',
        ...coverageCells(found.coverage),
      ]),
      ...others.map(({ treaty, basis, reason, possible, rule, coverage }) => [
        treaty,
        null,
        basis,
        null,
        null,
        rule,
        null,
        reason,
        joined(possible),
        ...coverageCells(coverage),
      ]),
    ],
  },
})
