import { z } from 'zod'
import { edtf } from './define.ts'

/** How long after an act something takes effect. Months are clamped to the month's end. */
export const offset = z.strictObject({
  days: z.int().min(0).optional(),
  months: z.int().min(0).optional(),
  years: z.int().min(0).optional(),
  snap: z
    .enum([
      'firstOfMonthAfter',
      'firstOfNthMonthAfterMonth',
      'endOfMonth',
      'endOfYear',
      'endOfNextYear',
      'endOfFinancialYear',
      'june30',
    ])
    .optional()
    .describe('Onto which day the result is moved'),
  nthMonth: z
    .int()
    .min(1)
    .optional()
    .describe('For firstOfNthMonthAfterMonth: the N in "the first day of the N-th month after the month of deposit"'),
})
export type Offset = z.infer<typeof offset>

/** What must have happened before a treaty enters into force. */
export type Trigger =
  | { kind: 'count'; n: number; excludeOrganisations?: boolean | undefined; among?: string | undefined }
  | { kind: 'weighted'; measure: string; share: number; among?: string | undefined }
  | { kind: 'named'; actors: string[] }
  | { kind: 'fixedDate'; date: string }
  | { kind: 'parentInForce'; treaty: string }
  | { kind: 'all'; of: Trigger[] }
  | { kind: 'any'; of: Trigger[] }

const trigger: z.ZodType<Trigger> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('count'),
      n: z.int().min(1).describe('How many instruments'),
      excludeOrganisations: z
        .boolean()
        .optional()
        .describe('Instruments of regional organisations are not additional to those of their members'),
      among: z
        .string()
        .optional()
        .describe('Only members of this organisation count, or of a list given as `list:a,b,c`'),
    }),
    z.strictObject({
      kind: z.literal('weighted'),
      measure: z.string(),
      share: z.number().min(0).max(1),
      among: z.string().optional(),
    }),
    z.strictObject({ kind: z.literal('named'), actors: z.array(z.string()).min(1) }),
    z.strictObject({ kind: z.literal('fixedDate'), date: edtf }),
    z.strictObject({ kind: z.literal('parentInForce'), treaty: z.string() }),
    z.strictObject({ kind: z.literal('all'), of: z.array(trigger).min(1) }),
    z.strictObject({ kind: z.literal('any'), of: z.array(trigger).min(1) }),
  ]),
)

/** When the treaty enters into force; `unknown` where its clause is not recorded. */
export const entryIntoForceRule = z.union([
  z.literal('unknown'),
  z.strictObject({
    trigger,
    offset: offset.optional().describe('Counted from the day on which the trigger was met; absent: the same day'),
  }),
])
export type EntryIntoForceRule = z.infer<typeof entryIntoForceRule>

/** How a party leaves. */
export const exitRule = z.union([
  z.enum(['unknown', 'notPermitted', 'silent']),
  z.strictObject({
    notice: offset,
    periods: z
      .strictObject({ first: z.int().min(1), next: z.int().min(1) })
      .optional()
      .describe('In force for so many years at first, then for periods of so many; notice is for the end of a period'),
    minYearsAsParty: z.int().min(1).optional(),
    minYearsAfterEntryIntoForce: z.int().min(1).optional(),
    blockedInArmedConflict: z.boolean().optional(),
    endsWithMembership: z
      .string()
      .optional()
      .describe('Who ceases to be a member of this organisation ceases to be a party'),
  }),
])
export type ExitRule = z.infer<typeof exitRule>

/** To whom alone a treaty is open: members of organisations, and actors by name. */
export const openTo = z.strictObject({
  membersOf: z.array(z.string()).optional().describe('Organisations whose members it is open to'),
  actors: z.array(z.string()).optional().describe('Actors that it is open to, whatever they are members of'),
})
export type OpenTo = z.infer<typeof openTo>
