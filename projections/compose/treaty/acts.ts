import type { ActClass } from '../../../src/events/treaty.ts'
import type { Day } from '../../../src/time/day.ts'
import type { DateRange } from '../../../src/time/date-range.ts'
import type { EventId } from '../../../src/time/event-id.ts'

/** One act of one actor under a treaty, as known at one moment. */
export interface Act {
  readonly actor: string
  readonly class: ActClass
  /** The event type. */
  readonly form: string
  readonly done: DateRange
  /** Where a source states the day of effect. */
  readonly effect: DateRange | undefined
  /** What else the act says: whether a signature is ad referendum, who declared a notice ineffective, … */
  readonly detail: Readonly<Record<string, unknown>>
  readonly decidedBy: readonly EventId[]
}

/** An act on one exact day. */
export interface DatedAct extends Omit<Act, 'done' | 'effect'> {
  readonly day: Day
  readonly effect: Day | undefined
}

/** What ran on the days [from, to). */
export interface Stretch {
  readonly from: Day
  readonly to: Day
  readonly decidedBy: readonly EventId[]
}

/**
 * Of what the depositary lists as no longer standing: whether that is a signature or a provisional application, and not
 * a consent.
 */
export const isOfSignature = ({ detail }: Pick<Act, 'detail'>): boolean =>
  typeof detail['act'] === 'string' && !detail['act'].startsWith('consent/')
