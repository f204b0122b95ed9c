import { join } from 'node:path'
import { openSqliteLog } from '../../src/log/sqlite/log.ts'
import { measured, type Measured } from '../phase.ts'
import { commitSize, syntheticParts } from '../synthetic.ts'

/** Appends synthetic events to a log, commit by commit. */
export const append = async (folder: string, total: string): Promise<Measured> => {
  const log = openSqliteLog(join(folder, 'log.sqlite'))
  const result = await measured(async () => {
    for (let from = 0; from < Number(total); from += commitSize)
      await log.appendCommit(syntheticParts(from, Math.min(commitSize, Number(total) - from)), { recordedBy: 'bench' })
    return Number(total)
  })
  await log.close()
  return result
}
