import type { EventId } from './event-id.ts'
import type { Day } from './day.ts'

export type Certainty = 'certain' | 'possible'

/** A value that held on the days [from, to), and the events that decided it. */
export interface Span<V> {
  readonly from: Day
  /** First day on which it no longer held; FOREVER if open. */
  readonly to: Day
  readonly value: V
  readonly certainty: Certainty
  readonly decidedBy: readonly EventId[]
}

/** Spans in order, without overlap. A gap says nothing; it does not say "no". */
export type Timeline<V> = readonly Span<V>[]

/** The span that holds on a day, if any does. */
export const at = <V>(timeline: Timeline<V>, day: Day): Span<V> | undefined =>
  timeline.find((span) => span.from <= day && day < span.to)

/** The part of a timeline on the days [from, to). */
export const between = <V>(timeline: Timeline<V>, from: Day, to: Day): Timeline<V> =>
  timeline
    .filter((span) => Math.max(span.from, from) < Math.min(span.to, to))
    .map((span) => ({ ...span, from: Math.max(span.from, from) as Day, to: Math.min(span.to, to) as Day }))

export const mapValues = <V, W>(timeline: Timeline<V>, map: (value: V, span: Span<V>) => W): Timeline<W> =>
  timeline.map((span) => ({ ...span, value: map(span.value, span) }))

export const unionOf = (...lists: readonly (readonly EventId[])[]): readonly EventId[] => [...new Set(lists.flat())]

/** The days on which either timeline starts or ends a span, in order. */
export const cuts = (...timelines: readonly Timeline<unknown>[]): readonly Day[] =>
  [...new Set(timelines.flatMap((timeline) => timeline.flatMap((span) => [span.from, span.to])))].toSorted(
    (a, b) => a - b,
  )
