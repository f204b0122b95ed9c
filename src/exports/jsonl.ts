import type { AnswerTable } from '../queries/question/question.ts'
import { onOneLine } from '../text/json-line.ts'
import { cellOrMissing } from './cell.ts'

const rowsPerChunk = 500

/** A table as JSON Lines: one object a row, its columns in order; a missing value is null. */
export function* jsonlChunks({ columns, rows }: AnswerTable): Generator<string> {
  let chunk: string[] = []
  for (const row of rows) {
    const cells = columns.map(({ name }, index) => [name, cellOrMissing(row[index])])
    chunk.push(`${onOneLine(JSON.stringify(Object.fromEntries(cells)))}\n`)
    if (chunk.length < rowsPerChunk) continue
    yield chunk.join('')
    chunk = []
  }
  if (chunk.length > 0) yield chunk.join('')
}
