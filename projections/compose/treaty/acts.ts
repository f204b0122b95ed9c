import type { ActClass } from '../../../src/events/treaty.ts'
import type { Day } from '../../../src/time/day.ts'
import type { DateRange } from '../../../src/time/date-range.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import type { Days } from '../../../src/time/timeline.ts'

/**
 * What dates a succession: the source of the act; an event that says whom the state followed and when; the lists of the
 * states, where no such event is recorded; or nothing, and then it may have been any day from the treaty's own to the
 * notification.
 */
export type SuccessionBasis = 'stated' | 'succession' | 'system' | 'unknown'

/** What the composition finds of an act by which a state succeeds to that of another. */
interface Succeeding {
  readonly predecessor?: string
  /** What dates the succession. */
  readonly succession?: SuccessionBasis
  /** The states that it followed, as far as that is known. */
  readonly predecessors?: readonly string[]
  /** Those that had nothing to succeed to. */
  readonly predecessorUnbound?: string
}

/** What an act is taken for that no event of its own tells: an instrument that went over, an end with a membership. */
interface Derived {
  readonly derived?: true
}

/** What an act says beyond who did it and when, by its class; of the classes that are not named, nothing is read. */
interface DetailOfClass {
  readonly signature: Succeeding & { readonly kind?: 'simple' | 'adReferendum' }
  readonly consent: Succeeding
  readonly consentWithdrawn: Derived
  readonly cessation: Derived & { readonly by?: string }
  readonly ineffective: { readonly by?: string }
  /** Towards one party only, it leaves the status as it is. */
  readonly suspension: { readonly towards?: string }
  readonly resumption: { readonly towards?: string }
  /** Which act no longer stands: `consent/1`. */
  readonly lapse: { readonly act: string }
}
type DetailOf<C extends ActClass> = C extends keyof DetailOfClass ? DetailOfClass[C] : object

interface Told<C extends ActClass> {
  readonly actor: string
  readonly class: C
  /** The event type. */
  readonly form: string
  readonly detail: DetailOf<C>
  /** Of an act of a state that the actor continues: that state. */
  readonly inheritedFrom?: string
  readonly decidedBy: readonly EventId[]
}

/** One act of one actor under a treaty, as known at one moment, of one class. */
export interface ActOf<C extends ActClass> extends Told<C> {
  readonly done: DateRange
  /** Where a source states the day of effect. */
  readonly effect: DateRange | undefined
}
export type Act = { readonly [C in ActClass]: ActOf<C> }[ActClass]

/** An act on one exact day, of one class. */
export interface DatedActOf<C extends ActClass> extends Told<C> {
  readonly day: Day
  readonly effect: Day | undefined
}
export type DatedAct = { readonly [C in ActClass]: DatedActOf<C> }[ActClass]

/** What ran on the days [from, to). */
export interface Stretch extends Days {
  readonly decidedBy: readonly EventId[]
}

/** Of what the depositary lists as no longer standing: whether that is a signature or a provisional application. */
export const isOfSignature = ({ detail }: Pick<ActOf<'lapse'>, 'detail'>): boolean => !detail.act.startsWith('consent/')
