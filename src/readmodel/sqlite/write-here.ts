import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { Kysely } from 'kysely'
import { asStoreFailure } from '../../sqlite/failure.ts'
import { transaction } from '../../sqlite/open.ts'
import type { Generation, Writing } from '../engine.ts'
import type { Schema } from '../schema.ts'
import { closeBoth, dialectOf } from './dialect.ts'
import { cellsOf, rowStatements } from './row-statements.ts'

/** Writes to a generation over a connection of this thread; `file` is for messages. */
export const writeHere = (
  database: DatabaseSyncInstance,
  file: string,
): Pick<Generation, 'write'> & { readonly end: () => Promise<void> } => {
  const sql = new Kysely<Schema>({ dialect: dialectOf(database, file) })
  const statements = rowStatements(database)
  const writing: Writing = {
    sql,
    insert: async (table, columns, rows) => statements.insert(table, columns, cellsOf(columns, rows)),
    close: async (table, closures) => statements.close(table, closures),
  }
  return {
    write: async (work) => {
      try {
        return await transaction(database, () => work(writing))
      } catch (thrown) {
        throw asStoreFailure(thrown, file, 'read model')
      }
    },
    end: async () => {
      statements.forget()
      await closeBoth(sql, database)
    },
  }
}
