import { parquetWriteBuffer, type BasicType, type ColumnSource } from 'hyparquet-writer'
import type { AnswerTable, TableCell } from '../queries/question.ts'
import { cellOrMissing } from './cell.ts'

const rowsPerGroup = 100_000

/**
 * A table as a Parquet file. A column's type is what all of its cells are: booleans, whole numbers (INT32, INT64 where they need it),
 * numbers (DOUBLE), else text; a column with nothing in it is text. Every column may hold nulls.
 * Types hold for the whole column, so all of the table is in memory, column by column. `about` goes into the file's own metadata.
 */
export const parquetBytes = (
  { columns, rows }: AnswerTable,
  about: Readonly<Record<string, string>> = {},
): Uint8Array => {
  const cells: TableCell[][] = columns.map(() => [])
  for (const row of rows) for (const [index, column] of cells.entries()) column.push(cellOrMissing(row[index]))
  const columnData = columns.map((name, index) => columnOf(name, cells[index] as TableCell[]))
  return new Uint8Array(
    parquetWriteBuffer({
      columnData,
      rowGroupSize: rowsPerGroup,
      createdBy: 'normtrail',
      kvMetadata: Object.entries(about).map(([key, value]) => ({ key: `normtrail.${key}`, value })),
    }),
  )
}

const columnOf = (name: string, cells: readonly TableCell[]): ColumnSource => {
  const type = typeOf(cells)
  return { name, type, nullable: true, data: cells.map((cell) => (cell === null ? null : stored(cell, type))) }
}

const typeOf = (cells: readonly TableCell[]): BasicType => {
  const present = cells.filter((cell) => cell !== null)
  if (present.length === 0) return 'STRING'
  if (present.every((cell) => typeof cell === 'boolean')) return 'BOOLEAN'
  if (!present.every((cell) => typeof cell === 'number')) return 'STRING'
  if (!present.every(Number.isSafeInteger)) return 'DOUBLE'
  return present.every((cell) => cell === (cell | 0)) ? 'INT32' : 'INT64'
}

const stored = (cell: string | number | boolean, type: BasicType): string | number | boolean | bigint => {
  if (type === 'STRING') return String(cell)
  return type === 'INT64' ? BigInt(cell) : cell
}
