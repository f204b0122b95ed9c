import type { FollowFilter } from '../../queries/following/followed.ts'

/** An event as it is sent, written once for all who get it. */
export interface Entry {
  readonly ordinal: number
  /** The place after it: the `id:` of what is sent. */
  readonly place: string
  readonly frame: string
  /** The filters that mean it, of those that were asked about; all events are meant by the empty one. */
  readonly meantBy: readonly string[]
}

/** Entries in order, and how far the log was looked through for them. */
export interface Batch {
  readonly entries: readonly Entry[]
  readonly to: number
  /** The place there. */
  readonly place: string
}

/** Where a client begins, or why it cannot go on from where it says it was. */
export type Begun =
  | { readonly ordinal: number; readonly place: string }
  | { readonly reset: 'unknown-position' | 'beyond-head'; readonly says: string }

/** What a client asks for. Plain data. */
export interface Wanted {
  readonly filter: FollowFilter
  /** The place after which it wants to go on; the head where it says nothing. */
  readonly after: string | undefined
}

/** What the feed reads from, in this thread or in another. It reads what the read model holds. */
export interface FeedReading {
  /** Throws what the question `events` throws for such a filter. */
  readonly begin: (wanted: Wanted) => Promise<Begun>
  /** What follows an ordinal, for the clients that are there; where that is too much, only how far it goes. */
  readonly live: (after: number, filters: readonly FollowFilter[]) => Promise<Batch>
  /** What follows an ordinal, for a client that comes from there. */
  readonly page: (after: number, filter: FollowFilter) => Promise<Batch>
  /** Calls whenever something was appended to the log, by whomever, until it is closed; and when it fails for good. */
  readonly follow: (moved: () => void, failed: (thrown: unknown) => void) => void
  readonly close: () => Promise<void>
}

/** What tells filters apart. */
export const keyOf = (filter: FollowFilter): string =>
  JSON.stringify(Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** The key of the filter that means every event. */
export const everything = keyOf({})

/** How many events a page holds at most. */
export const pageSize = 200
