import { z } from 'zod'
import type { MembershipRecord } from '../../../projections/compose/membership/record.ts'
import type { DateReading } from '../../../projections/compose/membership/possible-memberships.ts'
import { addDays, FOREVER, formatBound, type Day } from '../../time/day.ts'
import type { Days } from '../../time/timeline.ts'
import type { DaysCoveredOfMembers } from '../memberships/membership-coverage.ts'
import { certainty, eventIds, nullableDay } from '../question/output-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { lastCodes } from './last-codes.ts'
import { membershipSpells } from './membership-spells.ts'
import { suspendedDays } from './suspended-days.ts'

const days = {
  from: nullableDay.describe('First day; null since before all that is recorded'),
  to: nullableDay.describe('First day after these; null where they go on'),
}

export const membershipSpellOut = z.object({
  state: z.string(),
  name: z.string(),
  cow: z.int().nullable().describe('The Correlates of War number that it had last'),
  iso3: z.string().nullable().describe('The ISO 3166-1 alpha-3 code that it had last'),
  igo: z.string(),
  igoName: z.string().describe('What it is called on the day asked about'),
  formality: z.enum(['formal', 'informal']).describe('informal: no treaty founds it'),
  kind: z.enum(['full', 'associate', 'observer', 'unknown']).describe('unknown: the source says that it cannot tell'),
  ...days,
  since: z
    .string()
    .describe('Since when it stood so: a day, `first/last` where only that is known, or a year where years were coded'),
  until: z
    .string()
    .nullable()
    .describe(
      'The first day on which it no longer stood so, likewise; `2015/..` where its source ends with the year before; ' +
        'null where it goes on',
    ),
  certainty: certainty.describe('possible: it stood so on none of these days for certain'),
  certain: z
    .object(days)
    .nullable()
    .describe('The days of these on which it certainly stood so; on the others it may have. Null where on none'),
  toldBy: z.enum(['days', 'years']).describe('years: a source coded years, and says of no day that it began or ended'),
  spell: z.int().describe('Which unbroken membership of any kind these days are part of: 2 after an exit and a return'),
  suspended: z
    .array(
      z.object({
        ...days,
        scope: z.enum(['voting', 'representation', 'all']),
        ground: z.string().nullable(),
        certainty,
      }),
    )
    .describe('The days of these on which rights were suspended; it is a member all the same'),
  covered: z.array(z.object(days)).describe('The days on which sources hold every membership of the state in it'),
  decidedBy: eventIds,
})
export type MembershipSpellOut = z.infer<typeof membershipSpellOut>

const daysOf = ({ from, to }: Days) => ({ from: formatBound(from), to: formatBound(to) })

/** The parts of some days that lie within others. */
const within = <D extends Days>(list: readonly D[], { from, to }: Days): readonly D[] =>
  list.flatMap((one) => {
    const part = { ...one, from: Math.max(one.from, from) as Day, to: Math.min(one.to, to) as Day }
    return part.from < part.to ? [part] : []
  })

/** What stands beside the memberships of every record. */
export interface Beside {
  readonly seriesOf: DateReading['seriesOf']
  readonly nameOf: (igo: string) => string
  readonly isFormal: (igo: string) => boolean
  readonly covered: DaysCoveredOfMembers
}

const coveredOf = (found: ReturnType<DaysCoveredOfMembers>) =>
  found === undefined
    ? []
    : [daysOf({ from: found.from, to: found.through >= FOREVER ? FOREVER : addDays(found.through, 1) })]

/** The memberships of one actor in one organisation, over all days. */
export const spellsOfRecord = (
  world: Snapshot,
  record: MembershipRecord,
  { seriesOf, nameOf, isFormal, covered }: Beside,
): readonly MembershipSpellOut[] => {
  const suspensions = suspendedDays(record)
  return membershipSpells(record.spans, seriesOf).map((one) => ({
    ...lastCodes(world, record.actor),
    igo: record.igo,
    igoName: nameOf(record.igo),
    formality: isFormal(record.igo) ? 'formal' : 'informal',
    kind: one.kind,
    ...daysOf(one),
    since: one.since,
    until: one.until,
    certainty: one.certain === undefined ? 'possible' : 'certain',
    certain: one.certain === undefined ? null : daysOf(one.certain),
    toldBy: one.observed ? 'years' : 'days',
    spell: one.spell,
    suspended: within(suspensions, one).map(({ scope, ground, certainty: how, ...held }) => ({
      ...daysOf(held),
      scope: scope as MembershipSpellOut['suspended'][number]['scope'],
      ground,
      certainty: how,
    })),
    covered: coveredOf(covered(record.igo, record.actor)),
    decidedBy: [...one.decidedBy],
  }))
}
