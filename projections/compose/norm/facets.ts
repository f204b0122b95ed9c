import type { Day } from '../../../src/time/day.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { holdsOn, unionOf, type Span } from '../../../src/time/timeline.ts'
import { isBound, type NormStatus } from './norm-statuses.ts'
import type { InstrumentRule } from './links.ts'

/** What an actor says against a norm: against its validity, or against its application to the case. */
export interface Contestation {
  readonly type: string
  readonly stance: 'objecting' | 'contesting'
}

/** A domestic act that makes the norm part of the law at home. */
export interface Incorporation {
  readonly kind: string
  readonly title: string
}

/** What stands beside the instruments. Spans may overlap. */
export interface NormEvidence {
  readonly rule?: InstrumentRule
  readonly endorsements?: readonly Span<string>[]
  readonly contestations?: readonly Span<Contestation>[]
  readonly incorporations?: readonly Span<Incorporation>[]
  /** When practice was as good as the norm's definition asks of the internalized; absent where it asks nothing. */
  readonly practised?: readonly Span<true>[]
}

export const noneBeside: NormEvidence = {}

interface FacetsOn {
  /** The facet of law and domestic acts. */
  readonly commitment: ReadonlySet<NormStatus>
  /** The composite label. */
  readonly status: ReadonlySet<NormStatus>
  readonly contestation: readonly Contestation[]
  readonly institutionalizedBy: readonly EventId[]
  readonly decidedBy: readonly EventId[]
}

const holding = <V>(spans: readonly Span<V>[] | undefined, day: Day): readonly Span<V>[] =>
  (spans ?? []).filter((span) => holdsOn(span, day))

/** With certainty, at most possibly, or not. */
const sure = (spans: readonly Span<unknown>[]): readonly boolean[] => {
  if (spans.length === 0) return [false]
  return spans.some(({ certainty }) => certainty === 'certain') ? [true] : [true, false]
}

const idsOf = (spans: readonly Span<unknown>[]): readonly EventId[] =>
  unionOf(...spans.map(({ decidedBy }) => decidedBy))

/**
 * Puts beside the law what is not law. Bound without qualification and incorporated at home is INSTITUTIONALIZED. Words
 * against the norm show only where the actor is not bound. Good practice makes a view of it, INTERNALIZED, and never
 * touches the commitment.
 */
export const besideOn = (beside: NormEvidence, day: Day, law: ReadonlySet<NormStatus>): FacetsOn => {
  const incorporations = holding(beside.incorporations, day)
  const contestations = holding(beside.contestations, day)
  const practised = holding(beside.practised, day)
  const commitment = new Set(
    [...law].flatMap((status) =>
      status === 'BOUND'
        ? sure(incorporations).map((is): NormStatus => (is ? 'INSTITUTIONALIZED' : 'BOUND'))
        : [status],
    ),
  )
  const words: NormStatus = contestations.some(({ value }) => value.stance === 'objecting') ? 'OBJECTING' : 'CONTESTING'
  const status = new Set(
    [...commitment].flatMap((one): readonly NormStatus[] => {
      if (one === 'INSTITUTIONALIZED') return sure(practised).map((is) => (is ? 'INTERNALIZED' : one))
      return isBound(one) || one === 'EXITING' ? [one] : sure(contestations).map((is) => (is ? words : one))
    }),
  )
  const institutionalizedBy = commitment.has('INSTITUTIONALIZED') ? idsOf(incorporations) : []
  return {
    commitment,
    status,
    contestation: [...new Map(contestations.map(({ value }) => [`${value.type} ${value.stance}`, value])).values()],
    institutionalizedBy,
    decidedBy: unionOf(
      institutionalizedBy,
      status.has('OBJECTING') || status.has('CONTESTING') ? idsOf(contestations) : [],
      status.has('INTERNALIZED') ? idsOf(practised) : [],
    ),
  }
}
