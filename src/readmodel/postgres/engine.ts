import type { ReadModelEngine } from '../engine.ts'
import { migrate } from '../migrate.ts'
import { totalOrder } from '../total-order.ts'
import { kyselyOf } from './dialect.ts'
import { leadIn } from './lead.ts'
import { defaultLease, writerSettings } from './lease.ts'
import { defaultLogName, schemaOf } from './log-name.ts'
import { ensureSchema, isMigrated } from './prepare.ts'
import { readerSettings, readIn } from './read.ts'
import { serverAt } from './server.ts'
import { writeIn } from './write.ts'

/** How many questions of one process PostgreSQL works on at a time; further ones wait. */
const readers = 4

/**
 * Opens a read model that many processes share: `postgres://user:password@host:5432/database`, with a schema for each log.
 * Connects when it is first asked. Needs sessions that last: a pooler that hands out transactions loses the settings of each connection.
 */
export const openPostgresReadModel = (connection: string, options: { logName?: string; lease?: number } = {}): ReadModelEngine => {
  const schema = schemaOf(options.logName ?? defaultLogName)
  const lease = options.lease ?? defaultLease
  const server = serverAt(connection, schema)
  const reading = server.pool(readers, readerSettings)
  const writing = server.pool(1, writerSettings(lease))
  const sql = kyselyOf(readIn(server, reading), schema).withPlugin(totalOrder)
  const write = writeIn(server, writing)
  return {
    sql,
    write,
    migrate: async () => {
      if (await isMigrated(sql)) return
      await write(async ({ sql: database }) => {
        await ensureSchema(database, schema)
        await migrate(database)
      })
    },
    lead: leadIn(server, lease),
    close: async () => {
      await sql.destroy()
      await Promise.all([reading.end(), writing.end()])
    },
  }
}
