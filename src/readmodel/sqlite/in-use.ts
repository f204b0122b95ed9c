import { existsSync, rmSync } from 'node:fs'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { asStoreFailure, plainly } from '../../sqlite/failure.ts'
import { removeBeside } from './beside.ts'

/**
 * What tells of the use of a file is a file beside it, with a lock of the system on it: a process that dies lets go of
 * it.
 */
const besideOf = (file: string): string => `${file}-use`

/**
 * Says that a file is in use, until it is let go. Not left to the connections themselves: one that was closed lasts
 * until the garbage collector has found the last of its statements.
 */
export const takeIntoUse = (file: string): { readonly letGo: () => void } => {
  const beside = besideOf(file)
  const database = plainly(beside, 'read model', () => new DatabaseSync(beside, { timeout: 10_000 }))
  try {
    database.exec('CREATE TABLE IF NOT EXISTS used (held); BEGIN; SELECT count(*) FROM used')
    return { letGo: () => database.close() }
  } catch (thrown) {
    database.close()
    throw asStoreFailure(thrown, beside, 'read model')
  }
}

/** Removes an SQLite file and what stands beside it, unless it is in use. */
export const removeUnused = (file: string): boolean => {
  const beside = besideOf(file)
  if (!existsSync(beside)) return (!existsSync(file) || isAlone(file)) && removed(file)
  const database = holding(beside, 'BEGIN EXCLUSIVE')
  if (database === undefined) return false
  const done = removed(file)
  database.close()
  return done && removed(beside)
}

/**
 * Without a file that tells of its use, it is an older version's: in its journal mode every connection has a lock, and
 * SQLite leaves the mode only for the last one.
 */
const isAlone = (file: string): boolean => {
  const database = holding(file, 'PRAGMA journal_mode = DELETE')
  database?.close()
  return database !== undefined
}

const holding = (file: string, statement: string): DatabaseSyncInstance | undefined => {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.exec(statement)
    return database
  } catch {
    database.close()
    return undefined
  }
}

const removed = (file: string): boolean => {
  try {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true })
    removeBeside(file)
    return true
  } catch {
    // Windows removes no file that is still open.
    return false
  }
}
