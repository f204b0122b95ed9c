import { batches } from '../common/batches.ts'
import type { AnswerTable, TableCell } from '../queries/question/question.ts'
import { onOneLine } from '../text/json-line.ts'
import { cellOrMissing } from './cell.ts'

const rowsPerChunk = 500

/** A table as JSON Lines: one object a row, its columns in order; a missing value is null. */
export function* jsonlChunks({ columns, rows }: AnswerTable): Generator<string> {
  const line = (row: readonly TableCell[]): string => {
    const cells = columns.map(({ name }, index) => [name, cellOrMissing(row[index])])
    return `${onOneLine(JSON.stringify(Object.fromEntries(cells)))}\n`
  }
  for (const batch of batches(rows, rowsPerChunk)) yield batch.map(line).join('')
}
