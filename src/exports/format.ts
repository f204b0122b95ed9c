import { closest } from '../closest.ts'
import { badInput } from '../error.ts'
import type { Question } from '../queries/question.ts'

/** The forms in which an answer leaves the house. */
const formats = ['text', 'json', 'csv', 'jsonl', 'parquet'] as const
export type Format = (typeof formats)[number]

export const mediaTypes: Readonly<Record<Format, string>> = {
  text: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
}

/** The formats of one question: those of tables only where its answer is a table. */
export const formatsOf = (question: Question): readonly Format[] =>
  question.table === undefined ? ['text', 'json'] : formats

/** The format of that name; throws `bad-input` for one that does not exist, or that the question does not have. */
export const formatNamed = (question: Question, name: string, where: string): Format => {
  const known = formatsOf(question)
  const found = known.find((format) => format === name)
  if (found !== undefined) return found
  const tableOnly = (formats as readonly string[]).includes(name)
  throw badInput(
    'bad-input',
    tableOnly ? `"${name}" needs a table, and the answer to "${question.name}" is none.` : `"${name}" is no format.`,
    {
      where,
      hint: `Expected one of: ${known.join(', ')}.${tableOnly ? '' : didYouMean(name, known)}`,
    },
  )
}

const didYouMean = (word: string, known: readonly string[]): string => {
  const [near] = closest(word, known, 1)
  return near === undefined ? '' : ` Closest: ${near}.`
}
