import { coverageOfActor } from '../../../projections/compose/coverage/coverage.ts'
import { entryActOf, type EntryAct } from '../../../projections/compose/membership/entry-act.ts'
import { entrySpells } from '../../../projections/compose/membership/entry-spells.ts'
import type { EntrySpan } from '../../../projections/compose/membership/entry.ts'
import {
  memberStretches,
  throughSuccession,
  type MemberStretch,
  type Start,
} from '../../../projections/compose/membership/member-stretches.ts'
import type { MemberAct } from '../../../projections/compose/membership/from-rows.ts'
import type { MembershipSpan } from '../../../projections/compose/membership/membership.ts'
import type { DateReading } from '../../../projections/compose/membership/possible-memberships.ts'
import type { Interval } from '../../../projections/fold/fold.ts'
import { isDefault, rankOf } from '../../../projections/fold/source-policy.ts'
import { accessionActs, type AccessionActRow } from '../../../projections/folds/accession-acts.ts'
import { groupBy } from '../../common/group-by.ts'
import { eventOfRow } from '../../readmodel/stored-event.ts'
import { exactly } from '../../time/date-policy.ts'
import type { Day } from '../../time/day.ts'
import { parseDate } from '../../time/edtf.ts'
import { loadMemberActs } from '../memberships/load-spans.ts'
import { loadClaimsIn } from '../question/coverage-claims.ts'
import { loadFacts } from '../question/facts.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { policyOf } from '../question/source-policy.ts'
import { livesOf } from '../record/actor-lives.ts'

/** The way of one state into one organisation: what is told of it, and the spells that this comes to. */
export interface Entrance {
  readonly igo: string
  readonly actor: string
  readonly acts: readonly EntryAct[]
  readonly stretches: readonly MemberStretch[]
  readonly spans: readonly EntrySpan[]
}

/** How entries are read: dates and codes as memberships are, and how many years are probation. */
export interface EntryReading extends Pick<DateReading, 'yearCodes' | 'seriesOf'> {
  readonly probation: number
}

/** What is told of everybody's way into organisations; `spansOf` are the memberships of the actor in one of them. */
export interface Entrances {
  readonly of: (igo: string, actor: string, spansOf: (igo: string) => readonly MembershipSpan[]) => Entrance
  /** The organisation, and those that were integrated into it when it began. */
  readonly lineOf: (igo: string) => readonly string[]
  /** The actors of whom an act is told in an organisation or those before it. */
  readonly actorsIn: (igo: string) => readonly string[]
  /** Whether anything else than memberships is told of some organisation, so that a spell of it may be known. */
  readonly isToldOf: (igo: string) => boolean
}

const placeOf = ({ igo, actor }: { readonly igo: string; readonly actor: string }): string => `${igo}\n${actor}`

const entryTypes = ['MembershipApplied', 'AccessionStepTaken', 'MembershipApplicationEnded'] as const

/** The acts of accession by whom the world believes, each on one day where a resolution says on which. */
const loadEntryActs = async (world: Snapshot): Promise<readonly EntryAct[]> => {
  const policy = policyOf(world)
  const acts = isDefault(policy)
    ? (await knownRows(world, 'accession_act').selectAll().orderBy('valid_from').execute()).map((row) =>
        entryActOf({ columns: row, from: row.valid_from as Day, decidedBy: idsOf(row.decided_by) }),
      )
    : (await loadFacts(world, { family: 'igo', types: entryTypes })).flatMap(({ facts }) =>
        accessionActs
          .intervals(facts.filter(({ sources }) => rankOf(policy, sources) !== undefined))
          .map((interval) => entryActOf(interval as unknown as Interval<AccessionActRow>)),
      )
  const { resolution } = world
  return resolution === undefined ? acts : acts.map((act) => ({ ...act, done: exactly(act.done, resolution) }))
}

/** How long after a successor began another may have been integrated into it, and still be what it goes on from. */
const atItsBeginning = 366

/**
 * The organisations that were integrated into each when it began: the European Economic Community into the European
 * Union. One that was integrated years later, as the Coal and Steel Community was in 2002, is no part of its line.
 */
const loadIntegrated = async (world: Snapshot): Promise<ReadonlyMap<string, readonly string[]>> => {
  const begun = await knownRows(world, 'igo')
    .select(({ fn }) => ['igo', fn.min('valid_from').as('from')])
    .groupBy('igo')
    .execute()
  const beginnings = new Map(begun.map(({ igo, from }) => [igo, Number(from)]))
  const rows = await knownRows(world, 'igo')
    .select(['igo', 'successor', 'decided_by'])
    .where('successor', 'is not', null)
    .execute()
  if (rows.length === 0) return new Map()
  const told = await world.sql.selectFrom('event').selectAll().where('type', '=', 'IgoSucceeded').execute()
  const events = new Map(told.map((row) => [row.id, eventOfRow(row)]))
  const found = new Map<string, Set<string>>()
  for (const { igo, successor, decided_by } of rows) {
    const event = idsOf(decided_by)
      .map((id) => events.get(id))
      .find((one) => one !== undefined)
    const { mode } = (event?.data ?? {}) as { readonly mode?: string }
    if (event?.occurred === undefined || mode !== 'integrated' || successor === null) continue
    if (parseDate(event.occurred).lo - (beginnings.get(successor) ?? -Infinity) > atItsBeginning) continue
    found.set(successor, (found.get(successor) ?? new Set<string>()).add(igo))
  }
  return new Map([...found].map(([successor, before]) => [successor, [...before].toSorted()]))
}

/** Whether every application of an actor to one of some organisations is claimed to be told on a day. */
const loadIsTold = async (world: Snapshot) => {
  const claims = groupBy(
    (await loadClaimsIn(world, 'igo')).filter(({ classes }) => classes.includes('accession')),
    ({ subject }) => subject,
  )
  const lives = claims.size === 0 ? undefined : await livesOf(world)
  return {
    claimed: (igo: string): boolean => claims.has(igo),
    isTold:
      (line: readonly string[], actor: string) =>
      (day: Day): boolean =>
        line.some((igo) => {
          const own = coverageOfActor(claims.get(igo) ?? [], actor, lives?.get(actor))
          const days = own.byClass.get('accession')
          return days !== undefined && days.from <= day && day <= days.through
        }),
  }
}

const startsOf = (acts: readonly MemberAct[]): readonly Start[] => acts.filter((act) => act.class === 'start')

/** Everybody's way into organisations, from the acts and claims that the world knows and believes. */
export const loadEntrances = async (world: Snapshot, how: EntryReading): Promise<Entrances> => {
  const acts = groupBy(await loadEntryActs(world), placeOf)
  const starts = groupBy(await loadMemberActs(world, {}), placeOf)
  const integrated = await loadIntegrated(world)
  const { isTold, claimed } = await loadIsTold(world)
  const told = new Set([...acts.values()].map(([first]) => first?.igo ?? ''))
  const begun = new Set([...starts.values()].map(([first]) => first?.igo ?? ''))
  const lineOf = (igo: string): readonly string[] => [...(integrated.get(igo) ?? []), igo]
  const reading: DateReading = { ...how, dates: 'bounds' }
  return {
    lineOf,
    actorsIn: (igo) => {
      const line = new Set(lineOf(igo))
      return [...acts.values()].flatMap(([first]) => (first !== undefined && line.has(first.igo) ? [first.actor] : []))
    },
    isToldOf: (igo) => lineOf(igo).some((one) => told.has(one) || begun.has(one) || claimed(one)),
    of: (igo, actor, spansOf) => {
      const line = lineOf(igo)
      const stretchesIn = (one: string) =>
        memberStretches(spansOf(one), startsOf(starts.get(placeOf({ igo: one, actor })) ?? []), reading)
      const stretches = line.map(stretchesIn).reduce(throughSuccession)
      const own = line
        .flatMap((one) => acts.get(placeOf({ igo: one, actor })) ?? [])
        .toSorted((a, b) => a.done.lo - b.done.lo)
      const spans = entrySpells({ acts: own, stretches, probation: how.probation, isTold: isTold(line, actor) })
      return { igo, actor, acts: own, stretches, spans }
    },
  }
}
