import type { Commission } from '../../ingest/commit/commission.ts'
import type { Amendment, Changes } from '../../ingest/append/correct.ts'
import type { Line } from '../../ingest/candidates/json-lines.ts'
import type { Expected } from '../../log/port.ts'

/** What is to be recorded. Plain data: it is done in another thread. */
export type Task =
  | { readonly does: 'append'; readonly lines: readonly Line[]; readonly expected?: Expected }
  | { readonly does: 'correct'; readonly amendment: Amendment; readonly changes: Changes }
  | { readonly does: 'retract'; readonly amendment: Amendment }
  | { readonly does: 'accept' | 'reject'; readonly proposal: string; readonly because: string | undefined }

export interface Work {
  readonly task: Task
  /** Who records it, by the token. */
  readonly recordedBy: string
  readonly dryRun: boolean
  /** Where the request had a key: the commit that it names, and what tells the request from another one. */
  readonly commission?: Required<Commission>
}

/** Where an event stands. */
export interface Place {
  readonly id: string
  readonly stream: string
  readonly type: string
  readonly revision: number
  readonly ordinal: number
}

/** What came of it: made of the log alone, so that the same request is answered with the same bytes at any time. */
export interface Recorded {
  /** The commit; null where nothing was appended. */
  readonly commit: string | null
  readonly recordedAt: string | null
  readonly appended: number
  /** Events that the log had already. */
  readonly known: number
  /** The last of the events, by its place in the whole log. */
  readonly ordinal: number
  /** Where each stands: of each line in the order of the lines, else all that the commit holds. */
  readonly events: readonly Place[]
  /** Only where nothing was to be recorded: the places are not known then. */
  readonly dryRun?: true
}

export interface Outcome {
  readonly body: Recorded
  /** Whether the request had been answered before, and was not done again. */
  readonly replayed: boolean
}

/** Where what comes over HTTP is recorded. */
export interface Recording {
  /** Throws what the work throws, and `busy` (unavailable) where too much waits already. */
  readonly record: (work: Work) => Promise<Outcome>
}
