import { sql as statement, type Kysely } from 'kysely'
import { NormtrailError } from '../../common/error.ts'
import { allGenerations, type RegistrySchema } from '../registry.ts'
import { servingAmong, standingEngine, statesOf, type Look } from '../standing.ts'
import { totalOrder } from '../query/total-order.ts'
import { kyselyOf } from './dialect.ts'
import { schemaOf } from './log-name.ts'
import { tablesIn } from './prepare.ts'
import { readerSettings, readIn } from './read.ts'
import { serverAt } from './server.ts'
import { bytesOf } from './size.ts'

/** Looks at the read model on a server, to say how it stands: makes no schema and no table. */
export const lookAtPostgres = async (connection: string, name: string, shape: string): Promise<Look> => {
  const logName = schemaOf(name)
  const server = serverAt(connection, logName, logName)
  const pool = server.pool({ most: 2 }, readerSettings)
  const list = kyselyOf<RegistrySchema>(readIn(server, pool), logName)
  const close = async (): Promise<void> => {
    await list.destroy()
    await pool.end()
  }
  try {
    const database = await databaseAt(list)
    const rows = (await tablesIn(list, logName)).includes('generation') ? await allGenerations(list) : []
    const serving = servingAmong(rows, shape)
    const found = { database, shape, generations: await statesOf(rows, shape, (schema) => bytesOf(list, schema)) }
    if (serving === undefined) return { ...found, engine: undefined, close }
    const inGeneration = serverAt(connection, serving.name, logName)
    const reading = inGeneration.pool({ most: 1 }, readerSettings)
    const sql = kyselyOf(readIn(inGeneration, reading), serving.name).withPlugin(totalOrder)
    const closeAll = async (): Promise<void> => {
      await sql.destroy()
      await reading.end()
      await close()
    }
    const engine = standingEngine(
      { sql, close: closeAll },
      { shape, rows, serving, bytesOf: (schema) => bytesOf(list, schema), refusal: onlyLooking },
    )
    return { ...found, engine, close: closeAll }
  } catch (thrown) {
    await close()
    throw thrown
  }
}

const onlyLooking = (): NormtrailError =>
  new NormtrailError('unavailable', 'read-only', 'the read model was opened to be looked at, and not written to.')

/** The time is taken on both sides of the question: an answer that was long on its way says nothing of the clock. */
const databaseAt = async <S>(database: Kysely<S>): Promise<Look['database']> => {
  const asked = Date.now()
  const {
    rows: [row],
  } = await statement<{ version: string; seconds: number }>`
    SELECT current_setting('server_version') AS version,
      extract(epoch FROM clock_timestamp())::float8 AS seconds`.execute(database)
  const answered = Date.now()
  const seconds = row?.seconds ?? asked / 1000
  return { version: `PostgreSQL ${row?.version}`, secondsOff: outside(seconds, asked / 1000, answered / 1000) }
}

/** How far a moment lies outside of a span; 0 within. */
const outside = (moment: number, from: number, to: number): number => Math.max(moment - to, Math.min(moment - from, 0))
