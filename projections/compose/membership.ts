import { FOREVER, formatDay, yearOf, type Day } from '../../src/time/day.ts'
import type { DateRange } from '../../src/time/edtf.ts'
import type { EventId } from '../../src/time/event-id.ts'
import type { Certainty } from '../../src/time/timeline.ts'
import { agreed } from './membership-agreed.ts'
import { endingOf, type ExitHistory, type MembershipExit } from './membership-exit.ts'

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
  /** Since when it has stood so: a day, `first/last` where only that is known, or a year where the source coded years. */
  readonly since: string
  readonly certainty: Certainty
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

const holdsOn = (span: MembershipSpan, day: Day): boolean => span.from <= day && day < span.to

/** Where the unbroken run of the same standing in the same track began. */
const beginOf = (spans: readonly MembershipSpan[], span: MembershipSpan): MembershipSpan => {
  const before = spans.find((other) => other.track === span.track && other.kind === span.kind && other.to === span.from)
  return before === undefined ? span : beginOf(spans, before)
}

/**
 * The span that answers for one actor and organisation on a day. Dated acts answer for the days that they cover; elsewhere what was
 * observed year by year does. `spans` are those of this actor and organisation.
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

const firstAfter = (spans: readonly MembershipSpan[], day: Day): Day =>
  Math.min(FOREVER, ...spans.filter((span) => span.observed && isMember(span.kind) && span.from > day).map(({ from }) => from)) as Day

/** Whether a standing is a membership of some kind; `unknown` is none that is known. */
export const isMember = (kind: MembershipKind): boolean => kind === 'full' || kind === 'associate' || kind === 'observer'

/**
 * What dated acts and years say, once notices of withdrawal have taken effect: from then on the actor is out, until it is admitted again
 * or, where no admission is recorded, until a source codes it as a member anew. Where the order of acts is open, only what all orders say is certain.
 * `spans` are those of one actor and organisation.
 */
export const afterExits = (spans: readonly MembershipSpan[], { orders }: Pick<ExitHistory, 'orders'>): readonly MembershipSpan[] =>
  agreed(orders.map((exits) => endingOf(exits).reduce(afterExit, spans)))

const afterExit = (told: readonly MembershipSpan[], exit: MembershipExit): readonly MembershipSpan[] => {
  const { lo, hi } = exit.effect as DateRange
  const model = told[0]
  if (model === undefined) return told
  const until = untilWhen(told, exit)
  if (until.hi <= lo) return told
  const readmitted = until.hi === exit.until.hi
  const certainOut = exit.undone === undefined && (readmitted || until.lo === until.hi)
  const piece = (span: MembershipSpan, from: Day, to: Day, certainty: Certainty): readonly MembershipSpan[] =>
    from < to ? [{ ...span, from, to, certainty: span.certainty === 'possible' ? 'possible' : certainty }] : []
  const kept = told.flatMap((span) => {
    if (span.observed || !isMember(span.kind) || span.to <= lo) return [span]
    if (span.from >= until.hi) return readmitted || beginOf(told, span).from >= until.hi ? [span] : piece(span, span.from, span.to, 'possible')
    const last = certainOut ? (Math.min(hi, span.to) as Day) : span.to
    const [again, anew] = [Math.max(until.lo, last, span.from) as Day, Math.max(until.hi, last) as Day]
    const mayBeLater = readmitted || span.from >= until.lo
    return [
      ...piece(span, span.from, Math.min(lo, span.to) as Day, 'certain'),
      ...piece(span, Math.max(lo, span.from) as Day, last, 'possible'),
      ...(mayBeLater ? [...piece(span, again, Math.min(until.hi, span.to) as Day, 'possible'), ...piece(span, anew, span.to, readmitted ? 'certain' : 'possible')] : []),
    ]
  })
  const gone: MembershipSpan = { igo: model.igo, actor: model.actor, kind: 'none', track: 'acts', from: lo, to: until.hi, certainty: 'certain', observed: false, decidedBy: exit.decidedBy }
  if (!certainOut) return [...kept, ...piece(gone, lo, until.hi, 'possible')]
  return [...kept, ...piece(gone, lo, Math.min(hi, until.hi) as Day, 'possible'), ...piece(gone, hi, until.lo, 'certain'), ...piece(gone, Math.max(hi, until.lo) as Day, until.hi, 'possible')]
}

/** When an exit is over: with the next admission; where none is told, or not surely, when a source codes it as a member anew. */
const untilWhen = (told: readonly MembershipSpan[], { effect, until }: MembershipExit): DateRange => {
  const { lo, hi } = effect as DateRange
  const admitted = told.filter((span) => !span.observed && isMember(span.kind) && span.from < hi)
  if (admitted.some(({ certainty, from }) => certainty === 'certain' && from < lo)) return until
  return { lo: Math.min(until.lo, firstAfter(told, lo)) as Day, hi: admitted.length > 0 ? until.hi : (Math.min(until.hi, firstAfter(told, hi)) as Day) }
}

/** A run that begins with a possible piece begins on one of its days, or on the day after. */
export const sinceWhen = ({ from, to, certainty }: { readonly from: Day; readonly to: Day; readonly certainty: Certainty }): string =>
  certainty === 'certain' || to >= FOREVER ? formatDay(from) : `${formatDay(from)}/${formatDay(to)}`

/** The standing of one actor in one organisation on a day, with since when, how certain and why. */
export const membershipOn = (spans: readonly MembershipSpan[], day: Day): MembershipAnswer | undefined => {
  const standing = standingOn(spans, day)
  const mayBeIn = standing?.kind === 'none' && standing.certainty === 'possible' ? spans.find((span) => !span.observed && isMember(span.kind) && holdsOn(span, day)) : undefined
  const span = mayBeIn ?? standing
  if (span === undefined) return undefined
  const begin = beginOf(spans, span)
  return {
    igo: span.igo,
    actor: span.actor,
    kind: span.kind,
    since: span.observed ? String(yearOf(begin.from)) : sinceWhen(begin),
    certainty: certaintyOn(span, day),
    decidedBy: span.decidedBy,
  }
}
