import type { Pool, PoolClient } from 'pg'
import type { Writing } from '../engine.ts'
import { bulkInsert } from './bulk-insert.ts'
import { kyselyOf, type Run } from './dialect.ts'
import { parametersWithoutNul } from './nul.ts'
import { asUnavailable, persistently } from './unavailable.ts'
import type { PostgresServer } from './server.ts'

/**
 * One transaction under the lock of the schema. PostgreSQL gives the lock back with the transaction, or with the
 * session of a process that died.
 */
export const writeIn =
  (server: PostgresServer, pool: Pool) =>
  async <T>(work: (writing: Writing) => Promise<T>): Promise<T> => {
    const client = await persistently(server.name, () => begin(pool, server.schema))
    const run = (async (sql: string, parameters: readonly unknown[]) => {
      try {
        return await client.query(sql, parametersWithoutNul(parameters))
      } catch (thrown) {
        throw asUnavailable(thrown, server.name)
      }
    }) as Run
    const bulk = bulkInsert(run)
    const reading: Run = async (sql, parameters) => {
      await bulk.flush()
      return run(sql, parameters)
    }
    try {
      const result = await work({ sql: kyselyOf(reading, server.schema), insert: bulk.insert, close: bulk.close })
      await bulk.finish()
      await commit(run)
      client.release()
      return result
    } catch (thrown) {
      await abandon(client)
      throw thrown
    }
  }

const begin = async (pool: Pool, schema: string): Promise<PoolClient> => {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`normtrail read model ${schema}`])
    return client
  } catch (thrown) {
    client.release(true)
    throw thrown
  }
}

/** PostgreSQL answers COMMIT with ROLLBACK, and no error, where a statement failed and nobody heard it. */
const commit = async (run: Run): Promise<void> => {
  const { command } = await run('COMMIT', [])
  if ((command as string) !== 'COMMIT') throw new Error('the transaction was rolled back: a statement in it had failed')
}

const abandon = async (client: PoolClient): Promise<void> => {
  try {
    await client.query('ROLLBACK')
    client.release()
  } catch {
    client.release(true)
  }
}
