import { Kysely } from 'kysely'
import { openSqlite, transaction } from '../../sqlite/open.ts'
import type { ReadModelEngine, Row } from '../engine.ts'
import { migrate } from '../migrate.ts'
import type { Schema, Table } from '../schema.ts'
import { dialectOf } from './dialect.ts'

/** Opens the embedded read model. It can be rebuilt at any time, so its commits need not wait for the disk. */
export const openSqliteReadModel = (file: string): ReadModelEngine => {
  const writing = openSqlite(file)
  writing.exec('PRAGMA synchronous = NORMAL')
  const writer = new Kysely<Schema>({ dialect: dialectOf(writing) })
  const sql = new Kysely<Schema>({ dialect: dialectOf(openSqlite(file)) })
  const statements = new Map<Table, ReturnType<typeof writing.prepare>>()
  let turn: Promise<unknown> = Promise.resolve()

  const insert = async (table: Table, columns: readonly string[], rows: readonly Row[]): Promise<void> => {
    let statement = statements.get(table)
    if (statement === undefined) {
      const holders = columns.map(() => '?').join(', ')
      statement = writing.prepare(`INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${holders})`)
      statements.set(table, statement)
    }
    for (const row of rows) statement.run(...columns.map((column) => row[column] ?? null))
  }

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  return {
    sql,
    write: (work) => inTurn(() => transaction(writing, () => work({ sql: writer, insert }))),
    migrate: () => inTurn(() => migrate(writer)),
    close: async () => {
      await turn
      statements.clear()
      await writer.destroy()
      await sql.destroy()
    },
  }
}
