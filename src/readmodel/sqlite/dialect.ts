import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { plainly } from '../../sqlite/failure.ts'
import { SqliteDialect, type Kysely, type SqliteDatabase } from 'kysely'

type Statement = ReturnType<SqliteDatabase['prepare']>

/** How many statements are kept prepared: their native memory is freed only when the garbage collector comes by. */
const most = 200

/**
 * `@photostructure/sqlite` in the words that Kysely's SQLite dialect expects; the same text is prepared once. Throws
 * `read-model-damaged`, `write-failed`, …: `file` is for messages.
 */
export const dialectOf = (database: DatabaseSyncInstance, file: string): SqliteDialect => {
  const prepared = new Map<string, Statement>()
  const plain = <T>(work: () => T): T => plainly(file, 'read model', work)
  const prepare = (sql: string): Statement => {
    const statement = plain(() => database.prepare(sql))
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => plain(() => statement.all(...(parameters as never[]))),
      run: (parameters) => plain(() => statement.run(...(parameters as never[]))),
      iterate: (parameters) => statement.iterate(...(parameters as never[])) as IterableIterator<unknown>,
    }
  }
  const adapted: SqliteDatabase = {
    close: () => {
      prepared.clear()
      database.close()
    },
    prepare: (sql) => {
      const known = prepared.get(sql)
      if (known !== undefined) return known
      const statement = prepare(sql)
      const [oldest] = prepared.keys()
      if (prepared.size >= most && oldest !== undefined) prepared.delete(oldest)
      prepared.set(sql, statement)
      return statement
    },
  }
  return new SqliteDialect({ database: adapted })
}

/** Closes what was opened, also where Kysely never asked it anything: then it does not close it either. */
export const closeBoth = async <S>(database: Kysely<S>, connection: DatabaseSyncInstance): Promise<void> => {
  await database.destroy()
  if (connection.isOpen) connection.close()
}
