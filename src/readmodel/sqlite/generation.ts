import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { Kysely, sql as statement } from 'kysely'
import { asStoreFailure } from '../../sqlite/failure.ts'
import { openSqlite } from '../../sqlite/open.ts'
import type { Definition } from '../definition.ts'
import type { Generation } from '../engine.ts'
import type { Schema } from '../schema.ts'
import { totalOrder } from '../query/total-order.ts'
import { filesBeside } from './beside.ts'
import { closeBoth, dialectOf } from './dialect.ts'
import { takeIntoUse } from './in-use.ts'
import { openForWriting } from './open-for-writing.ts'
import { inTurn } from '../../sqlite/serial.ts'
import { canWriteBeside, writeBeside } from './write-beside.ts'
import { writeHere } from './write-here.ts'

/**
 * Opens a generation of the embedded read model: a file of its own. It can be rebuilt at any time, so its commits need
 * not wait for the disk. What it is made of is asked for only where it has to be made.
 */
export const openSqliteGeneration = async (
  file: string,
  name: string,
  definition: () => Promise<Definition>,
  unseen: boolean,
): Promise<Generation> => {
  const use = takeIntoUse(file)
  const { writing, reading } = lettingGo(use, () => connectionsTo(file, unseen))
  const here = writeHere(writing, file)
  const sql = new Kysely<Schema>({ dialect: dialectOf(reading, file) }).withPlugin(totalOrder)
  const turns = inTurn()
  const close = async (): Promise<void> => {
    await turns.ended()
    await here.end()
    await closeBoth(sql, reading)
    use.letGo()
  }
  try {
    if (!hasTables(writing))
      await here.write(async (to) => {
        if (hasTables(writing)) return
        for (const table of (await definition()).tables) await statement.raw(table).execute(to.sql)
      })
  } catch (thrown) {
    await close()
    throw thrown
  }
  return {
    name,
    sql,
    lateIndexes: async () => (await definition()).lateIndexes,
    beside: filesBeside(file),
    // By SQLite's own hand: another opening of the file, closed again, would take its locks along. A checkpoint that
    // has something to bring over syncs the whole file.
    settle: () =>
      turns.take(async () =>
        writing.exec('PRAGMA synchronous = NORMAL; PRAGMA user_version = 1; PRAGMA wal_checkpoint(FULL)'),
      ),
    write: (work) => turns.take(() => here.write(work)),
    ...(canWriteBeside() && {
      inBulk: async (work) => {
        const beside = writeBeside({ file, unseen })
        try {
          return await work((one) => turns.take(() => beside.write(one)))
        } finally {
          await beside.end()
        }
      },
    }),
    close,
  }
}

const hasTables = (database: DatabaseSyncInstance): boolean =>
  database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'checkpoint'").get() !== undefined

interface Connections {
  readonly writing: DatabaseSyncInstance
  readonly reading: DatabaseSyncInstance
}

const connectionsTo = (file: string, unseen: boolean): Connections => {
  const writing = openForWriting(file, unseen)
  try {
    return { writing, reading: openSqlite(file, { use: 'reading' }) }
  } catch (thrown) {
    writing.close()
    throw asStoreFailure(thrown, file, 'read model')
  }
}

/**
 * A file that cannot be opened is in nobody's use: else what is damaged could not be removed until the garbage
 * collector has come by.
 */
const lettingGo = <T>(use: { readonly letGo: () => void }, open: () => T): T => {
  try {
    return open()
  } catch (thrown) {
    use.letGo()
    throw thrown
  }
}
