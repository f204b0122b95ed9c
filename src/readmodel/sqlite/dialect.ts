import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { SqliteDialect, type SqliteDatabase } from 'kysely'

/** `@photostructure/sqlite` in the words that Kysely's SQLite dialect expects. */
export const dialectOf = (database: DatabaseSyncInstance): SqliteDialect => {
  const adapted: SqliteDatabase = {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = database.prepare(sql)
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as never[])),
        run: (parameters) => statement.run(...(parameters as never[])),
        iterate: (parameters) => statement.iterate(...(parameters as never[])) as IterableIterator<unknown>,
      }
    },
  }
  return new SqliteDialect({ database: adapted })
}
