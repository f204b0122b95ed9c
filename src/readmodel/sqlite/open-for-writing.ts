import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { asStoreFailure } from '../../sqlite/failure.ts'
import { openSqlite } from '../../sqlite/open.ts'

/**
 * A connection that fills a generation. It can be rebuilt at any time, so its commits need not wait for the disk; one
 * that nobody sees is not synced at all. Long sorts, as for an index, take a second processor.
 */
export const openForWriting = (file: string, unseen: boolean): DatabaseSyncInstance => {
  const database = openSqlite(file)
  try {
    database.exec(`PRAGMA synchronous = ${unseen ? 'OFF' : 'NORMAL'}; PRAGMA threads = 2`)
    return database
  } catch (thrown) {
    database.close()
    throw asStoreFailure(thrown, file, 'read model')
  }
}
