import { figureOf, reportOf, tableOf, type AnswerTable, type Question } from '../queries/question/question.ts'
import { loadSources } from '../queries/holdings/registered-sources.ts'
import { ask, placed } from '../queries/question/ask.ts'
import { clocksOf, clocksText, type Snapshot } from '../queries/question/snapshot.ts'
import { printableValues } from '../text/printable.ts'
import { counted } from './counted.ts'
import { csvChunks } from './csv.ts'
import { isTable, type Format } from './format.ts'
import { jsonChunks } from './json.ts'
import { jsonlChunks } from './jsonl.ts'
import type { Colophon } from './report-citations.ts'
import { refusalText, termsText } from './terms.ts'
import { pagedFormat, writtenByPage } from './write-by-page.ts'
import type { Chunk, WrittenAnswer } from './written-answer.ts'

export type { Chunk, WrittenAnswer }

/**
 * Asks a question, and writes its answer in a format. What can be read page by page is, where the format shows rows;
 * what had another shape in the release before is given it, where that is asked.
 */
export const written = async (
  question: Question,
  opened: Snapshot,
  input: Parameters<Question['answer']>[1],
  format: Format,
  isFormer = false,
): Promise<WrittenAnswer> => {
  const world = await placed(question, opened, input)
  const paged = pagedFormat(question, format, isFormer)
  if (paged !== undefined) return writtenByPage(question, world, input, paged)
  const { answer, releaseId } = await ask(question, world, input, answering(question, format, isFormer))
  const remarks = isTable(format) ? (question.remarks?.(answer) ?? []) : []
  if (format === 'csv' || format === 'jsonl')
    return { ...countedTable(tableOf(question, answer), format), releaseId, remarks }
  if (!isWhole(format)) {
    const next = nextOf(answer)
    return { chunks: chunksOf(question, answer, format), releaseId, ...(next !== undefined && { next }) }
  }
  const sources = await loadSources(world)
  const named = [`${clocksText(clocksOf(world))}; release ${releaseId}`, refusalText(sources) ?? []].flat()
  return { chunks: await wholeOf(question, answer, format, { named, terms: termsText(sources) }), releaseId, remarks }
}

/** A table of text, whose rows are counted as they are written. */
const countedTable = ({ columns, rows }: AnswerTable, format: 'csv' | 'jsonl') => {
  const tally = { rows: 0 }
  const table = { columns, rows: counted(rows, tally) }
  return { chunks: format === 'csv' ? csvChunks(table) : jsonlChunks(table), rows: () => tally.rows }
}

/** What answers a question in a format: JSON shows all there is, in the shape that is wanted. */
const answering = (question: Question, format: Format, isFormer: boolean): Question['answer'] | undefined => {
  if (format !== 'json') return question.brief
  return isFormer ? question.formerly : undefined
}

const nextOf = (answer: object): string | undefined =>
  'next' in answer && typeof answer.next === 'string' ? answer.next : undefined

/** Formats that have the terms of sources in them, and whose programs are loaded when needed. */
const wholes = ['parquet', 'svg', 'md', 'html'] as const
type Whole = (typeof wholes)[number]
export const isWhole = (format: Format): format is Whole => (wholes as readonly Format[]).includes(format)

const wholeOf = async (
  question: Question,
  answer: object,
  format: Whole,
  { named, terms }: Colophon,
): Promise<WrittenAnswer['chunks']> => {
  switch (format) {
    case 'parquet': {
      const { aboutOf, parquetChunks } = await import('./parquet.ts')
      const { columns, rows } = tableOf(question, answer)
      return parquetChunks(columns, [rows], aboutOf(answer, terms))
    }
    case 'svg':
      return [(await import('./svg.ts')).svgText(figureOf(question, answer), named, terms)]
    case 'md':
      return [(await import('./report-markdown.ts')).reportMarkdown(reportOf(question, answer), { named, terms })]
    case 'html':
      return [(await import('./report-html.ts')).reportHtml(reportOf(question, answer), { named, terms })]
  }
}

/** An answer in a format of text, piece by piece; the pieces of a table are made as they are taken. */
export const chunksOf = (question: Question, answer: object, format: Exclude<Format, Whole>): Iterable<Chunk> => {
  switch (format) {
    case 'text':
      return [withLineEnd(question.text(printableValues(answer)))]
    case 'json':
      return jsonChunks(answer)
    case 'csv':
      return csvChunks(tableOf(question, answer))
    case 'jsonl':
      return jsonlChunks(tableOf(question, answer))
  }
}

const withLineEnd = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`)
