import { dirname, join } from 'node:path'
import { fileOf } from '../../src/workspace/settings.ts'
import { builtTables } from '../bare/built-tables.ts'
import { generationOf } from '../bare/generation-of.ts'
import { scanOf } from '../bare/scan.ts'
import { measured, type Measured } from '../phase.ts'

/**
 * The bare work behind a catch-up: scan the log, parse every event, insert as many rows as the read model holds, with
 * the same bytes. The rows are read from the read model that was built before; that reading is part of neither side, so
 * it is timed apart and taken off.
 */
export const barePipelineOn = async (log: string, logName: string, read: string): Promise<Measured> => {
  const file = fileOf(read)
  const generation = await generationOf({ log, logName, read })
  const refill =
    file === undefined
      ? await (await import('../bare/refill-postgres.ts')).refillPostgres(read, generation)
      : (await import('../bare/refill-sqlite.ts')).refillSqlite(join(dirname(file), generation))
  const scan = await scanOf(log, logName, 'subscription')
  let reading = 0n
  const result = await measured(async () => {
    const events = await scan.run()
    await refill.begin()
    for (const table of builtTables) {
      const batches = refill.rows(table)[Symbol.asyncIterator]()
      for (;;) {
        const before = process.hrtime.bigint()
        const { done, value } = await batches.next()
        reading += process.hrtime.bigint() - before
        if (done === true) break
        await refill.fill(table, value)
      }
    }
    await refill.commit()
    return events
  })
  await scan.close()
  await refill.close()
  return { ...result, seconds: result.seconds - Number(reading) / 1e9 }
}
