import type { CommitId } from '../../../events/envelope.ts'
import type { Instant } from '../../../time/instant.ts'
import type { CommitStreams } from '../records/commit-stream.ts'
import type { Ledger } from '../read/ledger.ts'
import type { LogNames } from '../records/names.ts'
import type { Sent } from '../records/record.ts'
import type { Server } from '../connection/server.ts'
import type { Tail } from '../read/tail.ts'

/** What a writer has at hand. */
export interface WriterContext {
  readonly server: Server
  readonly names: LogNames
  readonly ledger: Ledger
  readonly commits: CommitStreams
  readonly tailOf: (stream: string) => Promise<Tail>
}

/** The commit that is being written. */
export interface CommitBeingWritten {
  readonly commit: CommitId
  /** Whether the caller gave the commit its name, and so may have begun it before. */
  readonly named: boolean
  readonly recordedBy: string
  readonly proposedAt: Instant
  /** In a backdated log: when it is really appended. */
  readonly appendedAt?: Instant
}

/** What a writer says of an event of its commit, beside the texts. */
export const sentOf = (
  { proposedAt, recordedBy, appendedAt }: CommitBeingWritten,
  commit: Sent['commit'],
  revision: number,
): Sent => ({ commit, revision, proposedAt, recordedBy, ...(appendedAt !== undefined && { appendedAt }) })
