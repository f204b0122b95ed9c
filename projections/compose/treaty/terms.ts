import type { EntryIntoForceRule, ExitRule, OpenTo } from '../../../src/events/clauses.ts'
import type { Day } from '../../../src/time/day.ts'
import type { DateRange } from '../../../src/time/edtf.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import type { ActClass } from '../../../src/events/treaty.ts'
import type { Offset } from '../../../src/time/offset.ts'

/** A treaty's clauses, as known at one moment. */
export interface Terms {
  readonly treaty: string
  readonly title: string
  readonly entryIntoForce: EntryIntoForceRule
  readonly perParty: Offset | undefined
  /** perParty is for those who consent after entry into force only. */
  readonly laterThanEntryIntoForce: boolean
  readonly exit: ExitRule
  /** When the text was established; before that day nobody could act under it. */
  readonly concluded?: Day | undefined
  readonly opened: Day | undefined
  /** To whom alone it is open; undefined where it is open to all, or that is not recorded. */
  readonly openTo?: OpenTo | undefined
  /** The last day of signature. */
  readonly closed: Day | undefined
  readonly statedInForce: Day | undefined
  /** When the treaty ended, and what took its place. */
  readonly ended: { readonly on: Day; readonly by: string | undefined } | undefined
  readonly decidedBy: readonly EventId[]
}

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

/** Something legally odd: accepted, and said. */
export interface Anomaly {
  readonly code: string
  /** The article that it offends, of the Vienna Convention on the Law of Treaties where no other is named. */
  readonly article: string
  readonly says: string
  readonly events: readonly EventId[]
}
