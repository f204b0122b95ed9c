import { z } from 'zod'
import { formatBound } from '../../time/day.ts'
import type { Span } from '../../time/timeline.ts'
import { certainty, eventIds, nullableDay } from '../question/output-fields.ts'
import type { DomesticStanding } from '../subjects/norms.ts'
import type { NormFacets } from './status-subject.ts'

/** What an answer about a norm says beyond the label: law, discourse and practice are facets that stay apart. */
export const normOut = z
  .object({
    commitment: z.string().describe('The label without words against the norm, and without practice'),
    committed: z.array(z.string()).describe('All that the commitment may be'),
    contestation: z
      .array(z.object({ type: z.string(), stance: z.string() }))
      .describe('What the actor says against the norm, bound or not'),
    reservations: z.array(z.string()).describe('Standing reservations to core articles of the instruments that decide'),
    scope: z
      .string()
      .nullable()
      .describe('The widest scope in which it stands so; null where the norm knows no scopes'),
    byScope: z.array(z.object({ scope: z.string(), status: z.string() })),
    monitoring: z
      .array(z.string())
      .describe('Instruments, and articles of instruments, by which it accepts to be monitored'),
    institutionalizedBy: eventIds,
  })
  .describe('Of a norm: what stands beside the label')

export const normFacetsOf = (norm: NormFacets): z.infer<typeof normOut> => ({
  ...norm,
  committed: [...norm.committed],
  contestation: norm.contestation.map((one) => ({ ...one })),
  reservations: [...norm.reservations],
  byScope: norm.byScope.map((one) => ({ ...one })),
  monitoring: [...norm.monitoring],
  institutionalizedBy: [...norm.institutionalizedBy],
})

export const domesticOut = z
  .array(
    z.object({
      kind: z.string().describe('The event type'),
      title: z.string(),
      direction: z.string().nullable().describe('Of a ruling or a vote: which way it went'),
      from: nullableDay,
      to: nullableDay.describe('First day on which it stood no more; null while it stands'),
      certainty,
      incorporates: z.boolean().describe('Whether it makes the norm part of the law at home'),
      decidedBy: eventIds,
    }),
  )
  .describe('Of a norm: what the state did about it at home')

export const domesticOf = (acts: readonly Span<DomesticStanding>[]): z.infer<typeof domesticOut> =>
  acts.map(({ from, to, value: { kind, title, direction, incorporates }, certainty: how, decidedBy }) => ({
    kind,
    title,
    direction,
    from: formatBound(from),
    to: formatBound(to),
    certainty: how,
    incorporates,
    decidedBy: [...decidedBy],
  }))

/** The facets in lines for a terminal; those that say nothing are left out. */
export const normText = (norm: z.infer<typeof normOut> | null, status: string): readonly string[] =>
  norm === null
    ? []
    : [
        ...(norm.commitment === status ? [] : [`  commitment: ${norm.commitment}`]),
        ...(norm.reservations.length === 0 ? [] : [`  reservations to core articles: ${norm.reservations.join(', ')}`]),
        ...(norm.byScope.length === 0
          ? []
          : [`  by scope: ${norm.byScope.map((one) => `${one.scope} ${one.status}`).join(', ')}`]),
        ...(norm.monitoring.length === 0 ? [] : [`  accepts to be monitored by ${norm.monitoring.join(', ')}`]),
        ...norm.contestation.map(({ type, stance }) => `  ${stance} to its ${type}`),
      ]

export const domesticText = (acts: z.infer<typeof domesticOut>): readonly string[] =>
  acts.map(
    (act) =>
      `  at home: ${act.kind} "${act.title}"${act.direction === null ? '' : ` (${act.direction})`}, ` +
      `${act.from ?? '…'} to ${act.to ?? 'now'}${act.certainty === 'certain' ? '' : ' (possibly)'}`,
  )
