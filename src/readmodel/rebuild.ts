import { sql } from 'kysely'
import type { EventLog } from '../log/port.ts'
import { catchUp, type Progress } from './catch-up.ts'
import type { ReadModelEngine } from './engine.ts'
import { migrate } from './migrate.ts'

/**
 * Throws every table away and folds the whole log anew. Cut off in the middle, the next catch-up goes on where it stopped.
 * The old tables go and the new ones come in one transaction: whoever shares the read model never finds none.
 */
export const rebuild = async (engine: ReadModelEngine, log: EventLog, progress?: Progress): Promise<number> => {
  await engine.migrate()
  await engine.write(async ({ sql: database }) => {
    const tables = await database.introspection.getTables({ withInternalKyselyTables: true })
    for (const { name, isView } of tables) if (!isView) await sql`DROP TABLE ${sql.table(name)}`.execute(database)
    await migrate(database)
  })
  return catchUp(engine, log, progress)
}
