import {
  membershipOn,
  standingOn,
  type MembershipKind,
  type MembershipSpan,
} from '../../../projections/compose/membership/membership.ts'
import type { YearCodes } from '../../../projections/compose/membership/possible-memberships.ts'
import { addDays, firstDayOfYear, yearOf, type Day } from '../../time/day.ts'
import { coalesce, segments } from '../../time/timeline.ts'
import { loadImputed } from '../memberships/imputed-years.ts'
import { loadKeptMemberships } from '../memberships/kept-memberships.ts'
import { loadIsCounted } from '../memberships/formality.ts'
import { indexed, spansOfPair } from '../memberships/packed-spans.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { TieDays, Ties } from './tie-days.ts'

/** Which memberships are ties, and how those are read that were coded by years. */
export interface MembershipTiesInput {
  readonly kinds: readonly MembershipKind[]
  readonly yearCodes: YearCodes
  readonly excludeImputed: boolean
}

/** The days on which what is told may change: of coded years the first and the last are uncertain. */
const edgesOf = ({ from, to, observed }: MembershipSpan): readonly Day[] =>
  observed ? [from, to, firstDayOfYear(yearOf(from) + 1), firstDayOfYear(yearOf(addDays(to, -1)))] : [from, to]

/** One actor in one organisation, as ties. `spans` are those of this actor and organisation. */
export const daysOfMembership = (
  spans: readonly MembershipSpan[],
  { kinds, yearCodes }: Pick<MembershipTiesInput, 'kinds' | 'yearCodes'>,
): readonly TieDays[] => {
  const told = segments(spans.flatMap(edgesOf)).flatMap(({ from, to }): readonly TieDays[] => {
    const on = membershipOn(spans, from)
    if (on === undefined || !kinds.includes(on.kind)) return []
    const span = standingOn(spans, from)
    const isWhole = on.observed && yearCodes === 'whole'
    return [
      {
        ego: on.actor,
        alter: on.igo,
        from,
        to,
        kind: on.kind,
        weight: null,
        certainty: isWhole ? (span?.certainty ?? on.certainty) : on.certainty,
        toldBy: on.observed ? 'years' : 'days',
        isAssumed: false,
        series: on.observed ? (span?.track ?? null) : null,
      },
    ]
  })
  return coalesce(
    told,
    (a, b) => a.kind === b.kind && a.certainty === b.certainty && a.toldBy === b.toldBy && a.series === b.series,
  )
}

/** What is left of a tie without the years that its source filled in itself. */
const withoutImputed = (tie: TieDays, imputed: (igo: string, day: Day) => boolean): readonly TieDays[] => {
  if (tie.toldBy === 'days') return [tie]
  const years = Array.from({ length: yearOf(addDays(tie.to, -1)) - yearOf(tie.from) + 1 }, (_, at) =>
    firstDayOfYear(yearOf(tie.from) + at),
  )
  const kept = segments([tie.from, ...years.slice(1), tie.to]).filter(({ from }) => !imputed(tie.alter, from))
  return coalesce(
    kept.map((days) => ({ ...tie, ...days })),
    () => true,
  )
}

/** Memberships as ties from states to organisations. */
export const loadMembershipTies = async (world: Snapshot, input: MembershipTiesInput): Promise<Ties> => {
  const packed = await loadKeptMemberships(world)
  const imputed = input.excludeImputed ? await loadImputed(world) : undefined
  const isCounted = await loadIsCounted(world)
  const places = indexed(packed.states)
  const pairsOf = (place: number): readonly number[] =>
    Array.from({ length: packed.ofState[place + 1]! - packed.ofState[place]! }, (_, at) => packed.ofState[place]! + at)
  return {
    alters: 'igo',
    isDirected: false,
    of: (ego) => {
      const place = places.get(ego)
      const pairs = place === undefined ? [] : pairsOf(place)
      const ties = pairs
        .filter((pair) => isCounted(packed.organisations[packed.organisation[pair]!]!))
        .flatMap((pair) => daysOfMembership(spansOfPair(packed, pair), input))
      return imputed === undefined ? ties : ties.flatMap((tie) => withoutImputed(tie, imputed))
    },
  }
}
