import { extname } from 'node:path'
import { closest } from '../common/closest.ts'
import { badInput } from '../common/error.ts'
import type { Question } from '../queries/question/question.ts'

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

/**
 * Endings of files that other programs would take for what is not written here: what is compressed, and tables of other
 * kinds.
 */
const foreign = new Set(
  'gz zip bz2 xz zst xlsx xls ods tsv tab dta sav sas7bdat rds rdata feather arrow avro pdf html xml yaml'.split(' '),
)

/**
 * The format that a file's name ends in, whatever its case; undefined where it ends in nothing that says one. Throws
 * `bad-input` where it ends in a format that the question does not have, or in that of another program: a table of that
 * name would be taken for what it is not.
 */
export const formatOfFile = (question: Question, name: string, where: string): Format | undefined => {
  const ending = extname(name).slice(1).toLowerCase()
  if ((formats as readonly string[]).includes(ending)) return formatNamed(question, ending, where)
  if (foreign.has(ending))
    throw badInput('bad-input', `nothing is written as .${ending}.`, {
      where,
      hint: `Name a file that ends in one of ${formatsOf(question).join(', ')}; or say which of them it is to hold.`,
    })
  return undefined
}

const didYouMean = (word: string, known: readonly string[]): string => {
  const [near] = closest(word, known, 1)
  return near === undefined ? '' : ` Closest: ${near}.`
}
