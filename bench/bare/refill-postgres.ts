import pg from 'pg'
import { builtTables, rowsAtOnce, type Cell, type Refill } from './built-tables.ts'
import { copyIn } from './copy-in.ts'

/** Rows of one schema into tables of the same columns in another, without an index, by COPY. */
export const refillPostgres = async (connection: string, schema: string): Promise<Refill> => {
  const connected = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: connection })
    await client.connect()
    return client
  }
  const [reading, writing] = [await connected(), await connected()]
  const target = pg.escapeIdentifier(`${schema}_bare`)
  await writing.query(`SET synchronous_commit = off; DROP SCHEMA IF EXISTS ${target} CASCADE; CREATE SCHEMA ${target}`)
  for (const table of builtTables)
    await writing.query(`CREATE TABLE ${target}."${table}" (LIKE ${pg.escapeIdentifier(schema)}."${table}")`)
  return {
    async *rows(table) {
      await reading.query(
        `BEGIN; DECLARE rows NO SCROLL CURSOR FOR SELECT * FROM ${pg.escapeIdentifier(schema)}."${table}"`,
      )
      for (;;) {
        const { rows } = await reading.query<Cell[]>({ text: `FETCH ${rowsAtOnce} FROM rows`, rowMode: 'array' })
        if (rows.length === 0) break
        yield rows
      }
      await reading.query('COMMIT')
    },
    fill: (table, rows) => copyIn(writing, `${target}."${table}"`, rows),
    begin: async () => void (await writing.query('BEGIN')),
    commit: async () => void (await writing.query('COMMIT')),
    close: async () => {
      await writing.query(`DROP SCHEMA ${target} CASCADE`)
      await Promise.all([reading.end(), writing.end()])
    },
  }
}
