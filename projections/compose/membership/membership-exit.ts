import type { ExitRule } from '../../../src/events/clauses.ts'
import type { Day } from '../../../src/time/day.ts'
import type { DateRange } from '../../../src/time/date-range.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import type { MembershipActClass } from '../../folds/igo-acts.ts'

/** One act by which an actor came to an organisation or left it. */
export interface MembershipAct {
  readonly class: MembershipActClass
  readonly mode: string | undefined
  /** When it was done; of an end: the first day out. */
  readonly done: DateRange
  /** Of a notice, where a source states it: the first day out. */
  readonly effect: DateRange | undefined
  readonly decidedBy: readonly EventId[]
}

/** What the constituent treaty says of leaving, and the days of the organisation itself. */
export interface ExitClause {
  readonly rule: ExitRule
  readonly founded: Day
  /** First day on which the organisation was no more. */
  readonly dissolved: Day | undefined
  readonly decidedBy: readonly EventId[]
}

/** One way out: a notice and what became of it, or an end without one. */
export interface MembershipExit {
  readonly notified: DateRange | undefined
  /** First day out, also of a notice that was taken back: when it would have been. Undefined where nothing tells. */
  readonly effect: DateRange | undefined
  readonly revoked: DateRange | undefined
  /** Whether the notice was taken back while it certainly had not taken effect, possibly so, or never or too late. */
  readonly undone: 'certain' | 'possible' | undefined
  /** A notice under a treaty that lets nobody out, of which nothing came. */
  readonly ineffective: boolean
  /** `stated` where a source names the day, `derived` where the clause does, else `none`. */
  readonly basis: 'stated' | 'derived' | 'none'
  /** Whether an end was recorded; else the notice itself ends the membership. */
  readonly ended: boolean
  /** The next admission after it, or never. */
  readonly until: DateRange
  readonly decidedBy: readonly EventId[]
}
