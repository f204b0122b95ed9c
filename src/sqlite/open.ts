import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { messageOf, NormtrailError } from '../error.ts'

/** How long a writer waits for another one to finish its transaction, and how often it asks. */
const busyMilliseconds = 60_000
const askAgainMilliseconds = 10

/** Opens an SQLite file (and its folder) with durable commits: WAL, synchronous=FULL. */
export const openSqlite = (file: string, options: { readOnly?: boolean } = {}): DatabaseSyncInstance => {
  try {
    if (file !== ':memory:' && options.readOnly !== true) mkdirSync(dirname(file), { recursive: true })
    const database = new DatabaseSync(file, { readOnly: options.readOnly ?? false, timeout: busyMilliseconds })
    database.exec('PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY')
    if (options.readOnly !== true)
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 16000')
    return database
  } catch (cause) {
    throw new NormtrailError('unavailable', 'cannot-open', `${file} cannot be opened: ${messageOf(cause)}`, { cause })
  }
}

const isBusy = (thrown: unknown): boolean =>
  thrown instanceof Error && (thrown as { sqliteCodeName?: string }).sqliteCodeName === 'SQLITE_BUSY'

/** Begins when no other writer is at work. SQLite itself would wait asleep, and the other writer may be in this very process. */
const begin = async (database: DatabaseSyncInstance): Promise<void> => {
  const patience = performance.now() + busyMilliseconds
  for (;;) {
    database.exec('PRAGMA busy_timeout = 0')
    try {
      return database.exec('BEGIN IMMEDIATE')
    } catch (thrown) {
      if (!isBusy(thrown) || performance.now() > patience) throw thrown
    } finally {
      database.exec(`PRAGMA busy_timeout = ${busyMilliseconds}`)
    }
    await sleep(askAgainMilliseconds)
  }
}

/** Runs a piece of work in one immediate transaction: all of it, or nothing. */
export const transaction = async <T>(database: DatabaseSyncInstance, work: () => Promise<T> | T): Promise<T> => {
  await begin(database)
  try {
    const result = await work()
    database.exec('COMMIT')
    return result
  } catch (thrown) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw thrown
  }
}
