import type { Column } from '../../queries/question/columns.ts'
import type { TableCell } from '../../queries/question/question.ts'
import { csvChunks } from '../csv.ts'
import type { Table } from '../format.ts'
import { jsonlChunks } from '../jsonl.ts'
import { begunParquet } from '../parquet.ts'
import type { Chunk } from '../written-answer.ts'

type Rows = readonly (readonly TableCell[])[]

/** A table in a format, given row by row: what is to be written of the rows that come, and what at the end. */
interface BegunTable {
  readonly take: (rows: Rows) => Iterable<Chunk>
  readonly end: () => Iterable<Chunk>
}

const begunCsv = (columns: readonly Column[]): BegunTable => {
  let header = true
  const take = (rows: Rows): Iterable<Chunk> => {
    const chunks = csvChunks({ columns, rows }, header)
    header = false
    return chunks
  }
  return { take, end: () => (header ? take([]) : []) }
}

/** A table in each of several formats, of which the rows are given once. */
export const begunTable = (
  format: Table,
  columns: readonly Column[],
  about: Readonly<Record<string, string>>,
): BegunTable => {
  switch (format) {
    case 'csv':
      return begunCsv(columns)
    case 'jsonl':
      return { take: (rows) => jsonlChunks({ columns, rows }), end: () => [] }
    case 'parquet':
      return begunParquet(columns, about)
  }
}
