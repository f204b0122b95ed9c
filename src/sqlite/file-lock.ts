import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { beginImmediate } from './open.ts'

/**
 * Work that one process at a time does, on whatever a file beside it stands for. The file stays empty: what is held is
 * SQLite's lock on it, which the system gives back when a process ends, in whatever way.
 */
export const withFileLock = async <T>(file: string, work: () => Promise<T> | T): Promise<T> => {
  mkdirSync(dirname(file), { recursive: true })
  const database = new DatabaseSync(file)
  try {
    await beginImmediate(database)
    return await work()
  } finally {
    database.close()
  }
}
