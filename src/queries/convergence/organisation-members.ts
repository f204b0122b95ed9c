import { z } from 'zod'
import { farther, notCovered, type Coverage } from '../../../projections/compose/coverage/coverage.ts'
import {
  isMember,
  membershipOn,
  standingOn,
  type MembershipSpan,
} from '../../../projections/compose/membership/membership.ts'
import { resolutionOf } from '../../time/date-policy.ts'
import { addDays, FOREVER, type Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import { unionOf } from '../../time/timeline.ts'
import { groupBy } from '../../common/group-by.ts'
import { memo } from '../../common/memo.ts'
import { loadMembersOf } from '../memberships/load-memberships.ts'
import { loadCoverageOfMembers } from '../memberships/membership-coverage.ts'
import { packSpans } from '../memberships/packed-spans.ts'
import { companyInputs } from '../network/network-inputs.ts'
import { seatingOf } from '../network/network.ts'
import { membershipEventsIn, placesIn } from '../network/network-on-day.ts'
import { seatsOn, type Seating } from '../network/seats-on-day.ts'
import { yearCodesInput } from '../panels/state-years.ts'
import { livesOf } from '../record/actor-lives.ts'
import { flag, yearDayInput } from '../question/inputs.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadPredecessors, type Predecessor } from './predecessors.ts'

/** How the members of an organisation are read. */
export const membersInputs = {
  at: yearDayInput,
  dates: z
    .enum(['exclude', 'earliest', 'latest', 'midpoint'])
    .default('exclude')
    .describe(
      'Uncertain dates of memberships: exclude counts who was a member for certain, and names who may have been; ' +
        'earliest, latest and midpoint take that day of each',
    ),
  yearCodes: yearCodesInput,
  excludeSuspended: companyInputs.excludeSuspended,
  withPredecessors: flag(
    'Count the full members of the organisations whose place it took, too, up to the day on which it did: of the ' +
      'European Union those of the European Economic Community',
  ),
}
export type MembersInput = z.output<z.ZodObject<typeof membersInputs>>

/** Who belonged to an organisation on a day, in the order of their ids. */
export interface MembersOn {
  /** Full members, for certain; or by the day that stands for an uncertain date. */
  readonly members: readonly string[]
  /** Who may have been one, for its dates leave it open. */
  readonly uncertain: readonly string[]
  /** Of whom a source says that it cannot tell. */
  readonly unknown: readonly string[]
}

export interface OrganisationMembers {
  readonly predecessors: readonly Predecessor[]
  readonly on: (day: Day) => MembersOn
  /** The events that decide how a state stood in it on a day. */
  readonly events: (day: Day, state: string) => readonly EventId[]
  /** How far the membership of a state is known on a day; of whoever existed, where none is named. */
  readonly coverage: (day: Day, state?: string) => Coverage
  /** Whether a dated act says that a state became a member on one of the days (after, on]. */
  readonly isAdmitted: (state: string, after: Day, on: Day) => boolean
  /**
   * Whether it is told that a state was no full member on a day: by an act or a code, or where a source holds all that
   * day. After the last day that a source holds, nothing follows from its silence.
   */
  readonly isOut: (state: string, day: Day) => boolean
  /** Whether a state that is not counted on a day is a full member all the same, whose rights were suspended. */
  readonly isSuspended: (state: string, day: Day) => boolean
  /** Whether the last day on which a source holds the membership of a state lies before this one. */
  readonly isCarried: (state: string, day: Day) => boolean
  /** Whether a state had ceased to exist by a day. */
  readonly isExtinct: (state: string, day: Day) => boolean
  /** Whether it had ceased to exist by a day, and no act tells that it had left before it did. */
  readonly ceased: (state: string, day: Day) => boolean
  /** Those whose memberships are known no more on a day, though they may belong to the members, in the order of ids. */
  readonly carriedOn: (day: Day) => readonly string[]
}

/** One organisation, counted on the days before `until`. */
interface Part {
  readonly igo: string
  readonly until: Day | undefined
  readonly seating: Seating
  readonly untold: Seating
  /** By state. */
  readonly spans: ReadonlyMap<string, readonly MembershipSpan[]>
  readonly coverage: Awaited<ReturnType<typeof loadCoverageOfMembers>>
}

const loadPart = async (
  world: Snapshot,
  input: MembersInput,
  { igo, until }: { readonly igo: string; readonly until: Day | undefined },
): Promise<Part> => {
  const { dates, yearCodes, excludeSuspended } = input
  const spans = await loadMembersOf({ ...world, resolution: resolutionOf(dates) }, igo)
  const kinds = ['full' as const]
  const how = {
    // What is uncertain is told apart.
    dates: dates === 'exclude' ? ('bounds' as const) : dates,
    yearCodes,
    excludeSuspended,
    excludeImputed: false,
    kinds,
    partnerKinds: kinds,
  }
  const seating = { ...(await seatingOf(world, how, packSpans(spans))), leftOutOn: () => () => false }
  return {
    igo,
    until,
    seating,
    untold: { ...seating, input: { kinds: ['unknown'], partnerKinds: ['unknown'] } },
    spans: groupBy(spans, ({ actor }) => actor),
    coverage: await loadCoverageOfMembers(world, igo),
  }
}

/** The states of a side on a day: who is there for certain, and who may be. */
const statesOn = (
  seating: Seating,
  day: Day,
): { readonly sure: readonly string[]; readonly may: readonly string[] } => {
  const { possible, sure } = seatsOn(seating, day).alter
  const states = Array.from(possible.items, (i) => seating.packed.states[i] ?? '')
  return { sure: states.filter((_, at) => sure[at] !== 0), may: states.filter((_, at) => sure[at] === 0) }
}

const distinct = (lists: readonly (readonly string[])[], but: readonly string[] = []): readonly string[] => {
  const out = new Set(but)
  return [...new Set(lists.flat())].filter((one) => !out.has(one)).toSorted()
}

const membersOn = (parts: readonly Part[], day: Day): MembersOn => {
  const those = parts.map(({ seating, untold }) => [statesOn(seating, day), statesOn(untold, day)] as const)
  const members = distinct(those.map(([full]) => full.sure))
  const uncertain = distinct(
    those.map(([full]) => full.may),
    members,
  )
  const unknown = distinct(
    those.map(([, untold]) => [...untold.sure, ...untold.may]),
    [...members, ...uncertain],
  )
  return { members, uncertain, unknown }
}

type Ends = Pick<OrganisationMembers, 'coverage' | 'isCarried' | 'isExtinct' | 'ceased' | 'carriedOn'>

/** How far the memberships are known, and which of them ended with their states. */
const loadEnds = async (
  world: Snapshot,
  parts: readonly Part[],
  partsOn: (day: Day) => readonly Part[],
  on: (day: Day) => MembersOn,
): Promise<Ends> => {
  const lives = await livesOf(world)
  const states = distinct(parts.map(({ spans }) => [...spans.keys()]))
  const coverage: Ends['coverage'] = (day, state) =>
    partsOn(day)
      .map((part) => part.coverage(day, state))
      .reduce(farther, notCovered)
  const endOf = (state: string): Day => lives.get(state)?.extinctFrom ?? FOREVER
  /** Whether an act tells that it is no member on a day: codes of years say nothing of the days within them. */
  const hasLeft = (state: string, day: Day): boolean =>
    partsOn(day).some(({ spans }) => {
      const span = standingOn(spans.get(state) ?? [], day)
      return span?.kind === 'none' && !span.observed
    })
  const mayBelong = (state: string, day: Day): boolean => {
    const { members, uncertain, unknown } = on(day)
    return [members, uncertain, unknown].some((list) => list.includes(state))
  }
  return {
    coverage,
    isCarried: (state, day) => coverage(day, state).state === 'carried',
    isExtinct: (state, day) => endOf(state) <= day,
    ceased: (state, day) => endOf(state) <= day && !hasLeft(state, addDays(endOf(state), -1)),
    carriedOn: (day) =>
      states.filter((state) => {
        if (endOf(state) <= day || hasLeft(state, day)) return false
        const { state: reach, through } = coverage(day, state)
        return reach === 'carried' && (mayBelong(state, day) || (through !== undefined && mayBelong(state, through)))
      }),
  }
}

/**
 * Loads who belonged to an organisation on any day; with those that it succeeded, where that is asked for: a state then
 * is a member on a day where it is one of any of them that counts on the day.
 */
export const loadOrganisationMembers = async (
  world: Snapshot,
  igo: string,
  input: MembersInput,
): Promise<OrganisationMembers> => {
  const predecessors = input.withPredecessors ? await loadPredecessors(world, igo) : []
  const parts: Part[] = []
  for (const one of [{ igo, until: undefined }, ...predecessors]) parts.push(await loadPart(world, input, one))
  const partsOn = (day: Day): readonly Part[] => parts.filter(({ until }) => until === undefined || day < until)
  const places = new Map(parts.map(({ igo: one, seating }) => [one, placesIn(seating.packed)]))
  const those = memo((day: Day): MembersOn => membersOn(partsOn(day), day))
  return {
    predecessors,
    on: those,
    ...(await loadEnds(world, parts, partsOn, those)),
    events: (day, state) =>
      unionOf(
        ...partsOn(day).map(({ igo: one, seating }) => {
          const placed = places.get(one)
          return placed === undefined ? [] : membershipEventsIn(seating, placed, day)(one)(state)
        }),
      ),
    isAdmitted: (state, after, on) =>
      parts.some(({ spans }) => (spans.get(state) ?? []).some((span) => isAdmission(span, after, on))),
    isOut: (state, day) =>
      partsOn(day).every(({ spans, coverage }) => {
        const kind = membershipOn(spans.get(state) ?? [], day)?.kind
        return kind === 'none' || (kind !== 'full' && coverage(day, state).state === 'covered')
      }),
    isSuspended: (state, day) =>
      input.excludeSuspended &&
      partsOn(day).some(({ spans }) => membershipOn(spans.get(state) ?? [], day)?.kind === 'full'),
  }
}

/** Whether a span begins by an act that is dated for certain on one of the days (after, on]. */
const isAdmission = ({ observed, certainty, kind, from }: MembershipSpan, after: Day, on: Day): boolean =>
  !observed && certainty === 'certain' && isMember(kind) && after < from && from <= on
