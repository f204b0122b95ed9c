import { z } from 'zod'
import { coverageOut } from '../question/coverage-fields.ts'
import { anomaly, certainty, eventIds, nullableDay } from '../question/output-fields.ts'

const held = {
  since: nullableDay.describe('First day, `first/last` where only that is known, or null where nothing tells'),
  certainty,
  decidedBy: eventIds,
}
const basis = z
  .enum(['stated', 'derived', 'none'])
  .describe('stated by a source, derived from the clause on withdrawal, or none known')

export const membership = z.object({
  igo: z.string(),
  name: z.string().describe('What it was called then'),
  kind: z.enum(['full', 'associate', 'observer', 'unknown']).describe('unknown: the source says that it cannot tell'),
  since: z.string().describe('A day, `first/last` where only that is known, or a year where the source coded years'),
  certainty,
  suspended: z
    .object({ scope: z.enum(['voting', 'representation', 'all']), ground: z.string().nullable(), ...held })
    .nullable()
    .describe('Rights are suspended; it is a member all the same'),
  cooperationCeased: z
    .object({ ground: z.string().nullable(), ...held })
    .nullable()
    .describe('It does not take part; it is a member all the same'),
  exitPending: z
    .object({ notified: z.string(), effect: z.string().nullable().describe('First day out'), basis, ...held })
    .nullable()
    .describe('It gave notice of withdrawal; it is a member until that takes effect'),
  representedBy: z
    .array(z.object({ government: z.string(), ...held }))
    .describe('Who speaks for it, where that has ever changed'),
  conditions: z
    .array(
      z.object({
        condition: z.string(),
        norm: z.string().nullable(),
        benchmark: z.string().nullable(),
        deadline: z.string().nullable(),
        ...held,
      }),
    )
    .describe('Conditions that are open'),
  anomalies: z.array(anomaly).describe('What is legally odd, or disputed'),
  coverage: coverageOut,
  decidedBy: eventIds,
})
export type MembershipOut = z.infer<typeof membership>

export const absence = z.object({
  igo: z.string(),
  name: z.string(),
  standing: z
    .enum(['ceased', 'not-yet', 'not-recorded'])
    .describe('It left; it came later; or nothing tells that it ever was a member'),
  ended: z.string().nullable().describe('First day out, or the first year without it where years were coded'),
  begins: z.string().nullable().describe('When it came, or came back, later'),
  applied: z.object(held).nullable().describe('It has asked to be admitted'),
  certainty,
  anomalies: z.array(anomaly),
  coverage: coverageOut,
  decidedBy: eventIds,
})
export type AbsenceOut = z.infer<typeof absence>
