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

/** A database of its own on a server: who looks at its tables sees none that another file is about to drop. */
const ownDatabase = async (server: string) => {
  const name = `file_${randomBytes(6).toString('hex')}`
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await run(`CREATE DATABASE ${name}`)
  const connection = new URL(server)
  connection.pathname = `/${name}`
  return { connection: connection.href, drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) }
}

/**
 * A real PostgreSQL: the one that NORMTRAIL_TEST_PG names, or a database on one that all files of the run share. What
 * this file made on it is gone with `stop`.
 */
export const startPostgres = async (): Promise<TestServer> => {
  const given = process.env.NORMTRAIL_TEST_PG ?? ''
  const own = given === '' ? await ownDatabase(await sharedByTheRun('postgres')) : undefined
  const connection = own?.connection ?? given
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
      await own?.drop()
    },
  }
}
