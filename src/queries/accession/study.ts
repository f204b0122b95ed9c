import { entriesOn } from '../../../projections/compose/membership/entry-spells.ts'
import type { EntrySpan } from '../../../projections/compose/membership/entry.ts'
import { membershipOn, type MembershipSpan } from '../../../projections/compose/membership/membership.ts'
import { addMonths, lastDayOfYear, type Day } from '../../time/day.ts'
import type { Coverage } from '../../../projections/compose/coverage/coverage.ts'
import type { EventId } from '../../time/event-id.ts'
import { unionOf } from '../../time/timeline.ts'
import type { ScoresOfYear } from '../subjects/scores.ts'
import type { Phase, PhaseYear } from './distances.ts'
import type { Entrance } from './load-entries.ts'

/** Why a year of a state tells no distance. */
export const noDistance = [
  'no-own-score',
  'no-rated-member',
  'memberships-not-covered',
  'entry-unknown',
  'entry-open',
] as const
export type NoDistance = (typeof noDistance)[number]

/** A year of a state on its way into an organisation, within it, or after it. */
export interface StudyYear {
  readonly state: string
  readonly year: number
  readonly number: number
  /** Null where it is unknown or open in which phase the year is. */
  readonly phase: Phase | null
  readonly own: number | null
  /** ȳ_{o,-i}: the mean score of the other full members on 31 December; null where none has a score. */
  readonly mean: number | null
  /** How many others have a score. */
  readonly rated: number
  readonly distance: number | null
  readonly missing: NoDistance | null
  readonly decidedBy: readonly EventId[]
}

/** What a study is made of. */
export interface StudyInput {
  readonly entrances: readonly Entrance[]
  /** The memberships of everybody in the organisation and in those before it, by actor. */
  readonly members: ReadonlyMap<string, readonly (readonly MembershipSpan[])[]>
  readonly scores: ReadonlyMap<number, ScoresOfYear>
  /** How far the memberships are known by who speaks of an actor. */
  readonly coverageOn: (day: Day, actor: string) => Coverage
  /** How many years before an application count. */
  readonly before: number
  readonly to: number
}

/** The entries that are a phase as they are. */
const ownPhases: ReadonlySet<string> = new Set(['candidate', 'probation', 'settled', 'left'])

interface Placed {
  readonly phase: Phase | null
  readonly number: number
  readonly missing: NoDistance | null
  readonly decidedBy: readonly EventId[]
}

/** The candidacy that begins within so many years of a day on which none is open. */
const nextCandidacy = (spans: readonly EntrySpan[], day: Day, years: number): EntrySpan | undefined =>
  spans.find(({ value, from }) => value.entry === 'candidate' && day < from && from <= addMonths(day, 12 * years))

/** Whether the entry of a state may bear on a study: not of one that is known to be far outside. */
const phaseOn = (spans: readonly EntrySpan[], day: Day, before: number): Placed | undefined => {
  const on = entriesOn(spans, day)
  const [first] = on
  if (first === undefined) return undefined
  const { value, decidedBy } = first
  const events = unionOf(...on.map((span) => span.decidedBy))
  const isOpen = on.some((span) => span.value.entry !== value.entry) || first.certainty === 'possible'
  if (isOpen) return { phase: null, number: value.number, missing: 'entry-open', decidedBy: events }
  if (value.entry === 'outside') {
    const next = nextCandidacy(spans, day, before)
    return next && { phase: 'before', number: next.value.number, missing: null, decidedBy: next.decidedBy }
  }
  if (value.entry === 'unknown')
    return value.isMember ? { phase: null, number: value.number, missing: 'entry-unknown', decidedBy } : undefined
  if (!ownPhases.has(value.entry)) return undefined
  return { phase: value.entry as Phase, number: value.number, missing: null, decidedBy }
}

interface Rated {
  readonly state: string
  readonly value: number
}

const meanOf = (rated: readonly Rated[]): number | null =>
  rated.length === 0 ? null : rated.reduce((sum, { value }) => sum + value, 0) / rated.length

/**
 * How far each state was from the other members in each year, by where it stood on 31 December.
 *
 *     d_{i,o}(t) = |y_i(t) − ȳ_{o,-i}(t)|
 *
 * ȳ_{o,-i}: the mean score of the full members other than i, of those that have one. Unit: that of the score. No
 * distance, never 0, where i has no score, no other member has one, or nobody claims to know who the members were.
 * Source: Weyrauch and Steinert (2021), doi 10.1007/s11558-021-09413-5, who compare it before, during and after
 * membership; the phases are our own.
 */
export const studyYears = ({
  entrances,
  members,
  scores,
  coverageOn,
  before,
  to,
}: StudyInput): readonly StudyYear[] => {
  const years = [...scores.keys()].filter((year) => year <= to).toSorted((a, b) => a - b)
  return years.flatMap((year) => {
    const day = lastDayOfYear(year)
    const of = scores.get(year)
    const rated = [...members].flatMap(([state, lines]): readonly Rated[] => {
      const value = of?.get(state)?.value
      const isMember = lines.some((spans) => membershipOn(spans, day)?.kind === 'full')
      return isMember && value !== undefined ? [{ state, value }] : []
    })
    return entrances.flatMap(({ actor, spans }): readonly StudyYear[] => {
      const placed = phaseOn(spans, day, before)
      if (placed === undefined) return []
      const isCarried = coverageOn(day, actor).state === 'carried'
      const score = of?.get(actor)
      const own = score?.value ?? null
      const others = rated.filter(({ state }) => state !== actor)
      const mean = isCarried ? null : meanOf(others)
      const missing = placed.missing ?? whyNone(isCarried, own, mean)
      return [
        {
          state: actor,
          year,
          number: placed.number,
          phase: placed.phase,
          own,
          mean,
          rated: isCarried ? 0 : others.length,
          distance: missing !== null || own === null || mean === null ? null : Math.abs(own - mean),
          missing,
          decidedBy: unionOf(placed.decidedBy, score?.decidedBy ?? []),
        },
      ]
    })
  })
}

const whyNone = (isCarried: boolean, own: number | null, mean: number | null): NoDistance | null => {
  if (isCarried) return 'memberships-not-covered'
  if (own === null) return 'no-own-score'
  return mean === null ? 'no-rated-member' : null
}

/** Those of some years that have a distance, in their phases. */
export const withDistance = (years: readonly StudyYear[]): readonly PhaseYear[] =>
  years.flatMap(({ state, year, number, phase, distance }) =>
    phase === null || distance === null ? [] : [{ state, year, number, phase, value: distance }],
  )
