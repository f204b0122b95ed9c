import { batches } from '../common/batches.ts'
import type { AnswerTable, TableCell } from '../queries/question/question.ts'
import { cellOrMissing } from './cell.ts'

/** Rows that are turned into text at once: enough to be fast, few enough to be small. */
const rowsPerChunk = 500

/**
 * A table as CSV: header row, quoting of RFC 4180 (of a carriage return by itself, too), lines that end with LF. An
 * empty cell is a missing value. Numbers are in the shortest form that reads back as the same number; booleans are true
 * and false. Rows are taken as they are asked for, so that a panel of any length needs the memory of one chunk. Rows
 * that go on with a table come without a header.
 */
export function* csvChunks({ columns, rows }: AnswerTable, header = true): Generator<string> {
  if (header) yield lines([columns.map(({ name }) => name)])
  for (const batch of batches(rows, rowsPerChunk))
    yield lines(batch.map((row) => columns.map((_, index) => cellOrMissing(row[index]))))
}

/** Quoted where it would be read as something else: of a carriage return, too, which readers take for a line end. */
const isQuoted = /[",\n\r]/

const field = (cell: TableCell): string => {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  return isQuoted.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

const lines = (rows: readonly (readonly TableCell[])[]): string =>
  rows.map((row) => `${row.map(field).join(',')}\n`).join('')
