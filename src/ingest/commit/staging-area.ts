import { DatabaseSync } from '@photostructure/sqlite'
import { plainly } from '../../sqlite/failure.ts'
import type { Candidate } from '../candidates/candidate.ts'

/**
 * Candidates set aside on disk, so that an import of any size is read once, checked whole, and then appended stream by
 * stream.
 */
export interface Stage {
  /** Sets a candidate aside, for a turn: what is taken out together. */
  readonly add: (candidate: Candidate, turn?: number) => void
  /** The turns that hold anything, in order. */
  readonly turns: () => readonly number[]
  /** Candidates of a turn stream by stream, each stream's in the order in which they came. */
  readonly streams: (turn?: number) => Iterable<{ readonly stream: string; readonly candidates: readonly Candidate[] }>
  readonly count: () => number
  readonly dispose: () => void
}

/**
 * A file of SQLite's own in the folder for temporary files, without a name there: it is gone with the process, however
 * that ends.
 */
const nameless = ''

export const openStage = (): Stage => {
  const database = new DatabaseSync(nameless)
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536')
  database.exec(
    'CREATE TABLE candidate (seq INTEGER PRIMARY KEY, turn INTEGER NOT NULL, stream TEXT NOT NULL, body TEXT NOT NULL)',
  )
  const plain = <T>(work: () => T): T => plainly('a temporary file', 'stage', work)
  const insert = database.prepare('INSERT INTO candidate (turn, stream, body) VALUES (?, ?, ?)')
  let count = 0
  let writing = false
  const settle = (): void => {
    if (writing) plain(() => database.exec('COMMIT'))
    writing = false
  }
  const indexed = (): void => {
    settle()
    plain(() => database.exec('CREATE INDEX IF NOT EXISTS by_turn ON candidate (turn, stream, seq)'))
  }
  return {
    add: (candidate, turn = 0) => {
      if (!writing) database.exec('BEGIN')
      writing = true
      const { stream, ...body } = candidate
      plain(() => insert.run(turn, stream, JSON.stringify(body)))
      count += 1
      if (count % 50_000 === 0) settle()
    },
    turns: () => {
      indexed()
      const rows = database.prepare('SELECT DISTINCT turn FROM candidate ORDER BY turn').all() as unknown as {
        turn: number
      }[]
      return rows.map(({ turn }) => turn)
    },
    *streams(turn = 0) {
      indexed()
      const names = database
        .prepare('SELECT DISTINCT stream FROM candidate WHERE turn = ? ORDER BY stream')
        .all(turn) as unknown as { stream: string }[]
      const select = database.prepare('SELECT body FROM candidate WHERE turn = ? AND stream = ? ORDER BY seq')
      for (const { stream } of names) {
        const rows = select.all(turn, stream) as unknown as { body: string }[]
        yield {
          stream,
          candidates: rows.map(({ body }) => ({ stream, ...(JSON.parse(body) as Omit<Candidate, 'stream'>) })),
        }
      }
    },
    count: () => count,
    dispose: () => database.close(),
  }
}
