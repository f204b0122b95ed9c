import type { EventId } from '../../src/time/event-id.ts'

/** Something legally odd: accepted, and said. */
export interface Anomaly {
  readonly code: string
  /** The article that it offends, of the Vienna Convention on the Law of Treaties where no other is named. */
  readonly article: string
  readonly says: string
  readonly events: readonly EventId[]
}
