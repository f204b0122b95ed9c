import pg from 'pg'
import { option } from '../options.ts'
import { say } from '../report.ts'
import { startStandIn, type StandIn } from './stand-in.ts'

/** A log server and a PostgreSQL, named or our own. */
export interface Servers {
  readonly log: string
  readonly postgres: string
  /** Whether the log server is a double: then no number says anything about EventStoreDB. */
  readonly logIsStandIn: boolean
  /** Drops the schemas of a run. What a named log server was given stays there. */
  readonly dropSchemas: (startingWith: string) => Promise<void>
  readonly stop: () => Promise<void>
}

const shown = (place: string): string => place.replace(/\/\/([^:@/]*):[^@/]*@/, '//$1:…@')

/**
 * The servers that `--esdb` and `--postgres` or the environment name; where they name none, our own. Says plainly
 * which.
 */
export const startServers = async (): Promise<Servers> => {
  const named = { log: option('esdb', 'NORMTRAIL_TEST_ESDB'), postgres: option('postgres', 'NORMTRAIL_TEST_PG') }
  const own: StandIn[] = []
  const stop = async (): Promise<void> => void (await Promise.all(own.map((one) => one.stop())))
  const given = async (kind: 'log' | 'postgres'): Promise<string> => {
    const place = named[kind]
    if (place !== undefined) return place
    const started = await startStandIn(kind)
    own.push(started)
    return started.connection
  }
  try {
    const log = await given('log')
    const postgres = await given('postgres')
    if (named.log === undefined) {
      say(
        'log server: NONE IS NAMED. What answers is a stand-in for EventStoreDB, ' +
          'a double in memory in a process of Node:',
      )
      say(
        '            numbers with it say what normtrail adds, not what EventStoreDB does. ' +
          'Name a server with --esdb esdb://… or NORMTRAIL_TEST_ESDB.',
      )
    } else say(`log server: ${shown(named.log)}`)
    say(
      named.postgres === undefined
        ? 'PostgreSQL: none is named; a real one of our own, without fsync. ' +
            'Name a server with --postgres postgres://… or NORMTRAIL_TEST_PG.'
        : `PostgreSQL: ${shown(named.postgres)}`,
    )
    return {
      log,
      postgres,
      logIsStandIn: named.log === undefined,
      dropSchemas: (startingWith) => dropSchemas(postgres, startingWith),
      stop,
    }
  } catch (thrown) {
    await stop()
    throw thrown
  }
}

const dropSchemas = async (connection: string, startingWith: string): Promise<void> => {
  const client = new pg.Client({ connectionString: connection })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      'SELECT nspname::text AS name FROM pg_catalog.pg_namespace WHERE starts_with(nspname::text, $1)',
      [startingWith],
    )
    for (const { name } of rows) await client.query(`DROP SCHEMA ${pg.escapeIdentifier(name)} CASCADE`)
  } finally {
    await client.end()
  }
}
