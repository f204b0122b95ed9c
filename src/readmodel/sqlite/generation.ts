import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { Kysely, sql as statement } from 'kysely'
import { asStoreFailure } from '../../sqlite/failure.ts'
import { openSqlite, transaction } from '../../sqlite/open.ts'
import type { Definition } from '../definition.ts'
import type { Generation, Row, Writing } from '../engine.ts'
import type { Schema, Table } from '../schema.ts'
import { totalOrder } from '../total-order.ts'
import { closeBoth, dialectOf } from './dialect.ts'
import { takeIntoUse } from './in-use.ts'
import { inTurn } from './serial.ts'

/** How many rows one statement inserts: more gain nothing. */
const rowsAtOnce = 10

/**
 * Opens a generation of the embedded read model: a file of its own. It can be rebuilt at any time, so its commits need
 * not wait for the disk.
 */
export const openSqliteGeneration = async (
  file: string,
  name: string,
  { tables, lateIndexes }: Definition,
  unseen: boolean,
): Promise<Generation> => {
  const use = takeIntoUse(file)
  const { writing, reading } = lettingGo(use, () => connectionsTo(file, unseen))
  const writer = new Kysely<Schema>({ dialect: dialectOf(writing, file) })
  const sql = new Kysely<Schema>({ dialect: dialectOf(reading, file) }).withPlugin(totalOrder)
  const statements = new Map<string, ReturnType<typeof writing.prepare>>()
  const turns = inTurn()

  const prepared = (purpose: string, textOf: () => string) => {
    const known = statements.get(purpose)
    if (known !== undefined) return known
    const made = writing.prepare(textOf())
    statements.set(purpose, made)
    return made
  }

  const insertion = (table: Table, columns: readonly string[], rows: number) =>
    prepared(`${table} ${rows}`, () => {
      const holders = `(${columns.map(() => '?').join(', ')})`
      return (
        `INSERT INTO "${table}" ` +
        `(${columns.map((column) => `"${column}"`).join(', ')}) VALUES ` +
        `${Array.from({ length: rows }, () => holders).join(', ')}`
      )
    })

  const insert = async (table: Table, columns: readonly string[], rows: readonly Row[]): Promise<void> => {
    for (let from = 0; from < rows.length;) {
      const count = rows.length - from >= rowsAtOnce ? rowsAtOnce : 1
      const values: (string | number | null)[] = []
      for (let index = from; index < from + count; index += 1)
        for (const column of columns) values.push(rows[index]?.[column] ?? null)
      insertion(table, columns, count).run(...values)
      from += count
    }
  }

  const closeRows: Writing['close'] = async (table, closures) => {
    const closing = prepared(
      `${table} closed`,
      () =>
        `UPDATE "${table}" SET known_to = ? WHERE stream = ? AND key = ? AND known_from = ? AND seq BETWEEN ? AND ?`,
    )
    for (const { stream, key, knownFrom, firstSeq, lastSeq, knownTo } of closures)
      closing.run(knownTo, stream, key, knownFrom, firstSeq, lastSeq)
  }

  const hasTables = (): boolean =>
    writing.prepare("SELECT 1 FROM sqlite_master WHERE name = 'checkpoint'").get() !== undefined
  const close = async (): Promise<void> => {
    await turns.ended()
    statements.clear()
    await closeBoth(writer, writing)
    await closeBoth(sql, reading)
    use.letGo()
  }
  // By SQLite's own hand: another opening of the file, closed again, would take its locks along. A checkpoint that has
  // something to bring over syncs the whole file.
  const settle = (): Promise<void> =>
    turns.take(async () =>
      writing.exec('PRAGMA synchronous = NORMAL; PRAGMA user_version = 1; PRAGMA wal_checkpoint(FULL)'),
    )
  try {
    if (!hasTables())
      await transaction(writing, async () => {
        if (!hasTables()) for (const table of tables) await statement.raw(table).execute(writer)
      })
  } catch (thrown) {
    await close()
    throw asStoreFailure(thrown, file, 'read model')
  }
  return {
    name,
    sql,
    lateIndexes,
    settle,
    write: async (work) => {
      try {
        return await turns.take(() => transaction(writing, () => work({ sql: writer, insert, close: closeRows })))
      } catch (thrown) {
        throw asStoreFailure(thrown, file, 'read model')
      }
    },
    close,
  }
}

interface Connections {
  readonly writing: DatabaseSyncInstance
  readonly reading: DatabaseSyncInstance
}

const connectionsTo = (file: string, unseen: boolean): Connections => {
  const writing = openSqlite(file)
  try {
    writing.exec(`PRAGMA synchronous = ${unseen ? 'OFF' : 'NORMAL'}`)
    return { writing, reading: openSqlite(file) }
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
