import type { Column } from '../queries/question/columns.ts'
import { loadSources } from '../queries/holdings/registered-sources.ts'
import { ask, releaseIdOf, settled } from '../queries/question/ask.ts'
import type { Question, TableCell } from '../queries/question/question.ts'
import { clocksOf, type Snapshot } from '../queries/question/snapshot.ts'
import { countedPages } from './counted.ts'
import { csvChunks } from './csv.ts'
import { isTable, type Format, type Table } from './format.ts'
import { pagedJson } from './json-by-page.ts'
import { jsonlChunks } from './jsonl.ts'
import { termsText } from './terms.ts'
import type { Chunk, WrittenAnswer } from './written-answer.ts'

type Rows = Iterable<readonly TableCell[]>

/** The format, where an answer in it is made from its pages, so that it may be longer than memory. */
export const pagedFormat = (question: Question, format: Format, isFormer: boolean): Table | 'json' | undefined => {
  if (question.pages === undefined) return undefined
  if (isTable(format)) return format
  return format === 'json' && question.frame !== undefined && !isFormer ? format : undefined
}

/** An answer that is whole, however long it is. */
export const writtenByPage = async (
  question: Question,
  world: Snapshot,
  input: Parameters<Question['answer']>[1],
  format: Table | 'json',
): Promise<WrittenAnswer> => {
  const meant = await settled(question, world, input)
  const releaseId = releaseIdOf(world, question, meant)
  const pages = question.pages?.(world, meant) ?? noPages()
  if (format === 'json') {
    const { answer: frame } = await ask(question, world, input, question.frame)
    return { chunks: pagedJson(frame, pages), releaseId }
  }
  const made = await writtenPages({ columns: question.table?.columns ?? [], pages, releaseId, world }, format)
  // A file of columns says itself how many rows it has: nothing comes behind it.
  return format === 'parquet' ? { chunks: made.chunks, releaseId } : made
}

/** A table whose rows come page by page, and what names it. */
interface PagedTable {
  readonly columns: readonly Column[]
  readonly pages: AsyncIterable<Rows>
  readonly releaseId: string
  readonly world: Snapshot
}

/** Such a table in a format. A file of columns also holds what names the table, its terms, and what `more` says. */
export const writtenPages = async (
  { columns, pages, releaseId, world }: PagedTable,
  format: Table,
  more: Readonly<Record<string, string>> = {},
): Promise<WrittenAnswer> => {
  const tally = { rows: 0 }
  const taken = countedPages(pages, tally)
  const rows = () => tally.rows
  if (format !== 'parquet') return { chunks: pagedChunks(columns, taken, format), releaseId, rows }
  const { aboutOf, parquetChunks } = await import('./parquet.ts')
  const about = aboutOf({ ...clocksOf(world), releaseId }, termsText(await loadSources(world)))
  return { chunks: parquetChunks(columns, taken, { ...about, ...more }), releaseId, rows }
}

async function* noPages(): AsyncGenerator<Rows> {}

/** The header comes with the first page, and not before: what cannot be asked fails with nothing written. */
async function* pagedChunks(
  columns: readonly Column[],
  pages: AsyncIterable<Rows>,
  format: 'csv' | 'jsonl',
): AsyncGenerator<Chunk> {
  let header = true
  for await (const rows of pages) {
    yield* format === 'csv' ? csvChunks({ columns, rows }, header) : jsonlChunks({ columns, rows })
    header = false
  }
  if (header && format === 'csv') yield* csvChunks({ columns, rows: [] })
}
