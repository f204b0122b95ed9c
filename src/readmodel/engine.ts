import type { Kysely } from 'kysely'
import type { Schema, Table } from './schema.ts'

export type Row = Readonly<Record<string, string | number | null>>

/** What the projector may do inside its transaction. */
export interface Writing {
  readonly sql: Kysely<Schema>
  /** Adds rows in bulk. The one place where engines differ in how they write. */
  readonly insert: (table: Table, columns: readonly string[], rows: readonly Row[]) => Promise<void>
}

/** Being the one projector that follows the log, while others stand by. */
export interface Lead {
  /** Aborts when the lead is gone: then somebody else may have it. */
  readonly lost: AbortSignal
  readonly release: () => Promise<void>
}

/** The database behind the projections. */
export interface ReadModelEngine {
  /** For questions: sees only whole transactions. */
  readonly sql: Kysely<Schema>
  /** One projector at a time, in this process and in every other: all of the work, or nothing. */
  readonly write: <T>(work: (writing: Writing) => Promise<T>) => Promise<T>
  readonly migrate: () => Promise<void>
  /** Waits for the lead, where many machines share the engine. It saves work; what keeps writers apart is `write`. */
  readonly lead?: (signal: AbortSignal) => Promise<Lead>
  readonly close: () => Promise<void>
}
