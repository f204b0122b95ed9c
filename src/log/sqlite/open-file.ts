import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { damaged, plainly } from '../../sqlite/failure.ts'
import { openSqlite } from '../../sqlite/open.ts'
import { schema } from './schema.ts'

/** The tables without which it is no log. The note of a move came later. */
const core = ['commits', 'streams', 'events'] as const

export interface OpenFile {
  readonly reading: DatabaseSyncInstance
  /** Undefined where the file can only be read. */
  readonly writing: DatabaseSyncInstance | undefined
}

/**
 * Two connections, so that reading never sees half a commit. Throws `log-damaged` where the file holds something that
 * is no log: nothing is written into it.
 */
export const openLogFile = (file: string, readOnly: boolean): OpenFile => {
  const first = openSqlite(file, { kept: 'log', readOnly })
  try {
    return plainly(file, 'log', () => {
      const isNew = checkTables(first, file, readOnly)
      if (readOnly) return { reading: first, writing: undefined }
      // All tables at once: another process that opens the file meanwhile would take some of them for a damaged log.
      first.exec(isNew ? `BEGIN IMMEDIATE; ${schema}; COMMIT` : schema)
      return { reading: openSqlite(file, { kept: 'log', use: 'reading' }), writing: first }
    })
  } catch (thrown) {
    first.close()
    throw thrown
  }
}

/** Whether the file holds nothing yet. */
const checkTables = (database: DatabaseSyncInstance, file: string, isWhole: boolean): boolean => {
  const rows = database.prepare('SELECT name FROM sqlite_master').all() as unknown as readonly { name: string }[]
  const missing = core.filter((table) => !rows.some(({ name }) => name === table))
  if (missing.length > 0 && (isWhole || rows.length > 0))
    throw damaged('log', file, `it has no ${missing.map((table) => `table "${table}"`).join(', no ')}`)
  return rows.length === 0
}
