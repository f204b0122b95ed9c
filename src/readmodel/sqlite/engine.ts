import { Kysely } from 'kysely'
import { openSqlite, transaction } from '../../sqlite/open.ts'
import type { ReadModelEngine, Row } from '../engine.ts'
import { migrate } from '../migrate.ts'
import type { Schema, Table } from '../schema.ts'
import { totalOrder } from '../total-order.ts'
import { dialectOf } from './dialect.ts'

/** How many rows one statement inserts: more gain nothing. */
const rowsAtOnce = 10

/** Opens the embedded read model. It can be rebuilt at any time, so its commits need not wait for the disk. */
export const openSqliteReadModel = (file: string): ReadModelEngine => {
  const writing = openSqlite(file)
  writing.exec('PRAGMA synchronous = NORMAL')
  const writer = new Kysely<Schema>({ dialect: dialectOf(writing) })
  const sql = new Kysely<Schema>({ dialect: dialectOf(openSqlite(file)) }).withPlugin(totalOrder)
  const statements = new Map<string, ReturnType<typeof writing.prepare>>()
  let turn: Promise<unknown> = Promise.resolve()

  const statementFor = (table: Table, columns: readonly string[], rows: number) => {
    const known = statements.get(`${table} ${rows}`)
    if (known !== undefined) return known
    const holders = `(${columns.map(() => '?').join(', ')})`
    const statement = writing.prepare(`INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES ${Array.from({ length: rows }, () => holders).join(', ')}`)
    statements.set(`${table} ${rows}`, statement)
    return statement
  }

  const insert = async (table: Table, columns: readonly string[], rows: readonly Row[]): Promise<void> => {
    for (let from = 0; from < rows.length; ) {
      const count = rows.length - from >= rowsAtOnce ? rowsAtOnce : 1
      const values: (string | number | null)[] = []
      for (let index = from; index < from + count; index += 1) for (const column of columns) values.push(rows[index]?.[column] ?? null)
      statementFor(table, columns, count).run(...values)
      from += count
    }
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
