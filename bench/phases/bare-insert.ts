import { join } from 'node:path'
import { bytesOfId } from '../../src/events/id-bytes.ts'
import { openSqlite } from '../../src/sqlite/open.ts'
import { bareInsertSql, bareTable } from '../bare/table.ts'
import { measured, type Measured } from '../phase.ts'
import { commitSize, syntheticParts } from '../synthetic.ts'

/** The same bytes into a plain table with the same two unique keys: what SQLite itself takes. */
export const bareInsert = async (folder: string, total: string): Promise<Measured> => {
  const database = openSqlite(join(folder, 'bare.sqlite'))
  database.exec(bareTable)
  const insert = database.prepare(bareInsertSql)
  return measured(() => {
    let stream = 0
    for (let from = 0; from < Number(total); from += commitSize) {
      database.exec('BEGIN')
      for (const { events } of syntheticParts(from, Math.min(commitSize, Number(total) - from))) {
        stream += 1
        events.forEach((event, revision) => insert.run(bytesOfId(event.id), stream, revision, event.header, event.data))
      }
      database.exec('COMMIT')
    }
    return Number(total)
  })
}
