import type { EventId } from '../../time/event-id.ts'

/** What one side of a conflict says. */
export interface Side {
  readonly value: string
  readonly decidedBy: readonly EventId[]
}

/**
 * Two sources, two releases of one series, or a source and a clause, that cannot both be right. Days are ISO days; null
 * is an open end.
 */
export interface Conflict {
  readonly about: 'memberships' | 'treaties' | 'scores'
  readonly between: 'sources' | 'releases' | 'clause'
  readonly actor: string
  readonly subject: string
  /** The act, the indicator or the standing that they disagree about. */
  readonly what: string
  readonly from: string | null
  readonly to: string | null
  readonly follows: Side
  readonly against: Side
}

/** What a user asks about; undefined: everything. */
export interface ConflictsOf {
  readonly actor?: string | undefined
  /** A treaty, an organisation, or `rater:indicator`. */
  readonly subject?: string | undefined
}
