import { Client, escapeIdentifier, Pool, type ClientBase, type ClientConfig } from 'pg'
import { badInput } from '../../common/error.ts'
import { valueTypes } from './value-types.ts'

/** How long a connection may take to come about. */
const connectMilliseconds = 10_000

/** A PostgreSQL database, and the schema in it that all connections work in. Sessions bear the name of the log. */
export interface PostgresServer {
  /** Host, port and database, for messages. */
  readonly name: string
  readonly schema: string
  /** Connections for one kind of work; `settings` are run on each before its first use. */
  readonly pool: (size: { readonly least?: number; readonly most: number }, settings: readonly string[]) => Pool
  /** One connection outside of any pool. */
  readonly connect: (settings: readonly string[]) => Promise<Client>
}

export const serverAt = (connection: string, schema: string, logName: string): PostgresServer => {
  const config: ClientConfig = {
    connectionString: connection,
    types: valueTypes,
    application_name: `normtrail ${logName}`,
    keepAlive: true,
  }
  const prepare = async (client: ClientBase, settings: readonly string[]): Promise<void> => {
    client.on('error', () => undefined)
    await client.query([`SET search_path = ${escapeIdentifier(schema)}`, ...settings].join('; '))
  }
  return {
    name: nameOf(config),
    schema,
    pool: ({ least = 0, most }, settings) => {
      const pool = new Pool({
        ...config,
        Client: ImpatientClient,
        min: least,
        max: most,
        idleTimeoutMillis: 30_000,
        onConnect: (client) => prepare(client, settings),
      })
      pool.on('error', () => undefined)
      return pool
    },
    connect: async (settings) => {
      const client = new ImpatientClient(config)
      client.on('error', () => undefined)
      try {
        await client.connect()
        await prepare(client, settings)
        return client
      } catch (thrown) {
        await client.end().catch(() => undefined)
        throw thrown
      }
    },
  }
}

/** The pool's own time limit would also count the wait for a connection that is in use. */
class ImpatientClient extends Client {
  constructor(config?: ClientConfig) {
    super({ ...config, connectionTimeoutMillis: connectMilliseconds })
  }
}

const nameOf = (config: ClientConfig): string => {
  if (!/^(postgres|postgresql|socket):/.test(String(config.connectionString)))
    throw badInput(
      'bad-connection',
      'the read model needs a connection such as postgres://user:password@host:5432/database.',
    )
  try {
    const { host, port, database } = new Client(config)
    return `${host}:${port}/${database ?? ''}`
  } catch {
    // Without the cause: it may print the password.
    throw badInput(
      'bad-connection',
      'the connection of the read model cannot be read. Expected postgres://user:password@host:5432/database.',
    )
  }
}
