import { z } from 'zod'
import { addDays, addMonths, FOREVER, formatDay, type Day } from '../../time/day.ts'
import { at } from '../../time/timeline.ts'
import { earliestOf } from '../diffusion/adoption-spells.ts'
import type { Adoptions } from '../diffusion/adoptions.ts'
import { nullableDay } from '../question/output-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { committedIn, hasReached, mayHaveReached, type AdoptionThreshold } from '../status/adoption-threshold.ts'
import { loadClassification } from '../subjects/classifications.ts'
import { ifRecorded } from '../subjects/if-recorded.ts'
import { loadSystem } from '../memberships/load-system.ts'
import type { SystemSpells } from '../memberships/system-spells.ts'
import { binding, type NormInstrument } from './norm-instruments.ts'

/** The share of its peers for which the norm is in force, from which on staying away says something. */
export const peersShare = 0.5

export const absentOut = z.object({
  state: z.string(),
  name: z.string(),
  class: z
    .enum(['absent', 'peers-few', 'unknown'])
    .describe(
      'absent: had signed nothing by the end of the years asked, when for half of its peers at least the norm was in ' +
        'force; peers-few: the same, and for fewer; unknown: see reason',
    ),
  reason: z
    .enum(['may-have-signed', 'not-covered', 'may-not-be-open', 'no-region', 'no-peers', 'peers-uncertain'])
    .nullable()
    .describe(
      'Why it is unknown: it may have signed; no source tells whether it did; it is not known as a member of the ' +
        'United Nations on that last day, and no instrument names those to whom it is open: it may not have been ' +
        'open to it; nobody says in which region it is; no other member is in it; of too many peers it is open',
    ),
  from: z.string().describe('The day on which an instrument was open to it, and it in the state system'),
  until: z.string().describe('The last day of the years asked'),
  region: z.string().nullable().describe('Its M49 region'),
  peers: z.int().describe('Other members of the state system in it on that last day'),
  inForce: z.int().describe('For how many of these the norm was certainly in force'),
  mayBeInForce: z.int().describe('For how many further ones it may have been'),
  signed: nullableDay.describe('First day on which it may have signed or consented since; null where it has not'),
})
export type Absent = z.infer<typeof absentOut>

const reachedOn = ({ timelines }: Adoptions, state: string, day: Day, threshold: AdoptionThreshold) => {
  const standing = committedIn(at(timelines.get(state) ?? [], day)?.value ?? { possible: [] })
  if (hasReached(standing, threshold) === true) return 'yes'
  return mayHaveReached(standing, threshold) || standing.length === 0 ? 'maybe' : 'no'
}

/** When a state first signed or consented, for certain; and whether it may have on a day up to one. */
const signing = ({ timelines }: Adoptions, state: string, until: Day) => {
  const timeline = timelines.get(state) ?? []
  const span = timeline.find(({ value }) => hasReached(committedIn(value), 'SIGNED') === true)
  return {
    first: span === undefined ? undefined : earliestOf(timeline, span.from, 'SIGNED'),
    isBy: span !== undefined && span.from <= until,
    mayBeBy: timeline.some(({ from, value }) => from <= until && mayHaveReached(committedIn(value), 'SIGNED')),
  }
}

/** From when on a state could sign: an instrument was open to it, and it was a state. */
const openTo = (adoptions: Adoptions, instruments: readonly NormInstrument[], state: string): Day | undefined => {
  const open = Math.min(...binding(instruments).map(({ law }) => openingOf(law, state, adoptions)))
  const entered = adoptions.system.get(state)?.find(({ to }) => to > open)?.from
  return open >= FOREVER || entered === undefined ? undefined : (Math.max(open, entered) as Day)
}

/** An instrument whose day of opening nobody recorded was open from the first act under it. */
const openingOf = (law: NormInstrument['law'], state: string, { opened }: Adoptions): Day => {
  const own = law.openFrom(state)
  const known = law.terms.opened ?? Math.min(...law.acts.map(({ done }) => done.lo), opened ?? FOREVER)
  return own >= FOREVER ? FOREVER : (Math.max(own, known) as Day)
}

/**
 * Whether it is known that a state could join: it was a member of the United Nations, to whose members treaties of the
 * world are open, or an instrument names those to whom it is open, and the state is among them. Kosovo is neither.
 */
const isKnownToBeOpen = (
  members: SystemSpells,
  instruments: readonly NormInstrument[],
  state: string,
  until: Day,
): boolean =>
  at(members.get(state) ?? [], until)?.certainty === 'certain' ||
  binding(instruments).some(({ law }) => law.terms.openTo !== undefined && law.openFrom(state) <= until)

interface Peers {
  readonly peers: number
  readonly inForce: number
  readonly mayBeInForce: number
}

const peersOn = (adoptions: Adoptions, peers: readonly string[], day: Day): Peers => {
  const found = peers.map((state) => reachedOn(adoptions, state, day, 'IN_FORCE'))
  return {
    peers: peers.length,
    inForce: found.filter((is) => is === 'yes').length,
    mayBeInForce: found.filter((is) => is === 'maybe').length,
  }
}

const classOf = (
  {
    mayBeBy,
    isCovered,
    isOpen,
    region,
  }: {
    readonly mayBeBy: boolean
    readonly isCovered: boolean
    readonly isOpen: boolean
    readonly region: unknown
  },
  { peers, inForce, mayBeInForce }: Peers,
): Pick<Absent, 'class' | 'reason'> => {
  const unknown = (reason: NonNullable<Absent['reason']>) => ({ class: 'unknown' as const, reason })
  if (!isCovered) return unknown('not-covered')
  if (mayBeBy) return unknown('may-have-signed')
  if (!isOpen) return unknown('may-not-be-open')
  if (region === undefined) return unknown('no-region')
  if (peers === 0) return unknown('no-peers')
  if (inForce >= peersShare * peers) return { class: 'absent', reason: null }
  return inForce + mayBeInForce >= peersShare * peers
    ? unknown('peers-uncertain')
    : { class: 'peers-few', reason: null }
}

/**
 * Who stayed away: members of the state system that had signed nothing so many years after they could, and for how many
 * of their regional peers the norm was in force by then. Years that are not over by the day asked about are not judged.
 */
export const absentOf = async (
  world: Snapshot,
  adoptions: Adoptions,
  instruments: readonly NormInstrument[],
  { years, only }: { readonly years: number; readonly only: string | undefined },
): Promise<readonly Absent[]> => {
  const members = await loadSystem(world, 'un')
  const classification = await ifRecorded(() => loadClassification(world, 'm49-region'))
  const inRegions = [...(classification?.on(world.asOf).values() ?? [])].flat()
  const regions = new Map(inRegions.map((one) => [one.actor, one]))
  const peersOf = (state: string, day: Day): readonly string[] =>
    [...adoptions.system.keys()].filter(
      (other) =>
        other !== state &&
        regions.get(other)?.class === regions.get(state)?.class &&
        at(adoptions.system.get(other) ?? [], day) !== undefined,
    )
  return [...adoptions.system.keys()]
    .filter((state) => only === undefined || state === only)
    .flatMap((state): readonly Absent[] => {
      const from = openTo(adoptions, instruments, state)
      if (from === undefined) return []
      const until = addDays(addMonths(from, 12 * years), -1)
      const own = signing(adoptions, state, until)
      if (until > world.asOf || own.isBy || at(adoptions.system.get(state) ?? [], until) === undefined) return []
      const region = regions.get(state)
      const peers =
        region === undefined
          ? { peers: 0, inForce: 0, mayBeInForce: 0 }
          : peersOn(adoptions, peersOf(state, until), until)
      const coverage = adoptions.subject.coverageOf(state).on(until)
      const isCovered = coverage.state === 'covered'
      const isOpen = isKnownToBeOpen(members, instruments, state, until)
      return [
        {
          state,
          name: world.names.nameOn('state', state, world.asOf),
          ...classOf({ mayBeBy: own.mayBeBy, isCovered, isOpen, region }, peers),
          from: formatDay(from),
          until: formatDay(until),
          region: region?.label ?? null,
          ...peers,
          signed: own.first !== undefined && own.first <= world.asOf ? formatDay(own.first) : null,
        },
      ]
    })
    .toSorted((a, b) => (a.class < b.class ? -1 : Number(a.class > b.class)) || (a.state < b.state ? -1 : 1))
}
