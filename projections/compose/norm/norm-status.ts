import { ALWAYS, FOREVER, type Day } from '../../../src/time/day.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { at, coalesce, cuts, decidedByBoth, holdsOn, segments, unionOf } from '../../../src/time/timeline.ts'
import type { Certainty, Days, Span, Timeline } from '../../../src/time/timeline.ts'
import { isBound, isInForce, normStatuses, type NormStatus } from './norm-statuses.ts'
import { besideOn, noneBeside, type NormEvidence, type Contestation } from './facets.ts'
import type { LinkedInstrument } from './links.ts'
import { contributions, maskedOn, outcomesOf, type Contribution } from './instruments.ts'

export interface NormStanding {
  /** The composite label: the commitment, and where the actor is not bound what it says against the norm. */
  readonly status: NormStatus
  readonly possible: readonly NormStatus[]
  /** The highest spell number among the instruments that decide. */
  readonly spell: number
  /** Bound by one instrument while leaving, or having left, another. */
  readonly partialExit: boolean
  /** partialExit, and what the instruments that decide are marked with. */
  readonly marks: readonly string[]
  /** The facet of law and domestic acts alone: no words against the norm and no score changes it. */
  readonly commitment: NormStatus
  /** All that the commitment may be. */
  readonly committed: readonly NormStatus[]
  /** The facet of discourse: what the actor says against the norm, bound or not. */
  readonly contestation: readonly Contestation[]
  /** Standing reservations to core articles of the instruments that decide: `iccpr: 3`. */
  readonly reservations: readonly string[]
  /** The widest scope in which it stands so; null where the norm knows no scopes. */
  readonly scope: string | null
  readonly byScope: readonly { readonly scope: string; readonly status: NormStatus }[]
  /** Instruments, and articles of instruments, by which it accepts to be monitored. */
  readonly monitoring: readonly string[]
  /** The domestic acts that make it INSTITUTIONALIZED. */
  readonly institutionalizedBy: readonly EventId[]
  /** Why it is UNKNOWN, where no source covers an instrument that could lift it. */
  readonly reason?: 'not-covered'
}

const inOrder = (found: ReadonlySet<NormStatus>): readonly NormStatus[] =>
  normStatuses.filter((status) => found.has(status))
const settled = (possible: readonly NormStatus[]): NormStatus =>
  possible.length === 1 ? (possible[0] ?? 'UNKNOWN') : 'UNKNOWN'

/**
 * A norm status timeline, composed from the timelines of the linked instruments, and from what stands beside them:
 * endorsements, words against the norm, domestic acts and, as a view, practice. Its deciding events are the union of
 * theirs. The rules:
 *
 * 1. Only articles linked to the norm count. 2. Any of the core, regional and successor instruments does (`all`: every
 *    one). 3. A protocol
 * lifts nobody above its parent that is not in force. 4. A successor in force masks its predecessor. 5. Monitoring adds
 * attributes, and binds nobody. 6. Soft law caps at ENDORSED. 7. Instruments of wider and narrower scope are compared
 * in the order of their scopes. 8. Leaving one instrument while another binds is a partial exit. 9. A standing
 * reservation to a core article qualifies; objections do not cure it.
 * 10. EXITING and EXITED show only where nothing else binds.
 */
export const normStatus = (
  links: readonly LinkedInstrument[],
  beside: NormEvidence = noneBeside,
): Timeline<NormStanding> => {
  const turning = cuts(
    ...links.flatMap((link) => [link.timeline, link.reserved ?? [], link.accepted ?? [], link.parent?.timeline ?? []]),
    ...Object.values(beside).filter((one) => Array.isArray(one)),
    links,
  ).filter((day) => day < FOREVER)
  const spans = segments([ALWAYS, ...turning, FOREVER]).map((days) =>
    standingOn(
      links.filter((link) => holdsOn(link, days.from)),
      beside,
      days,
    ),
  )
  return coalesce(spans, (a, b) => JSON.stringify(a.value) === JSON.stringify(b.value), decidedByBoth)
}

const standingOn = (
  links: readonly LinkedInstrument[],
  beside: NormEvidence,
  { from, to }: Days,
): Span<NormStanding> => {
  const { contributing, law, endorsed } = lawOn(links, beside, from)
  const around = besideOn(beside, from, law)
  const possible = inOrder(around.status)
  const status = settled(possible)
  const decisive = contributing.filter(({ steps }) =>
    [...steps].some((step) => step !== 'NO_POSITION' && law.has(step)),
  )
  const leaving = leavingOn(links, contributing, from)
  const partialExit = isBound(settled(inOrder(law))) && leaving.length > 0
  const qualifying = decisive.flatMap(({ reserved }) => reserved ?? [])
  return {
    from,
    to,
    value: {
      status,
      possible,
      spell: Math.max(0, ...decisive.map(({ standing }) => standing.value.spell)),
      partialExit,
      marks: [
        ...new Set([
          ...(partialExit ? ['partialExit'] : []),
          ...decisive.flatMap(({ standing }) => standing.value.marks),
        ]),
      ],
      commitment: settled(inOrder(around.commitment)),
      committed: inOrder(around.commitment),
      contestation: around.contestation,
      reservations: [
        ...new Set(
          decisive.flatMap(({ link, reserved }) =>
            (reserved?.value ?? []).map(({ label }) => `${link.instrument}: ${label}`),
          ),
        ),
      ].toSorted(),
      ...scopesOn(links, beside, from, settled(inOrder(law))),
      monitoring: monitoringOn(links, from),
      institutionalizedBy: around.institutionalizedBy,
      ...(possible.length > 1 &&
        contributing.some(({ standing }) => standing.value.reason !== undefined) && { reason: 'not-covered' as const }),
    },
    certainty: possible.length === 1 ? 'certain' : 'possible',
    decidedBy: unionOf(
      ...decisive.flatMap(({ standing, parent }) => [standing.decidedBy, parent?.decidedBy ?? []]),
      ...qualifying.map(({ decidedBy }) => decidedBy),
      ...(partialExit ? leaving.map(({ decidedBy }) => decidedBy) : []),
      ...(law.has('ENDORSED') ? endorsed : []),
      around.decidedBy,
    ),
  }
}

/** Where it is leaving, or has left, an instrument that no other masks. */
const leavingOn = (
  links: readonly LinkedInstrument[],
  contributing: readonly Contribution[],
  day: Day,
): readonly Contribution['standing'][] => {
  const masked = maskedOn(links, day)
  return contributing
    .filter(({ link }) => !masked.has(link.instrument))
    .map(({ standing }) => standing)
    .filter(({ value }) => value.status === 'EXIT_PENDING' || value.status === 'EXITED')
}

/** How sure the surest of some spans is; undefined where there is none. */
const surest = (spans: readonly Span<unknown>[]): Certainty | undefined => {
  if (spans.length === 0) return undefined
  return spans.some(({ certainty }) => certainty === 'certain') ? 'certain' : 'possible'
}

/** What the law comes to on a day: the instruments, and below all of them the endorsements. */
const lawOn = (links: readonly LinkedInstrument[], beside: NormEvidence, day: Day) => {
  const contributing = contributions(links, day)
  const spans = (beside.endorsements ?? []).filter((span) => holdsOn(span, day))
  return {
    contributing,
    law: outcomesOf(links, day, beside.rule ?? 'any', surest(spans)),
    endorsed: spans.map(({ decidedBy }) => decidedBy),
  }
}

/**
 * Within each scope, what the instruments that reach as far or farther come to; and the widest one in which that is as
 * good as anywhere.
 */
const scopesOn = (
  links: readonly LinkedInstrument[],
  beside: NormEvidence,
  day: Day,
  overall: NormStatus,
): Pick<NormStanding, 'scope' | 'byScope'> => {
  const scopes = [
    ...new Map(links.flatMap(({ scope }) => (scope === undefined ? [] : [[scope.width, scope] as const]))).values(),
  ].toSorted((a, b) => a.width - b.width)
  const byScope = scopes.map(({ name, width }) => {
    const reaching = links.filter(({ scope }) => (scope?.width ?? Number.POSITIVE_INFINITY) >= width)
    return { scope: name, status: settled(inOrder(outcomesOf(reaching, day, beside.rule ?? 'any', undefined))) }
  })
  return {
    byScope,
    scope: overall === 'NO_POSITION' ? null : (byScope.findLast(({ status }) => status === overall)?.scope ?? null),
  }
}

const monitoringOn = (links: readonly LinkedInstrument[], day: Day): readonly string[] =>
  [
    ...new Set(
      links
        .filter(({ role }) => role === 'monitoring')
        .flatMap((link) => {
          if (!isInForce(at(link.timeline, day)?.value.status ?? 'NONE')) return []
          return link.accepted === undefined
            ? [link.instrument]
            : (at(link.accepted, day)?.value ?? []).map((article) => `${link.instrument} ${article}`)
        }),
    ),
  ].toSorted()
