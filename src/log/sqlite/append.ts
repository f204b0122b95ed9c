import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { conflict } from '../../common/error.ts'
import type { CommitId, EventId } from '../../events/envelope.ts'
import { chainHash, chainStart, type SealedEvent } from '../../events/seal.ts'
import type { Instant } from '../../time/instant.ts'
import { bytesOfId } from '../../events/id-bytes.ts'
import type { CommitPart, CommitReceipt, Expected } from '../port.ts'

/** What the events of a commit share. */
export interface Envelope {
  readonly commit: CommitId
  readonly recordedAt: Instant
  readonly recordedBy: string
  /** Only where it differs: in a backdated log. */
  readonly appendedAt?: Instant
}

const statementsOf = (database: DatabaseSyncInstance) => ({
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
})
type Statements = ReturnType<typeof statementsOf>

/** A commit that is being written, part by part. */
interface CommitUnderWay {
  readonly statements: Statements
  readonly envelope: Envelope
  readonly number: number
  readonly firstOrdinal: number
  /** That of the last event so far, and the chain up to it. */
  ordinal: number
  chain: string
  /** The commit that an earlier call made of the same parts: then nothing is written. */
  retried: string | undefined
}

/** Appends commits to one open log; its statements are prepared once. */
export const appender = (database: DatabaseSyncInstance) => {
  const statements = statementsOf(database)
  /** Writes the parts inside the caller's transaction. */
  return async (
    parts: Iterable<CommitPart> | AsyncIterable<CommitPart>,
    envelope: Envelope,
  ): Promise<CommitReceipt> => {
    const commit = beginCommit(statements, envelope)
    for await (const part of parts) if (part.events.length > 0) addPart(commit, part)
    return endCommit(commit)
  }
}

const beginCommit = (statements: Statements, envelope: Envelope): CommitUnderWay => {
  const last = statements.lastEvent.get() as { ordinal: number; hash: Uint8Array } | undefined
  const ordinal = last?.ordinal ?? 0
  return {
    statements,
    envelope,
    number: ((statements.lastCommit.get() as { number: number } | undefined)?.number ?? 0) + 1,
    firstOrdinal: ordinal + 1,
    ordinal,
    chain: last === undefined ? chainStart : Buffer.from(last.hash).toString('hex'),
    retried: undefined,
  }
}

/** Writes a part, or finds that an earlier commit holds it. Throws where the stream is elsewhere. */
const addPart = (commit: CommitUnderWay, part: CommitPart): void => {
  const { statements } = commit
  const known = (statements.findStream.get(part.stream) as { number: number } | undefined)?.number
  const actual = known === undefined ? 'no-stream' : endOf(statements, known)
  if (actual !== part.expected) {
    const earlier = repeated(statements, part, known)
    const isNothingNew = commit.ordinal < commit.firstOrdinal
    if (earlier === undefined || !isNothingNew || (commit.retried ?? earlier) !== earlier)
      throw wrongRevision(part, actual)
    commit.retried = earlier
    return
  }
  if (commit.retried !== undefined) throw wrongRevision(part, actual)
  const stream = known ?? (statements.addStream.get(part.stream) as { number: number }).number
  let revision = part.expected === 'no-stream' ? -1 : part.expected
  for (const event of part.events) {
    revision += 1
    addEvent(commit, event, { name: part.stream, number: stream, revision })
  }
}

const addEvent = (
  commit: CommitUnderWay,
  event: SealedEvent,
  { name, number, revision }: { readonly name: string; readonly number: number; readonly revision: number },
): void => {
  commit.ordinal += 1
  commit.chain = chainHash(commit.chain, event, { stream: name, revision, ...commit.envelope })
  try {
    commit.statements.addEvent.run(
      commit.ordinal,
      bytesOfId(event.id),
      number,
      revision,
      commit.number,
      event.header,
      event.data,
      Buffer.from(commit.chain, 'hex'),
    )
  } catch (cause) {
    throw String(cause).includes('events.id') ? duplicate(event.id, name) : cause
  }
}

const endCommit = ({ statements, envelope, number, firstOrdinal, ordinal, retried }: CommitUnderWay): CommitReceipt => {
  if (retried !== undefined) return receiptOf(statements, retried)
  const { commit, recordedAt, recordedBy, appendedAt = recordedAt } = envelope
  if (ordinal >= firstOrdinal && statements.commitOf.get(commit) !== undefined)
    throw conflict('commit-changed', 'there is such a commit already, and it holds something else.', {
      where: `commit ${commit}`,
    })
  if (ordinal >= firstOrdinal)
    statements.addCommit.run(number, commit, recordedAt, recordedBy, appendedAt, firstOrdinal, ordinal)
  return { commit, recordedAt, firstOrdinal, lastOrdinal: ordinal, written: ordinal - firstOrdinal + 1 }
}

const endOf = (statements: Statements, stream: number): Expected =>
  (statements.lastRevision.get(stream) as { revision: number | null }).revision ?? 'no-stream'

/**
 * The commit that an earlier call with the same events made, if this part repeats one; undefined if its first event is
 * new.
 */
const repeated = (statements: Statements, part: CommitPart, stream: number | undefined): string | undefined => {
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

const receiptOf = (statements: Statements, id: string): CommitReceipt => {
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

const wrongRevision = (part: CommitPart, actual: Expected) =>
  conflict('wrong-expected-revision', `expected revision ${part.expected}, but the stream is at ${actual}.`, {
    where: part.stream,
    hint: 'Somebody appended in between. Read the stream again and decide anew.',
  })

const duplicate = (id: EventId, stream: string) =>
  conflict('duplicate-event', `event ${id} is in the log already, elsewhere or in another commit.`, { where: stream })
