import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { messageOf, NormtrailError } from '../error.ts'

/** How long a writer waits for another process to finish its transaction. */
const busyMilliseconds = 60_000

/** Opens an SQLite file (and its folder) with durable commits: WAL, synchronous=FULL. */
export const openSqlite = (file: string, options: { readOnly?: boolean } = {}): DatabaseSyncInstance => {
  try {
    if (file !== ':memory:' && options.readOnly !== true) mkdirSync(dirname(file), { recursive: true })
    const database = new DatabaseSync(file, { readOnly: options.readOnly ?? false, timeout: busyMilliseconds })
    database.exec('PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY')
    if (options.readOnly !== true) database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 16000')
    return database
  } catch (cause) {
    throw new NormtrailError('unavailable', 'cannot-open', `${file} cannot be opened: ${messageOf(cause)}`, { cause })
  }
}

/** Runs a piece of work in one immediate transaction: all of it, or nothing. */
export const transaction = async <T>(database: DatabaseSyncInstance, work: () => Promise<T> | T): Promise<T> => {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = await work()
    database.exec('COMMIT')
    return result
  } catch (thrown) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw thrown
  }
}
