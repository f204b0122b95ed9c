import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { CommitId, RecordedEvent } from '../../events/envelope.ts'
import { unseal } from '../../events/seal.ts'
import type { Instant } from '../../time/instant.ts'
import type { Head, Placed, Position } from '../port.ts'

/** How many rows one query brings: bounds memory, and leaves writers room between two. */
const page = 2_000

export interface StoredRow {
  readonly ordinal: number
  readonly stream: string
  readonly revision: number
  readonly header: string
  readonly data: string
  readonly hash: Uint8Array
  readonly commit_id: string
  readonly recorded_at: string
  readonly recorded_by: string
  readonly last_ordinal: number
}

const columns = `e.ordinal, s.name AS stream, e.revision, e.header, e.data, e.hash, c.id AS commit_id, c.recorded_at, c.recorded_by, c.last_ordinal
  FROM events e JOIN streams s ON s.number = e.stream JOIN commits c ON c.number = e.commit_number`

export const eventOf = (row: StoredRow): RecordedEvent =>
  unseal(row.header, row.data, {
    stream: row.stream,
    revision: row.revision,
    ordinal: row.ordinal,
    commit: row.commit_id as CommitId,
    recordedAt: row.recorded_at as Instant,
    recordedBy: row.recorded_by,
  })

/** A position is the ordinal in this engine; elsewhere it is not, so nobody may look inside. */
const positionOf = (ordinal: number): Position => `sqlite:${ordinal}` as Position
const ordinalAt = (position: Position | undefined): number => (position === undefined ? 0 : Number(position.slice('sqlite:'.length)))

export const reader = (database: DatabaseSyncInstance) => {
  const after = database.prepare(`SELECT ${columns} WHERE e.ordinal > ? ORDER BY e.ordinal LIMIT ?`)
  const upwards = database.prepare(`SELECT ${columns} WHERE e.stream = (SELECT number FROM streams WHERE name = ?) AND e.revision >= ? ORDER BY e.revision LIMIT ?`)
  const downwards = database.prepare(`SELECT ${columns} WHERE e.stream = (SELECT number FROM streams WHERE name = ?) AND e.revision <= ? ORDER BY e.revision DESC LIMIT ?`)
  const lastCommit = database.prepare('SELECT recorded_at, last_ordinal, (SELECT count(*) FROM commits) AS commits FROM commits ORDER BY number DESC LIMIT 1')

  async function* readStream(
    stream: string,
    options: { from?: number; direction?: 'forwards' | 'backwards'; limit?: number } = {},
  ): AsyncIterable<RecordedEvent> {
    const forwards = options.direction !== 'backwards'
    const statement = forwards ? upwards : downwards
    let next = options.from ?? (forwards ? 0 : Number.MAX_SAFE_INTEGER)
    let left = options.limit ?? Number.POSITIVE_INFINITY
    while (left > 0) {
      const rows = statement.all(stream, next, Math.min(page, left)) as unknown as StoredRow[]
      for (const row of rows) yield eventOf(row)
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
      const rows = after.all(from, Math.min(page, left)) as unknown as StoredRow[]
      yield* rows
      const last = rows.at(-1)
      if (last === undefined) return
      left -= rows.length
      from = last.ordinal
    }
  }

  async function* readAll(options: { after?: Position | undefined; limit?: number } = {}): AsyncIterable<Placed> {
    for (const row of rowsAfter(ordinalAt(options.after), options.limit))
      yield { event: eventOf(row), position: positionOf(row.ordinal), endsCommit: row.ordinal === row.last_ordinal }
  }

  const head = (): Head => {
    const row = lastCommit.get() as { recorded_at: string; last_ordinal: number; commits: number } | undefined
    if (row === undefined) return { ordinal: 0, commits: 0, recordedAt: undefined, position: undefined }
    return { ordinal: row.last_ordinal, commits: row.commits, recordedAt: row.recorded_at as Instant, position: positionOf(row.last_ordinal) }
  }

  return { readStream, readAll, rowsAfter, head }
}
