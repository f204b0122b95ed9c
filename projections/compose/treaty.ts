import type { EntryIntoForceRule, ExitRule } from '../../src/events/clauses.ts'
import type { Day } from '../../src/time/day.ts'
import type { DateRange } from '../../src/time/edtf.ts'
import type { EventId } from '../../src/time/event-id.ts'
import type { Offset } from '../../src/time/offset.ts'

/** A treaty's clauses, as known at one moment. */
export interface Terms {
  readonly treaty: string
  readonly title: string
  readonly entryIntoForce: EntryIntoForceRule
  readonly perParty: Offset | undefined
  /** perParty is for those who consent after entry into force only. */
  readonly laterThanEntryIntoForce: boolean
  readonly exit: ExitRule
  readonly opened: Day | undefined
  readonly statedInForce: Day | undefined
  readonly decidedBy: readonly EventId[]
}

/** One act of one actor under a treaty, as known at one moment. */
export interface Act {
  readonly actor: string
  readonly class: string
  /** The event type. */
  readonly form: string
  readonly done: DateRange
  /** Where a source states the day of effect. */
  readonly effect: DateRange | undefined
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
