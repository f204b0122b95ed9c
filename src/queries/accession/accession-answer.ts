import { z } from 'zod'
import { entryClasses, unknownEntries } from '../../../projections/compose/membership/entry.ts'
import { coverageOut } from '../question/coverage-fields.ts'
import { igoInput, stateInput, yearInput } from '../question/inputs.ts'
import { certainty, eventIds, nullableDay } from '../question/output-fields.ts'
import { probationInput } from './probation-input.ts'
import { phases } from './distances.ts'
import { noDistance } from './study.ts'

export const accessionInput = z.object({
  igo: igoInput,
  state: stateInput.optional().describe('Only this state'),
  probation: probationInput,
  score: z
    .string()
    .regex(/^[^:]+:[^:]+$/, 'expected rater:indicator, such as cirights:physint')
    .optional()
    .describe(
      'A practice score, as rater:indicator: then how far each state was from the other members, before its ' +
        'application, as a candidate, on probation, settled, and after its exit',
    ),
  before: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(5)
    .describe('With score: how many years before an application count'),
  from: yearInput.optional().describe('With score: the states that became members in this year or later are entrants'),
  to: yearInput.optional().describe('With score: the last year of scores (default the year asked about)'),
})

const entry = {
  entry: z
    .enum(entryClasses)
    .describe(
      'outside: no application is open; candidate; probation: the first years of a membership; settled; founder: a ' +
        'member from the beginning, who was no candidate; left: it was a member; unknown',
    ),
  reason: z
    .enum(unknownEntries)
    .nullable()
    .describe(
      'Why it is unknown: no-application-known, start-not-known, seat-taken-over, dates-open; null where it is not',
    ),
  number: z.int().describe('Which way in: 2 after an application that led nowhere, or after an exit'),
  isMember: z.boolean().describe('Whether it was a member'),
  openedBy: z.string().nullable().describe('The step by which the candidacy began; null where none is known'),
  certainty,
}

const spell = z.object({
  ...entry,
  from: nullableDay.describe('The first day; null where it has no beginning that is known'),
  to: nullableDay.describe('The first day on which it no longer held; null where it goes on on the day asked about'),
  decidedBy: eventIds,
})

const act = z.object({
  igo: z.string().describe('In whose record: the organisation, or one that was integrated into it'),
  step: z.string().describe('application, applicationEnded, or a step between application and membership'),
  outcome: z.string().nullable().describe('Which way it went; of an application how it ended'),
  by: z.string().nullable().describe('The organ that took it'),
  on: z.string().describe('A day, or `first/last` where only that is known'),
  decidedBy: eventIds,
})

const condition = z.object({
  condition: z.string(),
  norm: z.string().nullable(),
  from: z.string(),
  to: nullableDay.describe('When it was resolved; null where it is open on the day asked about'),
  outcome: z.string().nullable().describe('met, waived or failed; null where it is open'),
  isOpen: z.boolean().describe('Whether it is open on the day asked about'),
  decidedBy: eventIds,
})

const stateOut = z.object({
  state: z.string(),
  name: z.string(),
  on: z.array(z.object(entry)).describe('How it stands on the day asked about: all that it may be'),
  spells: z.array(spell),
  acts: z.array(act),
  conditions: z.array(condition),
})
export type StateAccession = z.infer<typeof stateOut>

const summary = z.object({
  phase: z.enum(phases),
  states: z.int().describe('How many states have a distance in it'),
  years: z.int().describe('How many years of them all have one'),
  from: z.int().nullable(),
  to: z.int().nullable(),
  mean: z.number().nullable().describe('The mean distance, in the unit of the score; null without a year'),
  slope: z
    .number()
    .nullable()
    .describe(
      'How the distance changes in a year: least squares, of several spells each about its own mean; null where no ' +
        'spell has two years',
    ),
  change: z
    .number()
    .nullable()
    .describe('The mean less that of the phase before, on average over those that have both; null where none has'),
  changeOf: z.int().describe('How many have both'),
})

const studyYear = z.object({
  state: z.string(),
  year: z.int(),
  number: z.int(),
  phase: z.enum(phases).nullable(),
  own: z.number().nullable().describe("The state's own score"),
  mean: z.number().nullable().describe('The mean score of the other members on 31 December'),
  rated: z.int().describe('How many other members have a score'),
  distance: z.number().nullable().describe('The absolute difference of the two'),
  missing: z.enum(noDistance).nullable().describe('Why there is no distance; null where there is one'),
  decidedBy: eventIds,
})

const studyOut = z
  .object({
    score: z.string(),
    before: z.int(),
    from: z.int().nullable(),
    to: z.int().describe('The last year that was asked for, and no later than the day asked about'),
    lastScored: z.int().nullable().describe('The last of these years of which anybody has a score; null: none'),
    states: z.array(z.object({ state: z.string(), isEntrant: z.boolean(), phases: z.array(summary) })),
    pooled: z.array(summary).nullable().describe('Over all entrants; null where one state was asked for'),
    entrants: z.array(z.string()).describe('States that became members after a candidacy, since `from`'),
    founders: z.array(z.string()).describe('Founding members: no entrants, and not studied'),
    unknown: z.array(z.string()).describe('Members whose entry is unknown: not studied'),
    missing: z.record(z.string(), z.int()).describe('Years without a distance, by reason'),
    years: z.array(studyYear),
    reading: z.object({ instrumental: z.string(), intrinsic: z.string(), caution: z.string() }),
  })
  .describe('How far states were from the other members, by where they stood. A description, not a test')
export type Study = z.infer<typeof studyOut>

export const accessionAnswer = z.object({
  igo: z.string(),
  name: z.string(),
  line: z.array(z.string()).describe('The organisation, and those integrated into it: what began there goes on'),
  probation: z.int(),
  states: z.array(stateOut),
  count: z.record(z.string(), z.int()).describe('How many states stand how on the day asked about'),
  unknown: z.record(z.string(), z.int()).describe('Of those that are unknown, how many for which reason'),
  coverage: coverageOut.describe('How far the memberships are known'),
  applications: coverageOut.describe('How far applications are known to be told in full'),
  study: studyOut.optional(),
})
export type AccessionAnswer = z.infer<typeof accessionAnswer>
