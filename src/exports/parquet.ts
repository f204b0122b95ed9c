import { parquetWriteBuffer, type ParquetWriteOptions } from 'hyparquet-writer'
import type { Column, ColumnType } from '../queries/question/columns.ts'
import type { AnswerTable, TableCell } from '../queries/question/question.ts'
import { parseDay } from '../time/day.ts'
import { cellOrMissing } from './cell.ts'

const rowsPerGroup = 100_000

type Element = NonNullable<ParquetWriteOptions['schema']>[number]

const elements: Readonly<Record<ColumnType, Omit<Element, 'name'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  int: { type: 'INT32' },
  double: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
}

type Cells = (string | number | boolean | null)[][]

/** Adds rows to the cells of columns. */
const addRows = (cells: Cells, { columns, rows }: AnswerTable): void => {
  for (const row of rows)
    for (const [index, column] of columns.entries()) {
      const cell = cellOrMissing(row[index])
      cells[index]?.push(cell === null ? null : stored(cell, column))
    }
}

type About = Readonly<Record<string, string>>

const fileOf = (columns: readonly Column[], cells: Cells, about: About): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      schema: [
        { name: 'root', num_children: columns.length },
        ...columns.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...elements[type] })),
      ],
      columnData: columns.map(({ name }, index) => ({ name, data: cells[index] ?? [] })),
      rowGroupSize: rowsPerGroup,
      createdBy: 'normtrail',
      kvMetadata: Object.entries(about).map(([key, value]) => ({ key: `normtrail.${key}`, value })),
    }),
  )

/**
 * A table as a Parquet file. The type of a column is the declared one, whatever came: texts (UTF8), whole numbers
 * (INT32), numbers (DOUBLE), booleans, days (DATE). So files of one question go together, also where one of them has
 * nothing in a column. Every column may hold nulls. All of the table is in memory, column by column. `about` goes into
 * the file's own metadata.
 */
export const parquetBytes = ({ columns, rows }: AnswerTable, about: About = {}): Uint8Array => {
  const cells: Cells = columns.map(() => [])
  addRows(cells, { columns, rows })
  return fileOf(columns, cells, about)
}

/** The same of a table that is read a page at a time. */
export const pagedParquet = async (
  columns: readonly Column[],
  pages: AsyncIterable<AnswerTable['rows']>,
  about: About,
): Promise<Uint8Array> => {
  const cells: Cells = columns.map(() => [])
  for await (const rows of pages) addRows(cells, { columns, rows })
  return fileOf(columns, cells, about)
}

/**
 * A cell as its column is declared. Throws where it is something else: a question that says one type and gives another
 * is wrong.
 */
const stored = (cell: NonNullable<TableCell>, { name, type }: Column): string | number | boolean => {
  if (type === 'string') return String(cell)
  if (type === 'date' && typeof cell === 'string') return parseDay(cell)
  if (type === 'boolean' && typeof cell === 'boolean') return cell
  if (type === 'double' && typeof cell === 'number') return cell
  if (type === 'int' && typeof cell === 'number' && cell === (cell | 0)) return cell
  throw new Error(`the column ${name} is declared as ${type}, and ${JSON.stringify(cell)} came`)
}
