import { FOREVER, formatDay, yearOf, type Day } from '../../../src/time/day.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { holdsOn, type Certainty } from '../../../src/time/timeline.ts'

export type MembershipKind = 'full' | 'associate' | 'observer' | 'none' | 'unknown'

/** What one source says of one actor in one organisation on the days [from, to). */
export interface MembershipSpan {
  readonly igo: string
  readonly actor: string
  readonly kind: MembershipKind
  /** `acts`, or the series that observed whole years. */
  readonly track: string
  readonly from: Day
  readonly to: Day
  readonly certainty: Certainty
  /** Whether the source coded years, not days. */
  readonly observed: boolean
  /** Whether it begins with the first admission of all: surely, or in some orders of the acts. */
  readonly firstAdmission?: Certainty | undefined
  readonly decidedBy: readonly EventId[]
}

export interface MembershipAnswer {
  readonly igo: string
  readonly actor: string
  readonly kind: MembershipKind
  /**
   * Since when it has stood so: a day, `first/last` where only that is known, or a year where the source coded years.
   */
  readonly since: string
  readonly certainty: Certainty
  /** Whether its source coded years, not days. */
  readonly observed: boolean
  readonly decidedBy: readonly EventId[]
}

/** A source that codes years speaks for its years; of the first and the last it does not say on which day. */
const certaintyOn = (span: MembershipSpan, day: Day): Certainty => {
  if (!span.observed || span.certainty === 'possible') return span.certainty
  const first = yearOf(span.from)
  const last = yearOf((span.to - 1) as Day)
  const year = yearOf(day)
  return year === first || year === last ? 'possible' : 'certain'
}

/** Where the unbroken run of the same standing in the same track began. */
export const beginOf = (spans: readonly MembershipSpan[], span: MembershipSpan): MembershipSpan => {
  const before = spans.find((other) => other.track === span.track && other.kind === span.kind && other.to === span.from)
  return before === undefined ? span : beginOf(spans, before)
}

/**
 * The span that answers for one actor and organisation on a day. Dated acts answer for the days that they cover;
 * elsewhere what was observed year by year does. `spans` are those of this actor and organisation.
 */
export const standingOn = (spans: readonly MembershipSpan[], day: Day): MembershipSpan | undefined => {
  let observed: MembershipSpan | undefined
  for (const span of spans) {
    if (!holdsOn(span, day)) continue
    if (!span.observed) return span
    observed ??= span
  }
  return observed
}

/** Whether a standing is a membership of some kind; `unknown` is none that is known. */
export const isMember = (kind: MembershipKind): boolean =>
  kind === 'full' || kind === 'associate' || kind === 'observer'

/** A run that begins with a possible piece begins on one of its days, or on the day after. */
export const sinceWhen = ({
  from,
  to,
  certainty,
}: {
  readonly from: Day
  readonly to: Day
  readonly certainty: Certainty
}): string => (certainty === 'certain' || to >= FOREVER ? formatDay(from) : `${formatDay(from)}/${formatDay(to)}`)

/** The standing of one actor in one organisation on a day, with since when, how certain and why. */
export const membershipOn = (spans: readonly MembershipSpan[], day: Day): MembershipAnswer | undefined => {
  const standing = standingOn(spans, day)
  const mayBeIn =
    standing?.kind === 'none' && standing.certainty === 'possible'
      ? spans.find((span) => !span.observed && isMember(span.kind) && holdsOn(span, day))
      : undefined
  const span = mayBeIn ?? standing
  if (span === undefined) return undefined
  const begin = beginOf(spans, span)
  return {
    igo: span.igo,
    actor: span.actor,
    kind: span.kind,
    since: span.observed ? String(yearOf(begin.from)) : sinceWhen(begin),
    certainty: certaintyOn(span, day),
    observed: span.observed,
    decidedBy: span.decidedBy,
  }
}
