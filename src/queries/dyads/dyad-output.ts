import { z } from 'zod'
import { coverageOut } from '../question/coverage-fields.ts'
import { certainty, eventIds } from '../question/output-fields.ts'
import type { Finding } from './finding.ts'
import { standIn } from './structure.ts'

const answerOut = z
  .enum(['yes', 'no', 'possible', 'unknown'])
  .describe('no: sources that reach the day tell nothing; possible: uncertain dates leave it open; unknown: see reason')

const reasonOut = z
  .enum(['not-recorded', 'not-covered'])
  .nullable()
  .describe('Why it is unknown: nobody has recorded anything of it, or no source covers the day; null where it is not')

const reachOut = z
  .enum(['covered', 'assumed', 'carried', 'none', 'not-recorded'])
  .describe(
    'How far the sources reach for both states: covered; assumed (they describe other days, and are taken to hold on ' +
      'this one); carried (it lies after their last); none; not-recorded (nobody has recorded anything of it)',
  )

const finding = { answer: answerOut, reason: reasonOut, reach: reachOut, by: z.array(z.string()) }
const assumed = z.boolean().describe('Whether its source does not speak of the day, and it is taken to hold')

const stateOut = z.object({
  state: z.string(),
  name: z.string(),
  cow: z.int().nullable().describe('Its Correlates of War number on the day'),
  iso3: z.string().nullable().describe('Its ISO 3166-1 alpha-3 code on the day'),
})

const organisationOut = z.object({
  igo: z.string(),
  name: z.string(),
  certainty: certainty.describe('possible: one of the two, or both, may not have been a full member on that day'),
  structure: z.enum(['structured', 'unstructured', 'unknown']).describe(`unknown: nobody says so; ${standIn}`),
  pooling: z.number().nullable().describe('MIA pooling, 0 to 1; null where nobody gives it'),
  delegation: z.number().nullable().describe('MIA delegation, 0 to 1; null where nobody gives it'),
  decidedBy: eventIds.describe('Ids of the events that decide both memberships'),
  structureDecidedBy: eventIds.describe('Ids of the events that give pooling and delegation'),
})

const sharedOut = z.object({
  count: z
    .int()
    .nullable()
    .describe('In how many both are full members, uncertain ones counted in as in exposures; null where unknown'),
  min: z.int().describe('In how many they surely are: of those that are told'),
  max: z.int().nullable().describe('In how many they may be; null where unknown'),
  untold: z.int().describe('Further ones in which a source says that it cannot tell of one of them, or of both'),
  reason: reasonOut,
  coverage: coverageOut.describe(
    'How far the memberships of both are known, in the organisations of which some source claims to hold the members',
  ),
  structured: z.object({
    count: z
      .int()
      .nullable()
      .describe(`How many of count are structured; null where nobody has recorded it; ${standIn}`),
    unknown: z.int().describe('Of how many of count nobody says whether they are: apart, and not unstructured'),
    reason: reasonOut,
  }),
  organisations: z.array(organisationOut),
})

const tiesOut = z.object({
  ...finding,
  ties: z.array(
    z.object({
      type: z.string().nullable().describe("The source's own class; null where it has none"),
      since: z.string().nullable().describe('A day, or `first/last` where only that is known; null: no day is told'),
      certainty,
      assumed,
      series: z.string().describe('Who tells it'),
      decidedBy: eventIds,
    }),
  ),
})
export type TiesOut = z.infer<typeof tiesOut>

const classesOut = z.object({
  ...finding,
  shared: z.array(z.object({ class: z.string(), label: z.string(), certainty, assumed, decidedBy: eventIds })),
})
export type ClassesOut = z.infer<typeof classesOut>

const metropolesOut = z.object({
  ...finding,
  shared: z.array(z.object({ state: z.string(), name: z.string(), certainty, decidedBy: eventIds })),
})

const capabilityOut = z.object({ value: z.number().nullable(), assumed, decidedBy: eventIds })

export const dyadOut = z.object({
  a: stateOut,
  b: stateOut,
  sharedIgos: sharedOut,
  contiguity: tiesOut.describe('Whether they are contiguous, and by what: cow-contiguity'),
  alliances: tiesOut.describe('Whether they are allied, and how: cow-alliance'),
  languages: classesOut.describe('The official languages that they share'),
  region: classesOut.describe('The M49 sub-region that they share'),
  metropole: metropolesOut.describe('Who ruled both up to the day, whether still or no longer'),
  capabilities: z.object({
    a: capabilityOut.describe('CINC of the first, 0 to 1; null where nobody gives it'),
    b: capabilityOut.describe('CINC of the second'),
    ratio: z.number().nullable().describe('The larger over the smaller; null where either is unknown, or one is 0'),
    reason: reasonOut,
    reach: reachOut,
    by: z.array(z.string()),
  }),
})
export type DyadAnswer = z.infer<typeof dyadOut>

/** A finding as answers print it. */
export const findingIn = ({ answer, reason, reach, by }: Finding) => ({
  answer,
  reason: reason ?? null,
  reach,
  by: [...by],
})
