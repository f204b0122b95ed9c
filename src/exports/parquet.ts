import { ByteWriter, ParquetWriter, type ParquetWriteOptions } from 'hyparquet-writer'
import type { Column, ColumnType } from '../queries/question/columns.ts'
import type { AnswerTable, TableCell } from '../queries/question/question.ts'
import { parseDay } from '../time/day.ts'
import { cellOrMissing } from './cell.ts'

/** So many rows are in memory at once, column by column. */
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

const addRow = (cells: Cells, columns: readonly Column[], row: readonly TableCell[]): void => {
  for (const [index, column] of columns.entries()) {
    const cell = cellOrMissing(row[index])
    cells[index]?.push(cell === null ? null : stored(cell, column))
  }
}

type About = Readonly<Record<string, string>>

/** A file that is begun: groups of rows are put behind one another, and each gives the bytes that it adds. */
const begunFile = (columns: readonly Column[], about: About, rowsAtOnce: number) => {
  const bytes = new ByteWriter()
  const file = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...elements[type] })),
    ],
    createdBy: 'normtrail',
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key: `normtrail.${key}`, value })),
  })
  const taken = (): Uint8Array => {
    const added = new Uint8Array(bytes.getBuffer())
    bytes.index = 0
    return added
  }
  return {
    withGroup: (cells: Cells): Uint8Array => {
      const columnData = columns.map(({ name }, index) => ({ name, data: cells[index] ?? [] }))
      // All is written when it comes back: the writer has no `flush` that could be waited for.
      void file.write({ columnData, rowGroupSize: rowsAtOnce })
      return taken()
    },
    finished: (): Uint8Array => {
      void file.finish()
      return taken()
    },
  }
}

/**
 * A Parquet file that rows are given to as they come: the bytes of a group of rows are made when that many have come,
 * and only their cells are in memory.
 */
export const begunParquet = (columns: readonly Column[], about: About = {}, rowsAtOnce = rowsPerGroup) => {
  const file = begunFile(columns, about, rowsAtOnce)
  const none = (): Cells => columns.map(() => [])
  let [cells, count] = [none(), 0]
  const group = (): Uint8Array => {
    const bytes = file.withGroup(cells)
    ;[cells, count] = [none(), 0]
    return bytes
  }
  return {
    *take(rows: AnswerTable['rows']): Generator<Uint8Array> {
      for (const row of rows) {
        addRow(cells, columns, row)
        count += 1
        if (count === rowsAtOnce) yield group()
      }
    },
    *end(): Generator<Uint8Array> {
      if (count > 0) yield group()
      yield file.finished()
    },
  }
}

/**
 * A table as a Parquet file, group of rows by group of rows. The type of a column is the declared one, whatever came:
 * texts (UTF8), whole numbers (INT32), numbers (DOUBLE), booleans, days (DATE). So files of one question go together,
 * also where one of them has nothing in a column. Every column may hold nulls. `about` goes into the file's own
 * metadata.
 */
export async function* parquetChunks(
  columns: readonly Column[],
  pages: AsyncIterable<AnswerTable['rows']> | Iterable<AnswerTable['rows']>,
  about: About = {},
  rowsAtOnce = rowsPerGroup,
): AsyncGenerator<Uint8Array> {
  const file = begunParquet(columns, about, rowsAtOnce)
  for await (const rows of pages) yield* file.take(rows)
  yield* file.end()
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

const naming: ReadonlySet<string> = new Set(['asOf', 'asKnownAt', 'ordinal', 'releaseId'])

/**
 * What names an answer: its clocks, the last event known, its release; and the terms of its sources. A file of columns
 * has no room for them but in its metadata.
 */
export const aboutOf = (answer: object, terms: string | undefined): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    Object.entries(answer)
      .filter(([name, value]) => naming.has(name) && value !== null)
      .map(([name, value]) => [name, String(value)]),
  ),
  ...(terms !== undefined && { terms }),
})
