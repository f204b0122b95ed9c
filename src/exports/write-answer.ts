import {
  figureOf,
  reportOf,
  tableOf,
  type AnswerTable,
  type Question,
  type TableCell,
} from '../queries/question/question.ts'
import type { Column } from '../queries/question/columns.ts'
import { loadSources } from '../queries/holdings/registered-sources.ts'
import { ask, placed, releaseIdOf, settled } from '../queries/question/ask.ts'
import { clocksOf, clocksText, type Snapshot } from '../queries/question/snapshot.ts'
import { printableValues } from '../text/printable.ts'
import { counted, type Tally } from './counted.ts'
import { csvChunks } from './csv.ts'
import { isTable, type Format, type Table } from './format.ts'
import { jsonChunks } from './json.ts'
import { jsonlChunks } from './jsonl.ts'
import type { Colophon } from './report-citations.ts'
import { refusalText, termsText } from './terms.ts'

export type Chunk = string | Uint8Array

/** An answer in a format, piece by piece, with its release id. */
export interface WrittenAnswer {
  readonly chunks: Iterable<Chunk> | AsyncIterable<Chunk>
  readonly releaseId: string
  /** Of a page of a list: where it goes on. */
  readonly next?: string
  /** Of a table of text: how many rows have been written so far. */
  readonly rows?: () => number
}

/**
 * Asks a question, and writes its answer in a format. What can be read page by page is, where the format is a table;
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
  if (question.pages !== undefined && isTable(format)) return writtenByPage(question, world, input, format)
  const { answer, releaseId } = await ask(question, world, input, answering(question, format, isFormer))
  if (format === 'csv' || format === 'jsonl') return { ...countedTable(tableOf(question, answer), format), releaseId }
  if (!isWhole(format)) {
    const next = nextOf(answer)
    return { chunks: chunksOf(question, answer, format), releaseId, ...(next !== undefined && { next }) }
  }
  const sources = await loadSources(world)
  const named = [`${clocksText(clocksOf(world))}; release ${releaseId}`, refusalText(sources) ?? []].flat()
  return { chunks: [await wholeOf(question, answer, format, { named, terms: termsText(sources) })], releaseId }
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

/** A table that is whole, however long it is. */
const writtenByPage = async (
  question: Question,
  world: Snapshot,
  input: Parameters<Question['answer']>[1],
  format: Table,
): Promise<WrittenAnswer> => {
  const meant = await settled(question, world, input)
  const releaseId = releaseIdOf(world, question, meant)
  const columns = question.table?.columns ?? []
  const pages = question.pages?.(world, meant) ?? noPages()
  if (format !== 'parquet') {
    const tally = { rows: 0 }
    return { chunks: pagedChunks(columns, countedPages(pages, tally), format), releaseId, rows: () => tally.rows }
  }
  const { pagedParquet } = await import('./parquet.ts')
  const terms = termsText(await loadSources(world))
  const about = { ...aboutOf({ ...clocksOf(world), releaseId }), ...(terms !== undefined && { terms }) }
  return { chunks: [await pagedParquet(columns, pages, about)], releaseId }
}

async function* countedPages<T>(pages: AsyncIterable<Iterable<T>>, tally: Tally): AsyncGenerator<Iterable<T>> {
  for await (const rows of pages) yield counted(rows, tally)
}

async function* noPages(): AsyncGenerator<Iterable<readonly TableCell[]>> {}

const nextOf = (answer: object): string | undefined =>
  'next' in answer && typeof answer.next === 'string' ? answer.next : undefined

/** Formats that are made as a whole, with the terms of sources in them, and whose programs are loaded when needed. */
const wholes = ['parquet', 'svg', 'md', 'html'] as const
type Whole = (typeof wholes)[number]
export const isWhole = (format: Format): format is Whole => (wholes as readonly Format[]).includes(format)

const wholeOf = async (
  question: Question,
  answer: object,
  format: Whole,
  { named, terms }: Colophon,
): Promise<Chunk> => {
  switch (format) {
    case 'parquet': {
      const { parquetBytes } = await import('./parquet.ts')
      const about = { ...aboutOf(answer), ...(terms !== undefined && { terms }) }
      return parquetBytes(tableOf(question, answer), about)
    }
    case 'svg':
      return (await import('./svg.ts')).svgText(figureOf(question, answer), named, terms)
    case 'md':
      return (await import('./report-markdown.ts')).reportMarkdown(reportOf(question, answer), { named, terms })
    case 'html':
      return (await import('./report-html.ts')).reportHtml(reportOf(question, answer), { named, terms })
  }
}

/** The header comes with the first page, and not before: what cannot be asked fails with nothing written. */
async function* pagedChunks(
  columns: readonly Column[],
  pages: AsyncIterable<Iterable<readonly TableCell[]>>,
  format: 'csv' | 'jsonl',
): AsyncGenerator<Chunk> {
  let header = true
  for await (const rows of pages) {
    yield* format === 'csv' ? csvChunks({ columns, rows }, header) : jsonlChunks({ columns, rows })
    header = false
  }
  if (header && format === 'csv') yield* csvChunks({ columns, rows: [] })
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

/**
 * What names an answer: its clocks, the last event known, its release. A file of columns has no room for them but in
 * its metadata.
 */
const aboutOf = (answer: object): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(answer)
      .filter(([name, value]) => naming.has(name) && value !== null)
      .map(([name, value]) => [name, String(value)]),
  )
const naming: ReadonlySet<string> = new Set(['asOf', 'asKnownAt', 'ordinal', 'releaseId'])

const withLineEnd = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`)
