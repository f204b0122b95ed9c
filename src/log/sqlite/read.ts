import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { CommitId, RecordedEvent } from '../../events/envelope.ts'
import { unseal } from '../../events/seal.ts'
import { badInput, messageOf, NormtrailError } from '../../common/error.ts'
import type { Instant } from '../../time/instant.ts'
import { asStoreFailure, damaged, plainly } from '../../sqlite/failure.ts'
import type { LogHead, Placed, Position, ReadAll } from '../port.ts'

/** How many rows one query brings: bounds memory, and leaves writers room between two. */
const page = 2_000

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

/**
 * A position is the ordinal in this engine, with the hash of the chain up to it: an ordinal alone does not say of which
 * log. Elsewhere it is something else, so nobody may look inside.
 */
const positionOf = ({ ordinal, hash }: Pick<StoredRow, 'ordinal' | 'hash'>): Position =>
  `sqlite:${ordinal}:${Buffer.from(hash).toString('hex')}` as Position
const shape = /^sqlite:(\d+):[0-9a-f]{64}$/

/**
 * Reads the log of a file. Throws `log-damaged` where a page cannot be read, or what stands in it cannot be understood.
 */
export const reader = (database: DatabaseSyncInstance, file: string) => {
  const plain = <T>(work: () => T): T => plainly(file, 'log', work)
  const columns = 'SELECT ordinal, stream, revision, commit_number, header, data, hash FROM events'
  const ofStream = 'stream = (SELECT number FROM streams WHERE name = ?)'
  const after = database.prepare(`${columns} WHERE ordinal > ? ORDER BY ordinal LIMIT ?`)
  const upwards = database.prepare(`${columns} WHERE ${ofStream} AND revision >= ? ORDER BY revision LIMIT ?`)
  const downwards = database.prepare(`${columns} WHERE ${ofStream} AND revision <= ? ORDER BY revision DESC LIMIT ?`)
  const parents = parentsOf(database)
  const placedOf = (row: StoredRow): { event: RecordedEvent; endsCommit: boolean } => {
    try {
      return place(row)
    } catch (thrown) {
      const known = asStoreFailure(thrown, file, 'log')
      if (known instanceof NormtrailError) throw known
      throw damaged('log', file, `event ${row.ordinal} cannot be read: ${messageOf(thrown)}`, thrown)
    }
  }
  const place = (row: StoredRow): { event: RecordedEvent; endsCommit: boolean } => {
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
  // Numbers have no gaps: `verify` counts the commits, and to count them here would take the longer the longer the log
  // is.
  const lastCommit = database.prepare(
    `SELECT c.recorded_at, c.last_ordinal AS ordinal, c.number AS commits, e.hash
      FROM commits c JOIN events e ON e.ordinal = c.last_ordinal ORDER BY c.number DESC LIMIT 1`,
  )
  const endOfCommit = database.prepare(
    'SELECT e.ordinal, e.hash FROM events e JOIN commits c ON c.number = ' +
      'e.commit_number WHERE e.ordinal = ? AND c.last_ordinal = e.ordinal',
  )
  const eventAt = database.prepare('SELECT ordinal, hash FROM events WHERE ordinal = ?')

  const isAt = (statement: typeof eventAt, position: Position): boolean => {
    const row = plain(() => statement.get(Number(shape.exec(position)?.[1] ?? 0))) as
      Pick<StoredRow, 'ordinal' | 'hash'> | undefined
    return row !== undefined && positionOf(row) === position
  }

  const ordinalAt = (position: Position | undefined): number => {
    if (position === undefined) return 0
    if (isAt(eventAt, position)) return Number(shape.exec(position)?.[1])
    throw badInput(
      'unknown-position',
      `"${position}" is no position of this log. Positions belong to the log that gave them.`,
    )
  }

  async function* readStream(
    stream: string,
    options: { from?: number; direction?: 'forwards' | 'backwards'; limit?: number } = {},
  ): AsyncIterable<RecordedEvent> {
    const forwards = options.direction !== 'backwards'
    const statement = forwards ? upwards : downwards
    let next = options.from ?? (forwards ? 0 : Number.MAX_SAFE_INTEGER)
    let left = options.limit ?? Number.POSITIVE_INFINITY
    while (left > 0) {
      const from = next
      const most = Math.min(page, left)
      const rows = plain(() => statement.all(stream, from, most)) as unknown as StoredRow[]
      for (const row of rows) yield placedOf(row).event
      const last = rows.at(-1)
      if (last === undefined || rows.length < page) return
      left -= rows.length
      next = last.revision + (forwards ? 1 : -1)
    }
  }

  function* rowsAfter(ordinal: number, limit = Number.POSITIVE_INFINITY): Iterable<StoredRow> {
    let from = ordinal
    let left = limit
    while (left > 0) {
      const [start, most] = [from, Math.min(page, left)]
      const rows = plain(() => after.all(start, most)) as unknown as StoredRow[]
      yield* rows
      const last = rows.at(-1)
      if (last === undefined) return
      left -= rows.length
      from = last.ordinal
    }
  }

  async function* readAll(options: ReadAll = {}): AsyncIterable<Placed> {
    for (const row of rowsAfter(ordinalAt(options.after), options.limit))
      yield { ...placedOf(row), position: positionOf(row) }
  }

  const head = (): LogHead => {
    const row = plain(() => lastCommit.get()) as
      { recorded_at: string; ordinal: number; commits: number; hash: Uint8Array } | undefined
    if (row === undefined) return { ordinal: 0, commits: 0, recordedAt: undefined, position: undefined }
    return {
      ordinal: row.ordinal,
      commits: row.commits,
      recordedAt: row.recorded_at as Instant,
      position: positionOf(row),
    }
  }

  const holds = (position: Position): boolean => isAt(endOfCommit, position)

  /** Every row in order, with its event: for the walk that verifies. */
  function* storedEvents(): Iterable<{ row: StoredRow; event: RecordedEvent }> {
    for (const row of rowsAfter(0)) yield { row, event: placedOf(row).event }
  }

  return { readStream, readAll, storedEvents, head, holds }
}
