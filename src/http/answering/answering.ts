import type { Chunk } from '../../exports/write-answer.ts'
import type { Format } from '../../exports/format.ts'

/** A question as a request puts it. Plain data: it may be handed to another thread. */
export interface Asked {
  readonly question: string
  /** Path and query by the name of the field, as texts. */
  readonly given: Readonly<Record<string, string>>
  readonly format: Format
  /** The path that it came by, without its query: there, a list goes on. */
  readonly path?: string
  /** Whether the answer is to have the shape of the release before, where that was another one. */
  readonly isFormer?: boolean
  /** Whether whoever asks may hold the answer already: then its headers are wanted before any work is done for it. */
  readonly mayBeHeld: boolean
}

/**
 * What comes of it, piece by piece: headers, the body, then what can only be said at its end. Between pieces nobody
 * works on it. The bytes of a piece are those of something else when the next one is asked for.
 */
export type Part =
  | { readonly headers: Readonly<Record<string, string>> }
  | { readonly chunks: readonly Chunk[] }
  | { readonly trailers: Readonly<Record<string, string>> }

/** Where questions that came over HTTP are answered. */
export interface Answering {
  /**
   * The parts of an answer, each made when it is taken. Throws what the question throws, and `busy` (unavailable) where
   * too many wait already. When the signal aborts nobody wants the answer any more: work on it ends as soon as it can.
   */
  readonly ask: (asked: Asked, signal: AbortSignal) => AsyncGenerator<Part, void>
  /** Why the next question would not be answered at once; undefined where it would. */
  readonly hindrance: () => Promise<Hindrance | undefined>
  /** Brings the read model up to the head of the log; gives the ordinal that it then stands at. */
  readonly upToHead: () => Promise<number>
}

/** What keeps a server from answering, for those who choose another one meanwhile. */
export interface Hindrance {
  readonly status: 'catching-up' | 'busy'
  /** After how many seconds to ask again. */
  readonly retryAfter: number
}
