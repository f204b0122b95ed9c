import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { badInput } from '../../common/error.ts'
import { plainly } from '../../sqlite/failure.ts'
import type { Instant } from '../../time/instant.ts'
import type { LogHead, Position } from '../port.ts'
import type { StoredRow } from './stored-row.ts'

/**
 * A position is the ordinal in this engine, with the hash of the chain up to it: an ordinal alone does not say of which
 * log. Elsewhere it is something else, so nobody may look inside.
 */
export const positionOf = ({ ordinal, hash }: Pick<StoredRow, 'ordinal' | 'hash'>): Position =>
  `sqlite:${ordinal}:${Buffer.from(hash).toString('hex')}` as Position
const shape = /^sqlite:(\d+):[0-9a-f]{64}$/

/** Finds positions in a log, and its head. Throws `unknown-position` for one of another log. */
export const positionsIn = (database: DatabaseSyncInstance, file: string) => {
  const plain = <T>(work: () => T): T => plainly(file, 'log', work)
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

  return { ordinalAt, head, holds }
}
