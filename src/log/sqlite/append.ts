import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { conflict } from '../../common/error.ts'
import type { CommitId, EventId } from '../../events/envelope.ts'
import { chainHash, chainStart } from '../../events/seal.ts'
import type { Instant } from '../../time/instant.ts'
import { bytesOfId } from '../../events/id-bytes.ts'
import type { CommitPart, CommitReceipt, Expected } from '../port.ts'

interface Envelope {
  readonly commit: CommitId
  readonly recordedAt: Instant
  readonly recordedBy: string
  /** Only where it differs: in a backdated log. */
  readonly appendedAt?: Instant
}

/** The statements of one open log, prepared once. */
export const appender = (database: DatabaseSyncInstance) => {
  const statements = {
    findStream: database.prepare('SELECT number FROM streams WHERE name = ?'),
    addStream: database.prepare('INSERT INTO streams (name) VALUES (?) RETURNING number'),
    lastRevision: database.prepare('SELECT max(revision) AS revision FROM events WHERE stream = ?'),
    findEvent: database.prepare(`SELECT e.ordinal, e.stream, e.revision, c.id AS commit_id
      FROM events e JOIN commits c ON c.number = e.commit_number WHERE e.id = ?`),
    addEvent: database.prepare(
      'INSERT INTO events (ordinal, id, stream, revision, ' +
        'commit_number, header, data, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ' +
        '?)',
    ),
    lastEvent: database.prepare('SELECT ordinal, hash FROM events ORDER BY ordinal DESC LIMIT 1'),
    lastCommit: database.prepare('SELECT number FROM commits ORDER BY number DESC LIMIT 1'),
    addCommit: database.prepare(
      'INSERT INTO commits (number, id, recorded_at, recorded_by, ' +
        'appended_at, first_ordinal, last_ordinal) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    commitOf: database.prepare('SELECT id, recorded_at, first_ordinal, last_ordinal FROM commits WHERE id = ?'),
  }

  /**
   * The commit that an earlier call with the same events made, if this part repeats one; undefined if its first event
   * is new.
   */
  const repeated = (part: CommitPart, stream: number | undefined): string | undefined => {
    const first = part.events[0]
    if (first === undefined || stream === undefined) return undefined
    const found = statements.findEvent.get(bytesOfId(first.id)) as
      { stream: number; revision: number; commit_id: string } | undefined
    if (found === undefined) return undefined
    const start = part.expected === 'no-stream' ? 0 : part.expected + 1
    const same = part.events.every((event, index) => {
      const there = statements.findEvent.get(bytesOfId(event.id)) as typeof found
      return (
        there !== undefined &&
        there.stream === stream &&
        there.revision === start + index &&
        there.commit_id === found.commit_id
      )
    })
    return same ? found.commit_id : undefined
  }

  const receiptOf = (id: string): CommitReceipt => {
    const row = statements.commitOf.get(id) as {
      id: string
      recorded_at: string
      first_ordinal: number
      last_ordinal: number
    }
    return {
      commit: row.id as CommitId,
      recordedAt: row.recorded_at as Instant,
      firstOrdinal: row.first_ordinal,
      lastOrdinal: row.last_ordinal,
      written: 0,
    }
  }

  /** Writes the parts inside the caller's transaction. */
  return async (
    parts: Iterable<CommitPart> | AsyncIterable<CommitPart>,
    envelope: Envelope,
  ): Promise<CommitReceipt> => {
    const last = statements.lastEvent.get() as { ordinal: number; hash: Uint8Array } | undefined
    const number = ((statements.lastCommit.get() as { number: number } | undefined)?.number ?? 0) + 1
    const firstOrdinal = (last?.ordinal ?? 0) + 1
    let ordinal = firstOrdinal - 1
    let chain = last === undefined ? chainStart : Buffer.from(last.hash).toString('hex')
    let retried: string | undefined

    for await (const part of parts) {
      if (part.events.length === 0) continue
      const known = (statements.findStream.get(part.stream) as { number: number } | undefined)?.number
      const actual: Expected =
        known === undefined
          ? 'no-stream'
          : ((statements.lastRevision.get(known) as { revision: number | null }).revision ?? 'no-stream')
      if (actual !== part.expected) {
        const commit = repeated(part, known)
        if (commit === undefined || ordinal >= firstOrdinal || (retried !== undefined && retried !== commit))
          throw wrongRevision(part, actual)
        retried = commit
        continue
      }
      if (retried !== undefined) throw wrongRevision(part, actual)
      const stream = known ?? (statements.addStream.get(part.stream) as { number: number }).number
      let revision = part.expected === 'no-stream' ? -1 : part.expected
      for (const event of part.events) {
        ordinal += 1
        revision += 1
        chain = chainHash(chain, event, { stream: part.stream, revision, ...envelope })
        try {
          statements.addEvent.run(
            ordinal,
            bytesOfId(event.id),
            stream,
            revision,
            number,
            event.header,
            event.data,
            Buffer.from(chain, 'hex'),
          )
        } catch (cause) {
          throw String(cause).includes('events.id') ? duplicate(event.id, part.stream) : cause
        }
      }
    }
    if (retried !== undefined) return receiptOf(retried)
    if (ordinal >= firstOrdinal) {
      const { commit, recordedAt, recordedBy, appendedAt = recordedAt } = envelope
      statements.addCommit.run(number, commit, recordedAt, recordedBy, appendedAt, firstOrdinal, ordinal)
    }
    return {
      commit: envelope.commit,
      recordedAt: envelope.recordedAt,
      firstOrdinal,
      lastOrdinal: ordinal,
      written: ordinal - firstOrdinal + 1,
    }
  }
}

const wrongRevision = (part: CommitPart, actual: Expected) =>
  conflict('wrong-expected-revision', `expected revision ${part.expected}, but the stream is at ${actual}.`, {
    where: part.stream,
    hint: 'Somebody appended in between. Read the stream again and decide anew.',
  })

const duplicate = (id: EventId, stream: string) =>
  conflict('duplicate-event', `event ${id} is in the log already, elsewhere or in another commit.`, { where: stream })
