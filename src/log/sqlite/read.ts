import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { CommitId, RecordedEvent } from '../../events/envelope.ts'
import { plainly } from '../../sqlite/failure.ts'
import type { Instant } from '../../time/instant.ts'
import type { CommitReceipt, Placed, ReadAll } from '../port.ts'
import { positionOf, positionsIn } from './positions.ts'
import { eventsOfRows, type StoredRow } from './stored-row.ts'

/** How many rows one query brings: bounds memory, and leaves writers room between two. */
const page = 2_000

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
  const eventOf = eventsOfRows(database, file)
  const { ordinalAt, head, holds } = positionsIn(database, file)

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
      for (const row of rows) yield eventOf(row).event
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
      yield { ...eventOf(row), position: positionOf(row) }
  }

  /** Every row in order, with its event: for the walk that verifies. */
  function* storedEvents(): Iterable<{ row: StoredRow; event: RecordedEvent }> {
    for (const row of rowsAfter(0)) yield { row, event: eventOf(row).event }
  }

  const commit = database.prepare('SELECT recorded_at, first_ordinal, last_ordinal FROM commits WHERE id = ?')
  const commitOf = (id: CommitId): Omit<CommitReceipt, 'written'> | undefined => {
    const row = plain(() => commit.get(id)) as
      { recorded_at: Instant; first_ordinal: number; last_ordinal: number } | undefined
    if (row === undefined) return undefined
    const { recorded_at: recordedAt, first_ordinal: firstOrdinal, last_ordinal: lastOrdinal } = row
    return { commit: id, recordedAt, firstOrdinal, lastOrdinal }
  }

  return { readStream, readAll, storedEvents, head, holds, commitOf }
}
