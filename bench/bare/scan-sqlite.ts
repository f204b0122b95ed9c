import { openSqlite } from '../../src/sqlite/open.ts'
import type { Scan } from './a-scan.ts'

/** SELECT and JSON.parse, nothing else. */
export const scanSqlite = (file: string): Scan => {
  const database = openSqlite(file)
  return {
    run: async () => {
      let events = 0
      for (const row of database.prepare('SELECT header, data FROM events ORDER BY ordinal').iterate() as Iterable<{
        header: string
        data: string
      }>) {
        JSON.parse(row.header)
        JSON.parse(row.data)
        events += 1
      }
      return events
    },
    close: async () => database.close(),
  }
}
