import { bytesOfId } from '../../src/events/id-bytes.ts'
import { openSqlite } from '../../src/sqlite/open.ts'
import { bareInsertSql, bareTable } from '../bare/table.ts'
import { loadNamed, streamsOf, turnsOf } from '../loads.ts'
import { measured, type Measured } from '../phase.ts'

/**
 * The same load into a plain table: the same bytes in the same durable transactions. SQLite has one writer, so nothing
 * is in flight.
 */
export const loadBareSql = async (file: string, name: string, total: string): Promise<Measured> => {
  const load = loadNamed(name)
  const streams = streamsOf(load, Number(total))
  const database = openSqlite(file)
  database.exec(bareTable)
  const insert = database.prepare(bareInsertSql)
  const transactionOf = (work: () => void): void => {
    database.exec('BEGIN IMMEDIATE')
    work()
    database.exec('COMMIT')
  }
  const all = (): void => {
    for (const [stream, { events }] of streams.entries())
      for (const turn of turnsOf(events, load.perAppend)) {
        const write = (): void =>
          turn.events.forEach((event, index) =>
            insert.run(bytesOfId(event.id), stream, turn.from + index, event.header, event.data),
          )
        if (load.oneCommit) write()
        else transactionOf(write)
      }
  }
  return measured(() => {
    if (load.oneCommit) transactionOf(all)
    else all()
    return Number(total)
  })
}
