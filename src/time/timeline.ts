import type { EventId } from './event-id.ts'
import type { Day } from './day.ts'

export type Certainty = 'certain' | 'possible'

/** The days [from, to). */
export interface Days {
  readonly from: Day
  /** First day on which it no longer held; FOREVER if open. */
  readonly to: Day
}

/** A value that held on the days [from, to), and the events that decided it. */
export interface Span<V> extends Days {
  readonly value: V
  readonly certainty: Certainty
  readonly decidedBy: readonly EventId[]
}

/** Spans in order, without overlap. A gap says nothing; it does not say "no". */
export type Timeline<V> = readonly Span<V>[]

/** Whether a day is one of those on which a span holds: its first is, its end is not. */
export const holdsOn = ({ from, to }: Days, day: Day): boolean => from <= day && day < to

/** The span that holds on a day, if any does. */
export const at = <V>(timeline: Timeline<V>, day: Day): Span<V> | undefined =>
  timeline.find((span) => holdsOn(span, day))

/** The part of a timeline on the days [from, to). */
export const between = <V>(timeline: Timeline<V>, from: Day, to: Day): Timeline<V> =>
  timeline
    .filter((span) => Math.max(span.from, from) < Math.min(span.to, to))
    .map((span) => ({ ...span, from: Math.max(span.from, from) as Day, to: Math.min(span.to, to) as Day }))

export const mapValues = <V, W>(timeline: Timeline<V>, map: (value: V, span: Span<V>) => W): Timeline<W> =>
  timeline.map((span) => ({ ...span, value: map(span.value, span) }))

export const unionOf = (...lists: readonly (readonly EventId[])[]): readonly EventId[] => [...new Set(lists.flat())]

/** Days in their order, each once. */
export const inOrder = (days: Iterable<Day>): readonly Day[] => [...new Set(days)].toSorted((a, b) => a - b)

/** The days on which a span of some starts or ends, in order. */
export const cuts = (...timelines: readonly (readonly Days[])[]): readonly Day[] =>
  inOrder(timelines.flat().flatMap(({ from, to }) => [from, to]))

/** From each of some days to the next one, in order; the last only ends. On 1, 5 and 9 that is [1, 5) and [5, 9). */
export const segments = (days: Iterable<Day>): readonly Days[] => {
  const turns = inOrder(days)
  return turns.slice(0, -1).map((from, index) => ({ from, to: turns[index + 1] as Day }))
}

/**
 * Spans, in the order of their beginnings, of which those that touch and say the same are one. Others may overlap them.
 * `join`: what the earlier one takes over from the later, beside its end; nothing where it is left out.
 */
export const coalesce = <S extends Days>(
  spans: readonly S[],
  same: (before: S, next: S) => boolean,
  join: (before: S, next: S) => S = (before) => before,
): readonly S[] => {
  const whole: S[] = []
  for (const next of spans) {
    const index = whole.findIndex((before) => before.to === next.from && same(before, next))
    const before = whole[index]
    if (before === undefined) whole.push(next)
    else whole[index] = { ...join(before, next), to: next.to }
  }
  return whole
}

/** The earlier of two spans, decided by the events of both. */
export const decidedByBoth = <S extends { readonly decidedBy: readonly EventId[] }>(before: S, next: S): S => ({
  ...before,
  decidedBy: unionOf(before.decidedBy, next.decidedBy),
})
