import type { AnswerTable, Question } from '../queries/question.ts'
import { csvChunks } from './csv.ts'
import type { Format } from './format.ts'
import { jsonChunks } from './json.ts'
import { jsonlChunks } from './jsonl.ts'
import { parquetBytes } from './parquet.ts'

export type Chunk = string | Uint8Array

/** An answer in a format, piece by piece. The pieces of a table are made as they are taken. */
export const chunksOf = (question: Question, answer: unknown, format: Format): Iterable<Chunk> => {
  switch (format) {
    case 'text':
      return [withLineEnd(question.text(answer))]
    case 'json':
      return jsonChunks(answer)
    case 'csv':
      return csvChunks(tableOf(question, answer))
    case 'jsonl':
      return jsonlChunks(tableOf(question, answer))
    case 'parquet':
      return [parquetBytes(tableOf(question, answer), aboutOf(answer))]
  }
}

/** What names an answer: its clocks, the last event known, its release. A file of columns has no room for them but in its metadata. */
const aboutOf = (answer: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(answer as object).filter(([name, value]) => naming.has(name) && value !== null).map(([name, value]) => [name, String(value)]))
const naming: ReadonlySet<string> = new Set(['asOf', 'asKnownAt', 'ordinal', 'releaseId'])

const withLineEnd = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`)

const tableOf = (question: Question, answer: unknown): AnswerTable => {
  if (question.table === undefined) throw new Error(`"${question.name}" has no table; formatNamed refuses it before`)
  return question.table(answer)
}
