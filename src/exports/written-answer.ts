export type Chunk = string | Uint8Array

/** An answer in a format, piece by piece, with its release id. */
export interface WrittenAnswer {
  readonly chunks: Iterable<Chunk> | AsyncIterable<Chunk>
  readonly releaseId: string
  /** What is to be known beside a table: a sentence each. */
  readonly remarks?: readonly string[]
  /** Of a page of a list: where it goes on. */
  readonly next?: string
  /** Of a table of text: how many rows have been written so far. */
  readonly rows?: () => number
}
