import type { EntryIntoForceRule, ExitRule, OpenTo } from '../../../src/events/clauses.ts'
import type { Day } from '../../../src/time/day.ts'
import type { EventId } from '../../../src/time/event-id.ts'
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
