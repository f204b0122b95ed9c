import type { Day } from '../../../src/time/day.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import type { DatedActOf, Stretch } from './acts.ts'

export interface Notice extends Stretch {
  /** A notice of withdrawal, or the decision of an organ that ends the participation. */
  readonly kind: 'notice' | 'cessation'
  /** The first day out that it would have had, or had. */
  readonly effect: Day
  readonly ended: 'effect' | 'revoked' | 'ineffective'
  /** A source states the day of effect; otherwise the clause gives it. */
  readonly stated: boolean
}

/** One spell as a contracting state: from consent to exit. */
export interface Spell {
  readonly number: number
  /** The act that opened it. */
  readonly act: DatedActOf<'consent'>
  readonly consent: Day
  /** First day in force for the actor; FOREVER while it is not known to be. */
  readonly force: Day
  /** First day out. */
  readonly out: Day
  /** The instrument was taken back before the treaty was in force. */
  readonly takenBack: boolean
  /** The depositary lists the act as one that no longer stands, and nothing else tells of an exit. */
  readonly lapsed: boolean
  readonly notices: readonly Notice[]
  /** Notices that the treaty, or whoever decided on them, gives no effect; each from its day on. */
  readonly contested: readonly Stretch[]
  readonly suspensions: readonly Stretch[]
  readonly decidedBy: readonly EventId[]
  readonly exitDecidedBy: readonly EventId[]
}
