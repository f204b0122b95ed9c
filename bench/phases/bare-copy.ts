import { join } from 'node:path'
import { openSqlite } from '../../src/sqlite/open.ts'
import { bareInsertSql, bareTable } from '../bare/table.ts'
import { measured, type Measured } from '../phase.ts'

/**
 * A log that was built, inserted again event by event into a plain table with the same two unique keys, one transaction
 * for each commit.
 */
export const bareCopy = async (folder: string): Promise<Measured> => {
  const log = openSqlite(join(folder, 'log.sqlite'))
  const target = openSqlite(join(folder, 'bare.sqlite'))
  target.exec(bareTable)
  const insert = target.prepare(bareInsertSql)
  const commits = log.prepare('SELECT first_ordinal, last_ordinal FROM commits ORDER BY number').all() as unknown as {
    first_ordinal: number
    last_ordinal: number
  }[]
  const select = log.prepare(
    'SELECT id, stream, revision, header, data FROM events WHERE ordinal BETWEEN ? AND ? ORDER BY ordinal',
  )
  let reading = 0n
  const result = await measured(() => {
    let events = 0
    for (const { first_ordinal: first, last_ordinal: last } of commits) {
      target.exec('BEGIN')
      for (let from = first; from <= last; from += 5_000) {
        const before = process.hrtime.bigint()
        const rows = select.all(from, Math.min(last, from + 4_999)) as unknown as {
          id: Uint8Array
          stream: number
          revision: number
          header: string
          data: string
        }[]
        reading += process.hrtime.bigint() - before
        for (const row of rows) insert.run(row.id, row.stream, row.revision, row.header, row.data)
        events += rows.length
      }
      target.exec('COMMIT')
    }
    return events
  })
  return { ...result, seconds: result.seconds - Number(reading) / 1e9 }
}
