import type { Kysely } from 'kysely'
import type { IntervalTable, Schema, Table } from './schema.ts'

export type Row = Readonly<Record<string, string | number | null>>

/**
 * Rows of one key of a stream that became known together, with neighbouring numbers, and until when they were known.
 */
export interface Closure {
  readonly stream: string
  readonly key: string
  readonly knownFrom: number
  readonly firstSeq: number
  readonly lastSeq: number
  readonly knownTo: number
}

/** What the projector may do inside its transaction. */
export interface Writing {
  readonly sql: Kysely<Schema>
  /** Adds rows in bulk. This and the next are the two places where engines differ in how they write. */
  readonly insert: (table: Table, columns: readonly string[], rows: readonly Row[]) => Promise<void>
  /** Closes rows in bulk: they are known no longer. */
  readonly close: (table: IntervalTable, closures: readonly Closure[]) => Promise<void>
}

/** Being the one projector that follows the log, while others stand by. */
export interface Lead {
  /** Aborts when the lead is gone: then somebody else may have it. */
  readonly lost: AbortSignal
  readonly release: () => Promise<void>
}

/**
 * Files beside a generation, for what takes long to make of its rows. They hold nothing that cannot be made again, and
 * are removed with it.
 */
export interface Beside {
  /** Undefined where there is none. */
  readonly read: (name: string) => Uint8Array | undefined
  /** Where nothing can be written, nothing is kept. */
  readonly write: (name: string, bytes: Uint8Array) => void
}

/**
 * One build of the read model: all of its tables, made by one version of the program. Nothing is ever rebuilt in place:
 * a rebuild is a new generation beside the old one. Rows say from which ordinal to which they were known, so that
 * whoever keeps to one generation and one ordinal reads one state of the world, statement by statement, whatever is
 * appended meanwhile.
 */
export interface Generation {
  readonly name: string
  /** For questions: sees only whole transactions. */
  readonly sql: Kysely<Schema>
  /** One projector at a time, in this process and in every other: all of the work, or nothing. */
  readonly write: <T>(work: (writing: Writing) => Promise<T>) => Promise<T>
  /**
   * For much to write, where the engine can use a second processor: gives a `write` whose rows are written while the
   * caller makes the next ones. It lasts as long as the work.
   */
  readonly inBulk?: <T>(work: (write: Generation['write']) => Promise<T>) => Promise<T>
  /**
   * The statements of the indexes that no projector needs. They are made when the generation has come to the head of
   * the log for the first time.
   */
  readonly lateIndexes: () => Promise<readonly string[]>
  /** Where it stands in a folder that can be written to. */
  readonly beside?: Beside
  /** For one that was opened unseen: what was written is on the disk from now on, as with any other. */
  readonly settle: () => Promise<void>
  readonly close: () => Promise<void>
}

/** What is known of a generation, also of one that another version of the program made. */
export interface GenerationState {
  readonly name: string
  readonly shape: string
  readonly state: 'serving' | 'building' | 'retired'
  readonly begunAt: string
  /** On disk. */
  readonly bytes: number
  /** Whether a program of this version can read it. */
  readonly readable: boolean
  /** Whether it is the one that this engine reads. */
  readonly used: boolean
}

/** The database behind the projections: the generations of one read model, and the one of them that is in use. */
export interface ReadModelEngine {
  /** What this version of the program makes of a log. A generation of another shape is never read, nor written to. */
  readonly shape: string
  readonly generation: Generation
  /** Of the generation in use. Whoever keeps it stays with that generation. */
  readonly sql: Generation['sql']
  readonly write: Generation['write']
  /** The generation that serves, where another process has built one after that in use; opened, and not yet used. */
  readonly newer: () => Promise<Generation | undefined>
  /**
   * Goes over to a newer generation. What has begun on the old one ends there: it is closed when it has not been asked
   * for a while.
   */
  readonly use: (generation: Generation) => void
  /** Builds a generation that nobody sees, and lets it serve when the work is done. Throws `already-building`. */
  readonly build: (work: (generation: Generation) => Promise<void>) => Promise<void>
  /** Whether this generation is yet to be filled, where another version of the program has one already. */
  readonly isBeside: () => Promise<boolean>
  /**
   * Removes the generations that nobody reads and nobody will. Only for an engine whose own generation has been at the
   * head of the log.
   */
  readonly tidy: () => Promise<void>
  readonly generations: () => Promise<readonly GenerationState[]>
  /** Waits for the lead, where many machines share the engine. It saves work; what keeps writers apart is `write`. */
  readonly lead?: (signal: AbortSignal) => Promise<Lead>
  readonly close: () => Promise<void>
}
