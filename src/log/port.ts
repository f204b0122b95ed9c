import type { CommitId, RecordedEvent } from '../events/envelope.ts'
import type { SealedEvent } from '../events/seal.ts'
import type { Instant } from '../time/instant.ts'

/** A place in the store. Opaque: compare it with nothing, keep it as it came. Not contiguous. */
export type Position = string & { readonly position: unique symbol }

/** What a writer believes about a stream before it appends: its last revision, or that there is no such stream. */
export type Expected = number | 'no-stream'

/** All that one commit appends to one stream. */
export interface CommitPart {
  readonly stream: string
  readonly expected: Expected
  readonly events: readonly SealedEvent[]
}

export interface CommitOptions {
  readonly recordedBy: string
  /** Makes a retry recognisable; a new one by default. */
  readonly commit?: CommitId
  /** The instant to record; the log's clock by default. Never earlier than the head. */
  readonly recordedAt?: Instant
  /**
   * When the store really took it, where the commit is backdated: kept beside `recordedAt`, sealed with it, moved with
   * it. Absent: then it was recorded.
   */
  readonly appendedAt?: Instant
}

export interface CommitReceipt {
  readonly commit: CommitId
  readonly recordedAt: Instant
  /** Ordinals of its first and last event; first = last + 1 where it holds none. */
  readonly firstOrdinal: number
  readonly lastOrdinal: number
  /** How many events this call wrote: 0 where the commit was there already. */
  readonly written: number
}

export interface LogHead {
  readonly ordinal: number
  readonly commits: number
  readonly recordedAt: Instant | undefined
  readonly position: Position | undefined
}

export interface ReadAll {
  /** Exclusive. */
  readonly after?: Position | undefined
  readonly limit?: number
  /**
   * Hears, in words, of each event that others wrote among the streams of the log: it is no part of it, and no reader
   * gives it.
   */
  readonly onStranger?: (words: string) => void
}

/** An event and the place after it, from which reading goes on. */
export interface Placed {
  readonly event: RecordedEvent
  readonly position: Position
  /** Whether it is the last event of its commit. */
  readonly endsCommit: boolean
}

export type Signal = ({ readonly kind: 'event' } & Placed) | { readonly kind: 'live' }

export interface VerifyReport {
  readonly events: number
  readonly commits: number
  /** Hash over the whole chain, in hexadecimal. */
  readonly chain: string
  /** What does not hold, in words; empty where all does. */
  readonly broken: readonly string[]
  /** What others wrote among the streams of the log, in words: it is no part of it, and no reader gives it. */
  readonly strangers?: readonly string[]
}

/** A commit that was begun and neither sealed nor abandoned: it still runs, or it was cut off. */
export interface UnfinishedCommit {
  readonly commit: CommitId
  readonly recordedBy: string
  readonly begunAt: Date
}

/**
 * The log of events, whatever the engine. A commit is the unit of knowledge: nothing of it is visible until it is
 * whole, its events share one instant, later than every commit before; the events of one stream stand together in it.
 */
export interface EventLog {
  /**
   * Appends a commit. Parts are consumed once, one stream each; an empty commit writes nothing.
   * A retry with the same ids and the same expectations gives the first receipt again and writes nothing.
   * Throws `wrong-expected-revision` (conflict), `duplicate-event` (conflict), `clock-behind-head` (bad input).
   */
  appendCommit(parts: Iterable<CommitPart> | AsyncIterable<CommitPart>, options: CommitOptions): Promise<CommitReceipt>
  /** The events of a stream, from a revision on (inclusive), forwards or backwards. A missing stream holds nothing. */
  readStream(
    stream: string,
    options?: { from?: number; direction?: 'forwards' | 'backwards'; limit?: number },
  ): AsyncIterable<RecordedEvent>
  /** All events in the order of ordinals, after a position (exclusive). */
  readAll(options?: ReadAll): AsyncIterable<Placed>
  /** Catches up from a position (exclusive), says once that it is live, and goes on until the signal aborts. */
  subscribe(options: { after?: Position | undefined; signal: AbortSignal }): AsyncIterable<Signal>
  head(): Promise<LogHead>
  /** A commit that the log holds whole, by its id. */
  commitOf(commit: CommitId): Promise<Omit<CommitReceipt, 'written'> | undefined>
  /**
   * Whether a position is one of this log as it stands: at the end of a commit of it, with the same events before, by
   * the hash chain. One that another log gave is none, nor one of this log as it was before it was restored from a
   * copy.
   */
  holds(position: Position): Promise<boolean>
  /** Walks the hash chain and the revisions of every stream. */
  verify(progress?: (events: number) => void): Promise<VerifyReport>
  /**
   * When a move of another log into this one was begun that has not come to its end; undefined where none was, or all
   * came.
   */
  moveBegunAt(): Promise<Instant | undefined>
  /**
   * Notes that a move was begun, or that it has come to its end. Beside the events: a moved log holds those of its
   * source, and no others.
   */
  noteMove(begunAt: Instant | undefined): Promise<void>
  /** Commits that were cut off. Only engines without transactions over streams have them. */
  unfinishedCommits?(): Promise<readonly UnfinishedCommit[]>
  /**
   * Gives up a commit that was cut off, so that its streams can be appended to again. Throws `commit-decided`
   * (conflict).
   */
  abandonCommit?(commit: CommitId, by: { readonly recordedBy: string; readonly reason: string }): Promise<void>
  close(): Promise<void>
}
