import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { messageOf, NormtrailError } from '../../common/error.ts'
import type { CommitId, RecordedEvent } from '../../events/envelope.ts'
import { unseal } from '../../events/seal.ts'
import { asStoreFailure, damaged } from '../../sqlite/failure.ts'
import type { Instant } from '../../time/instant.ts'

/** An event as the file holds it. */
export interface StoredRow {
  readonly ordinal: number
  readonly stream: number
  readonly revision: number
  readonly commit_number: number
  readonly header: string
  readonly data: string
  readonly hash: Uint8Array
}

interface StoredCommit {
  readonly number: number
  readonly id: CommitId
  readonly recorded_at: Instant
  readonly recorded_by: string
  readonly appended_at: Instant
  readonly last_ordinal: number
}

interface StoredStream {
  readonly number: number
  readonly name: string
}

/**
 * The commit and the stream of a row; each is looked up once, since events of one commit and one stream stand together.
 */
const parentsOf = (database: DatabaseSyncInstance) => {
  const commit = database.prepare(
    'SELECT number, id, recorded_at, recorded_by, appended_at, last_ordinal FROM commits WHERE number = ?',
  )
  const stream = database.prepare('SELECT number, name FROM streams WHERE number = ?')
  const found = <T>(parent: unknown, what: string): T => {
    if (parent === undefined) throw new TypeError(`${what} is not there`)
    return parent as T
  }
  let lastCommit: StoredCommit | undefined
  let lastStream: StoredStream | undefined
  return (row: StoredRow) => {
    if (lastCommit?.number !== row.commit_number)
      lastCommit = found<StoredCommit>(commit.get(row.commit_number), 'its commit')
    if (lastStream?.number !== row.stream) lastStream = found<StoredStream>(stream.get(row.stream), 'its stream')
    return { commit: lastCommit, stream: lastStream.name }
  }
}

/** A row as the event that it stands for. Throws `log-damaged` where it cannot be understood. */
export const eventsOfRows = (database: DatabaseSyncInstance, file: string) => {
  const parents = parentsOf(database)
  const read = (row: StoredRow): { event: RecordedEvent; endsCommit: boolean } => {
    const { commit, stream } = parents(row)
    const event = unseal(row.header, row.data, {
      stream,
      revision: row.revision,
      ordinal: row.ordinal,
      commit: commit.id,
      recordedAt: commit.recorded_at,
      recordedBy: commit.recorded_by,
      ...(commit.appended_at !== commit.recorded_at && { appendedAt: commit.appended_at }),
    })
    return { event, endsCommit: row.ordinal === commit.last_ordinal }
  }
  return (row: StoredRow): { event: RecordedEvent; endsCommit: boolean } => {
    try {
      return read(row)
    } catch (thrown) {
      const known = asStoreFailure(thrown, file, 'log')
      if (known instanceof NormtrailError) throw known
      throw damaged('log', file, `event ${row.ordinal} cannot be read: ${messageOf(thrown)}`, thrown)
    }
  }
}
