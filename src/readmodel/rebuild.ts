import { sql } from 'kysely'
import type { EventLog } from '../log/port.ts'
import { catchUp, type Progress } from './catch-up.ts'
import type { ReadModelEngine } from './engine.ts'

/** Throws every table away and folds the whole log anew. Cut off in the middle, the next catch-up goes on where it stopped. */
export const rebuild = async (engine: ReadModelEngine, log: EventLog, progress?: Progress): Promise<number> => {
  await engine.write(async (writing) => {
    const tables = await writing.sql.introspection.getTables({ withInternalKyselyTables: true })
    for (const { name } of tables) await sql`DROP TABLE ${sql.table(name)}`.execute(writing.sql)
  })
  await engine.migrate()
  return catchUp(engine, log, progress)
}
