import { parse } from 'csv-parse/sync'
import { badInput, NormtrailError } from '../error.ts'
import { bytesOf } from '../text/bytes.ts'
import { decoded, type Reading } from '../text/decode.ts'
import { layoutOf, type Layout } from './layout.ts'
import { tableError } from './table-error.ts'

/** As much of a file as is looked at to find its header: far above the widest one. */
const lookedAt = 1_000_000

/**
 * The names in the first line of a table, as they stand there: whether they hold together is another matter. Nothing behind that line counts, so a table
 * is known by its columns whatever is wrong with its rows. Throws where there is no such line: an empty file, a binary one, another encoding.
 */
export const headerOf = async (path: string, name: string): Promise<readonly string[]> => {
  const text = await beginningOf(path, { name })
  return headerIn(text, name, layoutOf(text, name))
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
export const beginningOf = async (path: string, reading: Reading): Promise<string> => {
  let text = ''
  try {
    for await (const piece of decoded(bytesOf(path, reading.name), reading)) {
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
const damages: ReadonlySet<string> = new Set(['undecodable-text', 'not-text', 'wrong-encoding', 'broken-gzip'])
