import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { NormtrailError } from '../common/error.ts'
import { systemWords } from '../common/system-words.ts'
import { temporaryFolder } from '../common/temporary-folder.ts'
import { asStoreFailure, type Kept } from './failure.ts'

/** How long a writer waits for another one to finish its transaction, and how often it asks. */
const busyMilliseconds = 60_000
const askAgainMilliseconds = 10
/** How much of a file a connection keeps in memory: less where it only reads, since the system keeps it, too. */
const keptKibibytes = { writing: 65_536, reading: 16_384 } as const

interface Opening {
  readonly kept?: Kept
  /** For a file that is there: nothing is written to it, nor made beside it. */
  readonly readOnly?: boolean
  /** What it is for; it can write all the same. */
  readonly use?: keyof typeof keptKibibytes
}

/** Opens an SQLite file (and its folder) with durable commits: WAL, synchronous=FULL. */
export const openSqlite = (
  file: string,
  { kept = 'read model', readOnly = false, use = readOnly ? 'reading' : 'writing' }: Opening = {},
): DatabaseSyncInstance => {
  try {
    refuseFolder(file)
    if (file !== ':memory:' && !readOnly) mkdirSync(dirname(file), { recursive: true })
    const database = new DatabaseSync(readOnly ? untouched(file) : file, { readOnly, timeout: busyMilliseconds })
    return prepared(database, readOnly, use)
  } catch (thrown) {
    throw asStoreFailure(cannotMake(thrown, file), file, kept)
  }
}

/** A connection that cannot be prepared is closed: it is left to nobody, nor to the garbage collector. */
const prepared = (
  database: DatabaseSyncInstance,
  readOnly: boolean,
  use: keyof typeof keptKibibytes,
): DatabaseSyncInstance => {
  try {
    const kept = `PRAGMA cache_size = -${keptKibibytes[use]}`
    database.exec(`PRAGMA foreign_keys = ON; ${kept}; PRAGMA temp_store = MEMORY`)
    if (!readOnly)
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 16000')
    return database
  } catch (thrown) {
    database.close()
    throw thrown
  }
}

const refuseFolder = (file: string): void => {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() !== true) return
  throw new NormtrailError('unavailable', 'cannot-open', `${file} cannot be opened: it is a folder, not a file.`, {
    hint: 'Name a file, or move the folder away.',
  })
}

/** The folder of a file cannot be made, or is none. */
const cannotMake = (thrown: unknown, file: string): unknown => {
  const why = systemWords(thrown)
  return why === undefined
    ? thrown
    : new NormtrailError('unavailable', 'cannot-open', `${file} cannot be opened: ${why}.`, {
        where: dirname(file),
        cause: thrown,
      })
}

/**
 * A file as only a reader sees it. Alone it is taken for one that nobody changes: else SQLite would make files beside
 * it. With the log of its last changes beside it, SQLite needs the index of that log, too; where that is gone, it is
 * made in a copy.
 */
const untouched = (file: string): string => {
  const changes = statSync(`${file}-wal`, { throwIfNoEntry: false })
  if (changes === undefined || changes.size === 0) return `${pathToFileURL(file).href}?immutable=1`
  if (existsSync(`${file}-shm`)) return file
  const copy = join(temporaryFolder().folder, basename(file))
  for (const end of ['', '-wal']) copyFileSync(file + end, copy + end)
  return copy
}

const isBusy = (thrown: unknown): boolean =>
  thrown instanceof Error && (thrown as { sqliteCodeName?: string }).sqliteCodeName === 'SQLITE_BUSY'

/**
 * Begins when no other writer is at work. SQLite itself would wait asleep, and the other writer may be in this very
 * process.
 */
export const beginImmediate = async (database: DatabaseSyncInstance): Promise<void> => {
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
  await beginImmediate(database)
  try {
    const result = await work()
    database.exec('COMMIT')
    return result
  } catch (thrown) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw thrown
  }
}
