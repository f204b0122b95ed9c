import { z } from 'zod'
import { anomaly, dates, eventIds, nullableDay } from '../question/output-fields.ts'
import { coverageOut } from '../question/coverage-fields.ts'
import { declarationsOut } from '../treaties/declarations.ts'

/** The ledger of what was reserved and declared under a treaty. */
export const reservationsAnswer = z.object({
  treaty: z.string(),
  title: z.string(),
  reservations: z.array(
    z.object({
      actor: z.string(),
      reservation: z.string().describe('What its maker calls it'),
      provisions: z.array(z.string()).describe('The articles that it names on the day; none named means all'),
      text: z.string().nullable(),
      made: dates
        .nullable()
        .describe(
          'First and last possible day; null where neither the source nor the act that it was made with has one',
        ),
      attached: z.string().nullable().describe('The act that it was made with: signature, consent, or late'),
      withdrawn: nullableDay.describe('First day without it'),
      standing: z.enum(['yes', 'possibly', 'no']).describe('Whether it had effect on the day'),
      fate: z
        .string()
        .describe(
          'effective, pending (signed, no consent yet), waiting (late, twelve ' +
            'months not over), unconfirmed, confirmed (repeated at the consent), ' +
            'objected (late), unbound, withdrawn, ended (with its spell)',
        ),
      core: z.array(z.string()).describe('The norms of which it touches a core article'),
      objections: z.array(
        z.object({
          actor: z.string(),
          made: dates.nullable(),
          precludes: z.boolean().describe('Whether it says that the treaty is not in force between the two'),
          inTime: z
            .boolean()
            .describe(
              "Within twelve months, or of the objector's own consent " +
                '(Vienna Convention on the Law of Treaties, art 20(5))',
            ),
          withdrawn: nullableDay,
          events: eventIds,
        }),
      ),
      boundWithQualification: z
        .boolean()
        .describe('In force for its maker on the day, with this reservation to a core article standing'),
      noRelationsWith: z.array(z.string()).describe('Objectors between whom and its maker the treaty is not in force'),
      events: eventIds,
    }),
  ),
  declarations: declarationsOut,
  coverage: coverageOut,
  anomalies: z.array(anomaly.extend({ actor: z.string() })),
})
