import { openSqlite } from '../../src/sqlite/open.ts'
import { builtTables, rowsAtOnce, type Cell, type Refill } from './built-tables.ts'

/** Rows of one SQLite file into tables of the same columns in another, without an index, by prepared INSERTs. */
export const refillSqlite = (file: string): Refill => {
  const built = openSqlite(file)
  const target = openSqlite(`${file}.bare`)
  target.exec('PRAGMA synchronous = NORMAL')
  const inserts = new Map(
    builtTables.map((table) => {
      const columns = (built.prepare(`PRAGMA table_info("${table}")`).all() as { name: string }[]).map(
        ({ name }) => `"${name}"`,
      )
      target.exec(`DROP TABLE IF EXISTS "${table}"; CREATE TABLE "${table}" (${columns.join(', ')})`)
      return [table, target.prepare(`INSERT INTO "${table}" VALUES (${columns.map(() => '?').join(', ')})`)]
    }),
  )
  return {
    async *rows(table) {
      let rows: Cell[][] = []
      for (const row of built.prepare(`SELECT * FROM "${table}"`).iterate() as Iterable<Record<string, Cell>>) {
        rows.push(Object.values(row))
        if (rows.length < rowsAtOnce) continue
        yield rows
        rows = []
      }
      if (rows.length > 0) yield rows
    },
    fill: async (table, rows) => {
      const insert = inserts.get(table)
      if (insert === undefined) throw new Error(`no table "${table}"`)
      for (const row of rows) insert.run(...row)
    },
    begin: async () => target.exec('BEGIN'),
    commit: async () => target.exec('COMMIT'),
    close: async () => {
      built.close()
      target.close()
    },
  }
}
