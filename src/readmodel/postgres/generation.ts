import { sql as statement } from 'kysely'
import type { Definition } from '../definition.ts'
import type { Generation } from '../engine.ts'
import { totalOrder } from '../query/total-order.ts'
import { kyselyOf } from './dialect.ts'
import { writerSettings } from './lease.ts'
import { createSchema } from './prepare.ts'
import { readerSettings, readIn } from './read.ts'
import type { PostgresServer } from './server.ts'
import { writeIn } from './write.ts'

/** How many questions of one process PostgreSQL works on at a time; further ones wait. */
const readers = 4

/** What the sessions that read or write a generation hold together, and what whoever removes it must have alone. */
export const useOf = (schema: string): string => `normtrail generation ${schema}`

/**
 * Opens a generation: a schema of its own. One session at least lasts as long as it is open, and says that it is in
 * use.
 */
export const openPostgresGeneration = async (
  server: PostgresServer,
  lease: number,
  { tables, lateIndexes }: Definition,
): Promise<Generation> => {
  const { schema } = server
  const inUse = `SELECT pg_advisory_lock_shared(hashtextextended('${useOf(schema)}', 0))`
  const reading = server.pool({ least: 1, most: readers }, [...readerSettings, inUse])
  const writing = server.pool({ most: 1 }, [...writerSettings(lease), inUse])
  const sql = kyselyOf(readIn(server, reading), schema).withPlugin(totalOrder)
  const write = writeIn(server, writing)
  const close = async (): Promise<void> => {
    await sql.destroy()
    await Promise.all([reading.end(), writing.end()])
  }
  const hasTables = async (database: typeof sql): Promise<boolean> => {
    const { rows } = await statement`
      SELECT 1 FROM pg_catalog.pg_tables
      WHERE schemaname = ${schema} AND tablename = 'checkpoint'`.execute(database)
    return rows.length > 0
  }
  try {
    if (!(await hasTables(sql)))
      await write(async ({ sql: database }) => {
        if (await hasTables(database)) return
        await createSchema(database, schema)
        for (const table of tables) await statement.raw(table).execute(database)
      })
  } catch (thrown) {
    await close()
    throw thrown
  }
  return { name: schema, sql, write, lateIndexes: async () => lateIndexes, settle: async () => undefined, close }
}
