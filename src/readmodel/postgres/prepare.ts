import { sql, type Kysely } from 'kysely'
import { migrations } from '../../../migrations/index.ts'
import { badInput, conflict, NormtrailError } from '../../error.ts'
import type { Schema } from '../schema.ts'

const undefinedTable = '42P01'

/** Whether every migration has run and no other: then nobody needs to wait for the lock. */
export const isMigrated = async (database: Kysely<Schema>): Promise<boolean> => {
  try {
    const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(database)
    return rows.map(({ name }) => name).toSorted().join() === Object.keys(migrations).toSorted().join()
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === undefinedTable) return false
    throw thrown
  }
}

/** Makes the schema of a log where there is none. Refuses one in which somebody else keeps tables, and a database that cannot hold every text. */
export const ensureSchema = async (database: Kysely<Schema>, schema: string): Promise<void> => {
  const { rows: [encoding] } = await sql<{ server_encoding: string }>`SHOW server_encoding`.execute(database)
  if (encoding?.server_encoding !== 'UTF8')
    throw badInput('bad-encoding', `the database stores text as ${encoding?.server_encoding}. Expected UTF8.`, { hint: "CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0." })
  const { rows: there } = await sql`SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = ${schema}`.execute(database)
  if (there.length === 0) return createSchema(database, schema)
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true })
  if (tables.length > 0 && !tables.some(({ name }) => name === 'kysely_migration'))
    throw conflict('schema-taken', `the schema "${schema}" holds tables that are not a read model: ${tables.map(({ name }) => name).slice(0, 3).join(', ')}.`, {
      hint: 'Choose another name for the log, or another database.',
    })
}

const insufficientPrivilege = '42501'

const createSchema = async (database: Kysely<Schema>, schema: string): Promise<void> => {
  try {
    await database.schema.createSchema(schema).execute()
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === insufficientPrivilege)) throw thrown
    throw new NormtrailError('unavailable', 'cannot-create-schema', `this user may not create the schema "${schema}".`, {
      cause: thrown,
      hint: `Have its owner run: CREATE SCHEMA "${schema}" AUTHORIZATION …`,
    })
  }
}
