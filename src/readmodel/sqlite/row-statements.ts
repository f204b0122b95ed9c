import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { Closure, Row } from '../engine.ts'

export type Cell = string | number | null

/** The cells of rows, one row after the other. */
export const cellsOf = (columns: readonly string[], rows: readonly Row[]): readonly Cell[] => {
  const cells: Cell[] = []
  for (const row of rows) for (const column of columns) cells.push(row[column] ?? null)
  return cells
}

/** How many rows one statement inserts: more gain nothing. */
const rowsAtOnce = 10

/** The statements that add rows to tables and close them, prepared once for each table. */
export const rowStatements = (database: DatabaseSyncInstance) => {
  const statements = new Map<string, ReturnType<typeof database.prepare>>()

  const prepared = (purpose: string, textOf: () => string) => {
    const known = statements.get(purpose)
    if (known !== undefined) return known
    const made = database.prepare(textOf())
    statements.set(purpose, made)
    return made
  }

  const insertion = (table: string, columns: readonly string[], rows: number) =>
    prepared(`${table} ${rows}`, () => {
      const holders = `(${columns.map(() => '?').join(', ')})`
      return (
        `INSERT INTO "${table}" ` +
        `(${columns.map((column) => `"${column}"`).join(', ')}) VALUES ` +
        `${Array.from({ length: rows }, () => holders).join(', ')}`
      )
    })

  return {
    /** Adds rows: `cells` are those of all rows, one row after the other, each in the order of the columns. */
    insert: (table: string, columns: readonly string[], cells: readonly Cell[]): void => {
      const width = columns.length
      for (let from = 0; from < cells.length;) {
        const rows = cells.length - from >= rowsAtOnce * width ? rowsAtOnce : 1
        const end = from + rows * width
        insertion(table, columns, rows).run(...cells.slice(from, end))
        from = end
      }
    },
    close: (table: string, closures: readonly Closure[]): void => {
      const closing = prepared(
        `${table} closed`,
        () =>
          `UPDATE "${table}" SET known_to = ? WHERE stream = ? AND key = ? AND known_from = ? AND seq BETWEEN ? AND ?`,
      )
      for (const { stream, key, knownFrom, firstSeq, lastSeq, knownTo } of closures)
        closing.run(knownTo, stream, key, knownFrom, firstSeq, lastSeq)
    },
    forget: (): void => statements.clear(),
  }
}
