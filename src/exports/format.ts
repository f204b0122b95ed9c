import { extname } from 'node:path'
import { closest } from '../common/closest.ts'
import { badInput } from '../common/error.ts'
import type { Question } from '../queries/question/question.ts'

/** The forms in which an answer leaves the house. */
const formats = ['text', 'json', 'csv', 'jsonl', 'parquet', 'svg', 'md', 'html'] as const
export type Format = (typeof formats)[number]

/** What an answer must have for a format; every answer comes in the others. */
const needs: Readonly<Partial<Record<Format, 'table' | 'figure' | 'report'>>> = {
  csv: 'table',
  jsonl: 'table',
  parquet: 'table',
  svg: 'figure',
  md: 'report',
  html: 'report',
}

export const mediaTypes: Readonly<Record<Format, string>> = {
  text: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  svg: 'image/svg+xml; charset=utf-8',
  md: 'text/markdown; charset=utf-8; variant=CommonMark',
  html: 'text/html; charset=utf-8',
}

/**
 * The formats of one question: those of tables only where its answer is one, of figures and reports only where it has
 * one.
 */
export const formatsOf = (question: Question): readonly Format[] =>
  formats.filter((format) => {
    const needed = needs[format]
    return needed === undefined || question[needed] !== undefined
  })

/** The formats of tables. */
export type Table = 'csv' | 'jsonl' | 'parquet'

/** Whether a format is a table: columns have no room for clocks, which stand beside them. */
export const isTable = (format: Format): format is Table => needs[format] === 'table'

/** Whether a format is made to be passed on, as all are but text and JSON: on which terms is said beside it. */
export const isPassedOn = (format: Format): boolean => needs[format] !== undefined

const isFormat = (name: string): name is Format => (formats as readonly string[]).includes(name)

/** The format of that name; throws `bad-input` for one that does not exist, or that the question does not have. */
export const formatNamed = (question: Question, name: string, where: string): Format => {
  const known = formatsOf(question)
  if (!isFormat(name))
    throw badInput('bad-input', `"${name}" is no format.`, {
      where,
      hint: `Expected one of: ${known.join(', ')}.${didYouMean(name, known)}`,
    })
  if (known.includes(name)) return name
  const needed = needs[name] ?? 'table'
  const missing = `and the answer to "${question.name}" ${needed === 'table' ? 'is' : 'has'} none.`
  throw badInput('bad-input', `"${name}" needs a ${needed}, ${missing}`, {
    where,
    hint: `Expected one of: ${known.join(', ')}.`,
  })
}

/**
 * Endings of files that other programs would take for what is not written here: what is compressed, tables, figures
 * and texts of other kinds.
 */
const foreign = new Set(
  [
    'gz zip bz2 xz zst xlsx xls ods tsv tab dta sav sas7bdat rds rdata feather arrow avro xml yaml',
    'png jpg jpeg gif webp eps pdf htm xhtml docx odt rtf tex',
  ].flatMap((endings) => endings.split(' ')),
)

/**
 * The format that a file's name ends in, whatever its case; undefined where it ends in nothing that says one. Throws
 * `bad-input` where it ends in a format that the question does not have, or in that of another program: a table of that
 * name would be taken for what it is not.
 */
export const formatOfFile = (question: Question, name: string, where: string): Format | undefined => {
  const ending = extname(name).slice(1).toLowerCase()
  if (isFormat(ending)) return formatNamed(question, ending, where)
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

/** The formats of tables, as a reader is told them. */
export const tableFormats: readonly Table[] = formats.filter(isTable)
