import type { Run } from '../readmodel/postgres/dialect.ts'
import { schemaOf } from '../readmodel/postgres/log-name.ts'
import { ensureSchema, tableOfTokens } from '../readmodel/postgres/prepare.ts'
import { serverAt, type PostgresServer } from '../readmodel/postgres/server.ts'
import { persistently } from '../readmodel/postgres/unavailable.ts'
import { writeIn } from '../readmodel/postgres/write.ts'
import type { Scope } from './scope.ts'
import type { Token } from './token.ts'
import type { TokenStore } from './token-store.ts'

/** For how many milliseconds one that was found is not looked up again: so long may one last that was revoked. */
const memory = 1_000
const mostRemembered = 10_000

interface Row {
  readonly id: string
  readonly name: string
  readonly scopes: string
  readonly digest: string
  readonly created: string
  readonly expires: string | null
  readonly last_used: string | null
}

/**
 * Tokens in a table of the schema that is the log's own, beside the list of the generations of its read model and never
 * in one of them. The table is made with the first token; the user needs CREATE on the database only then.
 */
export const tokensInPostgres = (connection: string, name: string): TokenStore => {
  const logName = schemaOf(name)
  const server = serverAt(connection, logName, logName)
  const pool = server.pool({ most: 2 }, [])
  const run: Run = ((sql: string, parameters: readonly unknown[]) =>
    persistently(server.name, () => pool.query(sql, [...parameters]))) as Run
  const isThere = onceTrue(() => hasTable(run, server))
  const rows = async (rest: string, ...parameters: readonly unknown[]): Promise<readonly Token[]> => {
    if (!(await isThere())) return []
    return (await run<Row>(rest, parameters)).rows.map(tokenOf)
  }
  const remembered = new Map<string, { readonly token: Token; readonly until: number }>()
  const find = async (id: string): Promise<Token | undefined> => {
    const known = remembered.get(id)
    if (known !== undefined && known.until > performance.now()) return known.token
    remembered.delete(id)
    const [token] = await rows(`SELECT * FROM ${tableOfTokens} WHERE id = $1`, id)
    if (remembered.size >= mostRemembered) remembered.clear()
    if (token !== undefined) remembered.set(id, { token, until: performance.now() + memory })
    return token
  }
  return {
    place: server.name,
    find,
    all: () => rows(`SELECT * FROM ${tableOfTokens} ORDER BY created, id`),
    add: async ({ id, name: holder, scopes, digest, created, expires }) => {
      if (!(await isThere())) await makeTable(server, pool)
      // Asked twice where a connection fails, it is added once.
      await run(
        `INSERT INTO ${tableOfTokens} (id, name, scopes, digest, created, expires)
          VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`,
        [id, holder, scopes.join(' '), digest, created, expires ?? null],
      )
    },
    revoke: async (id) => {
      remembered.delete(id)
      return (await rows(`DELETE FROM ${tableOfTokens} WHERE id = $1 RETURNING *`, id))[0]
    },
    noteUse: async (id, day) => {
      await rows(`UPDATE ${tableOfTokens} SET last_used = $2 WHERE id = $1 RETURNING *`, id, day)
    },
    close: () => pool.end(),
  }
}

const tokenOf = ({ id, name, scopes, digest, created, expires, last_used: lastUsed }: Row): Token => ({
  id,
  name,
  scopes: scopes.split(' ') as Scope[],
  digest,
  created,
  ...(expires !== null && { expires }),
  ...(lastUsed !== null && { lastUsed }),
})

/** Asks until it is so; from then on it is. */
const onceTrue = (ask: () => Promise<boolean>): (() => Promise<boolean>) => {
  let isSo = false
  return async () => (isSo ||= await ask())
}

const hasTable = async (run: Run, { schema }: PostgresServer): Promise<boolean> =>
  (await run('SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = $1 AND tablename = $2', [schema, tableOfTokens]))
    .rows.length > 0

const makeTable = (server: PostgresServer, pool: ReturnType<PostgresServer['pool']>): Promise<void> =>
  writeIn(
    server,
    pool,
  )(async ({ sql }) => {
    await ensureSchema(sql, server.schema)
    await sql.schema
      .createTable(tableOfTokens)
      .ifNotExists()
      .addColumn('id', 'text', (id) => id.primaryKey())
      .addColumn('name', 'text', (name) => name.notNull())
      .addColumn('scopes', 'text', (scopes) => scopes.notNull())
      .addColumn('digest', 'text', (digest) => digest.notNull())
      .addColumn('created', 'text', (created) => created.notNull())
      .addColumn('expires', 'text')
      .addColumn('last_used', 'text')
      .execute()
  })
