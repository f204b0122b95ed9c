import { sql as statement, type Kysely } from 'kysely'
import { definitionIn } from '../definition.ts'
import type { Storage } from '../generations.ts'
import { createRegistry, type RegistrySchema } from '../registry.ts'
import { dialectWords, kyselyOf } from './dialect.ts'
import { openPostgresGeneration, useOf } from './generation.ts'
import { writerSettings } from './lease.ts'
import { ensureSchema, holdsOlder } from './prepare.ts'
import { readIn } from './read.ts'
import { serverAt } from './server.ts'
import { bytesOf } from './size.ts'
import { writeIn } from './write.ts'

/**
 * The list of the generations of a log stands in the schema of the log's name; each generation in a schema of its own
 * beside it, such as `main_1f0c2a9b_1`.
 */
export const storageOn = async (connection: string, logName: string, lease: number): Promise<Storage> => {
  const server = serverAt(connection, logName, logName)
  const pool = server.pool({ most: 2 }, writerSettings(lease))
  const inTransaction = writeIn(server, pool)
  const sql = kyselyOf<RegistrySchema>(readIn(server, pool), logName)
  const write = <T>(work: (sql: Kysely<RegistrySchema>) => Promise<T>): Promise<T> =>
    inTransaction((writing) => work(writing.sql as unknown as Kysely<RegistrySchema>))
  const close = async (): Promise<void> => {
    await sql.destroy()
    await pool.end()
  }
  try {
    await write(async (database) => {
      await ensureSchema(database, logName)
      await createRegistry(database, (await holdsOlder(database, logName)) ? logName : undefined)
    })
  } catch (thrown) {
    await close()
    throw thrown
  }
  const definition = await definitionIn(dialectWords(logName))
  return {
    registry: { sql, write },
    nameOf: (shape, number) => `${logName}_${shape}_${number}`,
    open: (name) => openPostgresGeneration(serverAt(connection, name, logName), lease, definition),
    remove: async (database, name) => {
      // Of tables from before there were generations nobody can tell whether they are in use: they are left until
      // somebody drops them.
      if (name === logName) return !(await holdsOlder(database, logName))
      const {
        rows: [unused],
      } = await statement<{
        locked: boolean
      }>`SELECT pg_try_advisory_xact_lock(hashtextextended(${useOf(name)}, 0)) AS locked`.execute(database)
      if (unused?.locked !== true) return false
      await statement`DROP SCHEMA IF EXISTS ${statement.ref(name)} CASCADE`.execute(database)
      return true
    },
    bytesOf: (name) => bytesOf(sql, name),
    close,
  }
}
