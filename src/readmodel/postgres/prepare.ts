import { sql, type Kysely } from 'kysely'
import { badInput, conflict, NormtrailError } from '../../common/error.ts'

/**
 * The table by which a read model from before there were generations is known: it stands in the schema of its log
 * itself.
 */
const tableOfOlder = 'kysely_migration'

/** Stands in the schema of a log beside the list of its generations: no rebuild and no other version touches it. */
export const tableOfTokens = 'access_token'

export const tablesIn = async <S>(database: Kysely<S>, schema: string): Promise<readonly string[]> =>
  (
    await sql<{
      name: string
    }>`SELECT tablename::text AS name FROM pg_catalog.pg_tables WHERE schemaname = ${schema}`.execute(database)
  ).rows.map(({ name }) => name)

/**
 * Makes the schema of a log where there is none. Refuses one in which somebody else keeps tables, and a database that
 * cannot hold every text.
 */
export const ensureSchema = async <S>(database: Kysely<S>, schema: string): Promise<void> => {
  const {
    rows: [encoding],
  } = await sql<{ server_encoding: string }>`SHOW server_encoding`.execute(database)
  if (encoding?.server_encoding !== 'UTF8')
    throw badInput('bad-encoding', `the database stores text as ${encoding?.server_encoding}. Expected UTF8.`, {
      hint: "CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.",
    })
  await createSchema(database, schema)
  const tables = (await tablesIn(database, schema)).filter((table) => table !== tableOfTokens)
  if (tables.length > 0 && !tables.includes('generation') && !tables.includes(tableOfOlder))
    throw conflict(
      'schema-taken',
      `the schema "${schema}" holds tables that are not a read model: ` +
        `${tables.slice(0, 3).join(', ')}${tables.length > 3 ? ', …' : ''}.`,
      {
        hint: 'Choose another name for the log, or another database.',
      },
    )
}

export const holdsOlder = async <S>(database: Kysely<S>, schema: string): Promise<boolean> =>
  (await tablesIn(database, schema)).includes(tableOfOlder)

/** Makes a schema where there is none. */
export const createSchema = async <S>(database: Kysely<S>, schema: string): Promise<void> => {
  const { rows: there } = await sql`SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = ${schema}`.execute(database)
  if (there.length > 0) return
  try {
    await database.schema.createSchema(schema).execute()
  } catch (thrown) {
    if (!(thrown instanceof NormtrailError && thrown.code === 'no-rights')) throw thrown
    throw new NormtrailError(
      'unavailable',
      'cannot-create-schema',
      `this user may not create the schema "${schema}".`,
      {
        cause: thrown,
        hint:
          'Each build of the read model is a schema of its own. Have the ' +
          'owner of the database run: GRANT CREATE ON DATABASE … TO …',
      },
    )
  }
}
