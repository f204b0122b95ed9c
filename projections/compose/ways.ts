import { addDays, FOREVER, lastDayOfYear, yearOf, firstDayOfYear, type Day } from '../../src/time/day.ts'
import { resolutionOf, resolveDate, type DatePolicy, type Resolution } from '../../src/time/date-policy.ts'
import type { DateRange } from '../../src/time/edtf.ts'
import { isMember, type MembershipSpan } from './membership.ts'

/** How a code for a year is read on a day: `whole`, for every day of the year, or with the beginning and the end of a run on one of the days of its first and last year. */
export const yearCodings = ['whole', 'edges'] as const
export type YearCodes = (typeof yearCodings)[number]

export interface DateReading {
  readonly dates: DatePolicy
  readonly yearCodes: YearCodes
  /** The days that a series speaks of. A run that begins or ends with its series is not said to begin or end then. */
  readonly seriesOf: (track: string) => { readonly from: Day; readonly to: Day } | undefined
  /** The last day on which a membership may have started that may have started on the first day of the span. */
  readonly startedBy: (span: MembershipSpan) => Day | undefined
}

/** One way in which an actor may have stood in an organisation on a day; undefined where nothing tells of it. */
export type Way = MembershipSpan | undefined

const holds = (span: MembershipSpan, day: Day): boolean => span.from <= day && day < span.to

/**
 * All ways in which an actor may have stood in an organisation on a day: one where its dates are certain, else one for each standing that some
 * day of its uncertain dates gives; under a policy that takes one day of each, the way that these give. The first way counts what is possible as
 * held. `spans` are those of this actor and organisation, in the order of their beginnings; dated acts answer before observed years.
 *
 * An uncertain date on [lo, hi] leaves a possible span on [lo, hi): a start has happened there or not, an end likewise, and where one kind of
 * membership passes into another on one uncertain day, either the one holds or the other.
 */
export const waysOn = (spans: readonly MembershipSpan[], day: Day, how: DateReading): readonly Way[] => {
  let observed: MembershipSpan | undefined
  let possible: MembershipSpan[] | undefined
  for (const span of spans) {
    if (!holds(span, day)) continue
    if (span.observed) observed ??= span
    else if (span.certainty === 'certain') return [span]
    else (possible ??= []).push(span)
  }
  if (possible !== undefined) return byActs(spans, possible, observed, day, how)
  return observed === undefined ? [undefined] : byYears(spans, observed, day, how)
}

type Edge = 'start' | 'end' | 'both' | 'alone'

/** Whether a possible span is the uncertain beginning of a certain one, the uncertain end of one, or stands by itself. */
const edgeOf = (spans: readonly MembershipSpan[], span: MembershipSpan): Edge => {
  const beside = spans.filter(({ kind, certainty, track }) => kind === span.kind && certainty === 'certain' && track === span.track)
  const after = beside.some(({ from }) => from === span.to)
  const before = beside.some(({ to }) => to === span.from)
  return before && after ? 'both' : after ? 'start' : before ? 'end' : 'alone'
}

const byActs = (spans: readonly MembershipSpan[], possible: readonly MembershipSpan[], observed: MembershipSpan | undefined, day: Day, how: DateReading): readonly Way[] => {
  const members = possible.filter(({ kind }) => isMember(kind))
  const left = possible.find(({ kind }) => !isMember(kind))
  const edges = members.map((span) => ({ span, edge: edgeOf(spans, span) }))
  // Where an interval ends on the uncertain day on which another of the same kind begins, it is held in any case.
  const unbroken = left === undefined ? edges.find(({ edge }) => edge === 'both') : undefined
  if (unbroken !== undefined) return [unbroken.span]
  const otherwise = (): readonly Way[] => (left !== undefined ? [left] : observed === undefined ? [undefined] : byYears(spans, observed, day, how))
  const ways: Way[] = []
  for (const happened of readingsOfEdges(edges, day, how, (span) => aloneOn(spans, span, day, how))) {
    const held = edges.find(({ span, edge }) => (edge === 'end' ? !happened(span) : happened(span)))
    ways.push(...(held === undefined ? otherwise() : [held.span]))
  }
  return distinct(ways)
}

/** Every way in which the uncertain dates may have come to pass by a day, or the one that the policy gives. Edges on the same days are one date. */
const readingsOfEdges = (
  edges: readonly { readonly span: MembershipSpan; readonly edge: Edge }[],
  day: Day,
  { dates }: DateReading,
  alone: (span: MembershipSpan) => boolean,
): readonly ((span: MembershipSpan) => boolean)[] => {
  const resolution = resolutionOf(dates)
  if (resolution !== undefined) {
    const edgeBy = new Map(edges.map(({ span, edge }) => [span, edge]))
    return [(span) => (edgeBy.get(span) === 'start' || edgeBy.get(span) === 'end' ? resolveDate({ lo: span.from, hi: span.to }, resolution) <= day : alone(span))]
  }
  const variable = ({ span, edge }: (typeof edges)[number]) => (edge === 'start' || edge === 'end' ? `${span.from} ${span.to}` : edges.findIndex((one) => one.span === span))
  const variables = [...new Set(edges.map(variable))]
  return Array.from({ length: 2 ** variables.length }, (_, choice) => (span: MembershipSpan) => {
    const edge = edges.find((one) => one.span === span) as (typeof edges)[number]
    return (choice & (1 << variables.indexOf(variable(edge)))) !== 0
  })
}

/** Whether a membership whose beginning and end may be any of its days was held, by the policy. Its end is the beginning of the standing after it. */
const aloneOn = (spans: readonly MembershipSpan[], span: MembershipSpan, day: Day, { dates, startedBy }: DateReading): boolean => {
  const ended = spans.find((other) => other !== span && !other.observed && !isMember(other.kind) && other.certainty === 'possible' && other.to === span.to)
  const resolution = resolutionOf(dates) as Resolution
  return within({ lo: span.from, hi: startedBy(span) ?? span.to }, { lo: ended?.from ?? span.from, hi: span.to }, day, resolution)
}

const within = (start: DateRange, end: DateRange, day: Day, to: Resolution): boolean => resolveDate(start, to) <= day && day < resolveDate(end, to)

/**
 * A source that codes years speaks of the years: a run began on one of the days of its first year, and its first day out is one from the second
 * day of its last year on. Another kind of membership in the year before or after is a change, on a day of the year in which the later was first coded.
 */
const byYears = (spans: readonly MembershipSpan[], span: MembershipSpan, day: Day, { dates, yearCodes, seriesOf }: DateReading): readonly Way[] => {
  if (yearCodes === 'whole' || !isMember(span.kind) || (day - span.from > 366 && span.to - day > 366)) return [span]
  const series = seriesOf(span.track)
  const ofTrack = spans.filter((other) => other.observed && other.track === span.track && isMember(other.kind))
  const before = ofTrack.find(({ to }) => to === span.from)
  const goesOn = span.to === series?.to || ofTrack.some(({ from }) => from === span.to)
  const start = before?.kind === span.kind || span.from === series?.from ? undefined : { lo: span.from, hi: lastDayOfYear(yearOf(span.from)) }
  const end = goesOn ? undefined : { lo: addDays(firstDayOfYear(yearOf(addDays(span.to, -1))), 1), hi: span.to }
  const resolution = resolutionOf(dates)
  if (resolution === undefined) {
    const mayNotHaveBegun = start !== undefined && day < start.hi
    const mayHaveEnded = end !== undefined && day >= end.lo
    return distinct([span, ...(mayNotHaveBegun ? [before] : []), ...(mayHaveEnded ? [undefined] : [])])
  }
  if (start !== undefined && day < resolveDate(start, resolution)) return [before]
  return end !== undefined && day >= resolveDate(end, resolution) ? [undefined] : [span]
}

/** One way for each kind, those of members first. */
const distinct = (ways: readonly Way[]): readonly Way[] => {
  const kinds = new Map<string, Way>()
  for (const way of [...ways.filter((one) => one !== undefined && isMember(one.kind)), ...ways]) {
    const kind = way === undefined || !isMember(way.kind) ? 'out' : way.kind
    if (!kinds.has(kind)) kinds.set(kind, way)
  }
  return [...kinds.values()]
}

/** The days that each series speaks of, by the spans that there are of it. */
export const seriesIn = (spans: readonly MembershipSpan[]): DateReading['seriesOf'] => {
  const series = new Map<string, { from: Day; to: Day }>()
  for (const { track, observed, from, to } of spans) {
    if (!observed) continue
    const known = series.get(track)
    if (known === undefined) series.set(track, { from, to })
    else {
      if (from < known.from) known.from = from
      if (to > known.to && to < FOREVER) known.to = to
    }
  }
  return (track) => series.get(track)
}
