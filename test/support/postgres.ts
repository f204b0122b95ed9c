import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { sharedByTheRun } from './run/shared.ts'

export interface TestServer {
  /** `postgres://…`: a database whose own collation is not the order of bytes. */
  readonly connection: string
  /** A log name that no other test has. */
  readonly freshLogName: () => string
  /** Runs a statement as the owner of the server. */
  readonly query: (
    sql: string,
    parameters?: readonly unknown[],
  ) => Promise<readonly Readonly<Record<string, unknown>>[]>
  readonly stop: () => Promise<void>
}

/**
 * A real PostgreSQL: the one that NORMTRAIL_TEST_PG names, or one that all files of the run share. What this file made
 * on it is gone with `stop`.
 */
export const startPostgres = async (): Promise<TestServer> => {
  const given = process.env.NORMTRAIL_TEST_PG ?? ''
  const connection = given === '' ? await sharedByTheRun('postgres') : given
  const pool = new pg.Pool({ connectionString: connection, max: 1 })
  pool.on('error', () => undefined)
  const names: string[] = []
  return {
    connection,
    freshLogName: () => {
      const name = `test_${randomBytes(6).toString('hex')}`
      names.push(name)
      return name
    },
    query: async (sql, parameters = []) => (await pool.query<Record<string, unknown>>(sql, [...parameters])).rows,
    stop: async () => {
      for (const name of names) {
        const { rows } = await pool.query<{ nspname: string }>(
          'SELECT nspname FROM pg_namespace WHERE nspname = $1 OR starts_with(nspname, $2)',
          [name, `${name}_`],
        )
        for (const { nspname } of rows) await pool.query(`DROP SCHEMA ${pg.escapeIdentifier(nspname)} CASCADE`)
      }
      await pool.end()
    },
  }
}
