import { parse } from 'csv-parse/sync'
import { badInput, NormtrailError } from '../../common/error.ts'
import { decoded, type Reading } from '../../text/decode.ts'
import { layoutOf, type Layout } from './layout.ts'
import type { Stored } from './stored.ts'
import { tableError } from './table-error.ts'

/** As much of a file as is looked at to find its header: far above the widest one. */
const lookedAt = 1_000_000

/**
 * How a table begins: the names in its first line as they stand there, and its first row by these names, as far as it
 * can be read.
 */
export interface TableHead {
  readonly header: readonly string[]
  readonly first: Readonly<Record<string, string>>
}

/**
 * How a table begins: whether its names hold together is another matter. Nothing behind that line counts, so a table is
 * known by its columns whatever is wrong with its rows. Throws where there is no such line: an empty file, a binary
 * one, another encoding.
 */
export const headOf = async (stored: Stored, { name, encoding }: Reading, separator?: string): Promise<TableHead> => {
  const text = await beginningOf(stored, { name, encoding })
  const layout = layoutOf(text, name, separator)
  const header = headerIn(text, name, layout)
  const cells = firstRowIn(text, layout)
  return { header, first: Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ''])) }
}

const firstRowIn = (text: string, { separator, firstLine }: Layout): readonly string[] => {
  try {
    const lines = parse(text, {
      delimiter: separator,
      from_line: firstLine,
      skip_empty_lines: true,
      relax_column_count: true,
      to: 2,
    }) as string[][]
    return lines[1] ?? []
  } catch {
    return []
  }
}

/** The names in the first line of a text that is laid out so. */
export const headerIn = (text: string, name: string, { separator, firstLine }: Layout): readonly string[] => {
  let cells: readonly string[] | undefined
  try {
    cells = (
      parse(text, { delimiter: separator, from_line: firstLine, skip_empty_lines: true, to: 1 }) as string[][]
    )[0]
  } catch (thrown) {
    throw tableError(thrown, name)
  }
  if (cells === undefined)
    throw badInput(
      'empty-file',
      'The file holds no line with text. Expected a header line and rows, separated by commas.',
      { where: name },
    )
  return cells.map((cell) => cell.trim())
}

/** The first text of the file. Of a damaged file, the whole lines before the damage count. */
export const beginningOf = async (stored: Stored, reading: Reading): Promise<string> => {
  let text = ''
  try {
    for await (const piece of decoded(stored.bytes(), reading)) {
      text += piece
      if (text.length >= lookedAt) break
    }
  } catch (thrown) {
    const isDamage = thrown instanceof NormtrailError && damages.has(thrown.code)
    if (!isDamage || !text.includes('\n')) throw thrown
  }
  return text
}

/** What may be wrong far behind the first line. */
const damages: ReadonlySet<string> = new Set([
  'undecodable-text',
  'not-text',
  'wrong-encoding',
  'broken-gzip',
  'unreadable-zip-entry',
])
