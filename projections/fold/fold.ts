import type { RecordedEvent } from '../../src/events/envelope.ts'
import type { JsonObject } from '../../src/events/json.ts'
import type { Source } from '../../src/events/source.ts'
import type { Day } from '../../src/time/day.ts'
import type { DateRange } from '../../src/time/date-range.ts'
import type { EventId } from '../../src/time/event-id.ts'
import type { Certainty } from '../../src/time/timeline.ts'

/** What the log asserts, once corrections and retractions are applied: one event as it should have read. */
export interface Fact {
  readonly id: EventId
  readonly type: string
  readonly stream: string
  /** When it was done. A definition has no date: its range is all time. */
  readonly occurred: DateRange
  readonly effective: DateRange | undefined
  readonly data: JsonObject
  readonly sources: readonly Source[]
  /** What the assertion is about, within its stream and actor: `consent/1`. Undefined where its source does not say. */
  readonly fact: string | undefined
  /** The event itself and the corrections that shaped it. */
  readonly decidedBy: readonly EventId[]
}

/** A cell of a column: text, number, or nothing. */
export type Cell = string | number | null

/** What held on the days [from, to), in the columns of the fold's table. */
export interface Interval<C extends { readonly [column: string]: Cell }> {
  readonly from: Day
  readonly to: Day
  readonly certainty: Certainty
  readonly decidedBy: readonly EventId[]
  readonly columns: C
}

/**
 * A projection: a pure function from the facts of one key of one stream to intervals. No clock, no database, no other
 * stream. The runner knows about knowledge time, corrections and rows; the fold does not.
 */
export interface Fold {
  readonly name: string
  /** The first words of the streams that it reads. */
  readonly reads: readonly string[]
  readonly table: string
  readonly columns: readonly string[]
  /** Facts of one key in legal order in, intervals out. */
  readonly intervals: (facts: readonly Fact[]) => readonly Interval<Record<string, Cell>>[]
}

/** Declares a fold; the columns of its intervals are those of its table. */
export const fold = <C extends { readonly [column: string]: Cell }>(definition: {
  readonly name: string
  readonly reads: readonly string[]
  readonly table: string
  readonly columns: readonly (keyof C & string)[]
  readonly intervals: (facts: readonly Fact[]) => readonly Interval<C>[]
}): Fold => definition as unknown as Fold

/** The stream's subject: `cat` of `treaty-cat`. */
export const subjectOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1)

/**
 * Which part of its stream an event is folded with: its actor, or `*` for the treaty, organisation, norm or state
 * itself.
 */
export const keyOf = (event: Pick<RecordedEvent, 'data'>): string => {
  const actor = event.data.actor
  return typeof actor === 'string' ? actor : '*'
}

/** The payload of a fact in the shape that its type's schema guarantees. */
export const payload = <P>(fact: Fact): P => fact.data as unknown as P
