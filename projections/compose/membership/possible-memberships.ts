import { addDays, lastDayOfYear, yearOf, firstDayOfYear, type Day } from '../../../src/time/day.ts'
import type { DateRange } from '../../../src/time/date-range.ts'
import { resolutionOf, resolveDate, type DatePolicy } from '../../../src/time/date-policy.ts'
import { holdsOn } from '../../../src/time/timeline.ts'
import { isMember, type MembershipSpan } from './membership.ts'

/**
 * How a code for a year is read on a day: `whole`, for every day of the year, or with the beginning and the end of a
 * run on one of the days of its first and last year.
 */
export const yearCodings = ['whole', 'edges'] as const
export type YearCodes = (typeof yearCodings)[number]

export interface DateReading {
  readonly dates: DatePolicy
  readonly yearCodes: YearCodes
  /** The days that a series speaks of. A run that begins or ends with its series is not said to begin or end then. */
  readonly seriesOf: (track: string) => { readonly from: Day; readonly to: Day } | undefined
}

/** One way in which an actor may have stood in an organisation on a day; undefined where nothing tells of it. */
export type PossibleMembership = MembershipSpan | undefined

/**
 * All ways in which an actor may have stood in an organisation on a day: one where its dates are certain, else one for
 * each standing that some day of its uncertain dates gives. The first way counts what is possible as held. `spans` are
 * those of this actor and organisation, in the order of their beginnings, under a policy that takes one day of each
 * date from acts on these days; dated acts answer before observed years.
 *
 * An uncertain date on [lo, hi] leaves possible spans on [lo, hi): of what it begins, and of what held before, where
 * anything did.
 */
export const possibleMembershipsOn = (
  spans: readonly MembershipSpan[],
  day: Day,
  how: DateReading,
): readonly PossibleMembership[] => {
  let observed: MembershipSpan | undefined
  let possible: MembershipSpan[] | undefined
  for (const span of spans) {
    if (!holdsOn(span, day)) continue
    if (span.observed) observed ??= span
    else if (span.certainty === 'certain') return [span]
    else (possible ??= []).push(span)
  }
  if (possible !== undefined) return byActs(spans, possible, observed, day, how)
  return observed === undefined ? [undefined] : byYears(spans, observed, day, how)
}

/** Each kind that is possible; and what holds before the first act, where that may not have been done yet. */
const byActs = (
  spans: readonly MembershipSpan[],
  possible: readonly MembershipSpan[],
  observed: MembershipSpan | undefined,
  day: Day,
  how: DateReading,
): readonly PossibleMembership[] => {
  const begun = spans.some(
    (span) => !span.observed && isMember(span.kind) && span.certainty === 'certain' && span.from <= day,
  )
  return distinct(
    begun ? possible : [...possible, ...(observed === undefined ? [undefined] : byYears(spans, observed, day, how))],
  )
}

/**
 * A source that codes years speaks of the years: a run began on one of the days of its first year, and its first day
 * out is one from the second day of its last year on. Another kind of membership in the year before or after is a
 * change, on a day of the year in which the later was first coded.
 */
const byYears = (
  spans: readonly MembershipSpan[],
  span: MembershipSpan,
  day: Day,
  how: DateReading,
): readonly PossibleMembership[] => {
  if (span.certainty === 'possible') return distinct([span, undefined])
  const isInside = day - span.from > 366 && span.to - day > 366
  if (how.yearCodes === 'whole' || !isMember(span.kind) || isInside) return [span]
  const { before, start, end } = edgesOf(spans, span, how)
  const resolution = resolutionOf(how.dates)
  if (resolution === undefined) {
    const mayNotHaveBegun = start !== undefined && day < start.hi
    const mayHaveEnded = end !== undefined && day >= end.lo
    return distinct([span, ...(mayNotHaveBegun ? [before] : []), ...(mayHaveEnded ? [undefined] : [])])
  }
  if (start !== undefined && day < resolveDate(start, resolution)) return [before]
  return end !== undefined && day >= resolveDate(end, resolution) ? [undefined] : [span]
}

/** Between which days a run of coded years began, and was over, where its source says so; and what it followed. */
const edgesOf = (spans: readonly MembershipSpan[], span: MembershipSpan, { seriesOf }: DateReading) => {
  const series = seriesOf(span.track)
  const ofTrack = spans.filter((other) => other.observed && other.track === span.track && isMember(other.kind))
  const before = ofTrack.find(({ to }) => to === span.from)
  const goesOn = span.to === series?.to || ofTrack.some(({ from }) => from === span.to)
  const start: DateRange | undefined =
    before?.kind === span.kind || span.from === series?.from
      ? undefined
      : { lo: span.from, hi: lastDayOfYear(yearOf(span.from)) }
  const end: DateRange | undefined = goesOn
    ? undefined
    : { lo: addDays(firstDayOfYear(yearOf(addDays(span.to, -1))), 1), hi: span.to }
  return { before, start, end }
}

/** One way for each kind, those of members first. */
const distinct = (ways: readonly PossibleMembership[]): readonly PossibleMembership[] => {
  const kinds = new Map<string, PossibleMembership>()
  for (const way of [...ways.filter((one) => one !== undefined && isMember(one.kind)), ...ways]) {
    const kind = way === undefined || !isMember(way.kind) ? 'out' : way.kind
    if (!kinds.has(kind)) kinds.set(kind, way)
  }
  return [...kinds.values()]
}
