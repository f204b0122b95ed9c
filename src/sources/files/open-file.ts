import { pipeline, Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { badInput } from '../../common/error.ts'
import { decoded, type Reading } from '../../text/decode.ts'
import type { OpenFile } from '../importer/draft.ts'
import { beginningOf, headerIn } from './header.ts'
import { layoutOf, type Layout } from './layout.ts'
import { storedFile, type Stored } from './stored.ts'
import { tableError } from './table-error.ts'

/**
 * A CSV file, plain, gzipped or within a zip archive (told by its first bytes, not by its name), in UTF-8, in UTF-16
 * with a byte order mark, or in the encoding that is declared, its columns set apart by commas, semicolons, tabs or
 * bars. Read as a stream, anew for each reading: what is held in memory is a record, never the file. Every cell is the
 * text that the file holds: "NA" is Namibia as often as it is a missing value, so the mapping decides.
 */
export const openFile = async (place: string | Stored, encoding?: string, separator?: string): Promise<OpenFile> => {
  const stored = typeof place === 'string' ? storedFile(place) : place
  const { name, entry } = stored
  const reading = { name, encoding }
  const beginning = await beginningOf(stored, reading)
  const layout = layoutOf(beginning, name, separator)
  const lines = () => readLines(stored, reading, layout)
  const header = checkHeader(headerIn(beginning, name, layout), name)
  return {
    name,
    ...(entry !== undefined && { entry }),
    header,
    records: () => records(lines(), header),
    arrays: () => arrays(lines()),
    beside: (fileName) => openBeside(stored, fileName),
  }
}

/** Far above any real record; a quote that is never closed fails here instead of filling the memory. */
const longestRecord = 4_000_000

/** All lines of the table as cells, the header first. */
async function* readLines(
  stored: Stored,
  reading: Reading,
  { separator, firstLine }: Layout,
): AsyncGenerator<readonly string[]> {
  const parser = parse({
    delimiter: separator,
    from_line: firstLine,
    skip_empty_lines: true,
    max_record_size: longestRecord,
  })
  const ended = () => {} // the loop below sees what went wrong, since a failing pipeline destroys the parser
  pipeline(Readable.from(decoded(stored.bytes(), reading)), parser, ended)
  try {
    for await (const cells of parser) yield cells as readonly string[]
  } catch (thrown) {
    throw tableError(thrown, reading.name)
  } finally {
    parser.destroy()
  }
}

const checkHeader = (header: readonly string[], name: string): readonly string[] => {
  const bad = (message: string, hint: string) => badInput('bad-header', message, { where: `${name}, line 1`, hint })
  const looksLikeData = header.every((cell) => cell === '' || !Number.isNaN(Number(cell)))
  if (looksLikeData)
    throw bad(
      `"${header.slice(0, 5).join(',')}" names no columns. Expected a header line.`,
      'Put the names of the columns in the first line.',
    )
  const twice = header.find((column, index) => header.indexOf(column) < index)
  if (twice !== undefined)
    throw bad(`The column "${twice}" occurs twice. Expected each name once.`, 'Rename or remove one of the two.')
  // R writes row names under an empty first name: harmless. Anywhere else a name is lost.
  const nameless = header.indexOf('', 1)
  if (nameless > 0)
    throw bad(`Column ${nameless + 1} has no name. Expected a name for each column.`, 'Name the column, or remove it.')
  return header
}

async function* arrays(lines: AsyncIterable<readonly string[]>) {
  let row = -1
  for await (const cells of lines) {
    row += 1
    if (row > 0) yield { row, cells }
  }
}

async function* records(lines: AsyncIterable<readonly string[]>, header: readonly string[]) {
  for await (const { row, cells } of arrays(lines))
    yield { row, cells: Object.fromEntries(header.map((column, index) => [column, cells[index] as string])) }
}

/** Another file of the same folder, plain or gzipped. */
const openBeside = async (stored: Stored, fileName: string): Promise<OpenFile | undefined> => {
  const there = (await stored.beside(fileName)) ?? (await stored.beside(`${fileName}.gz`))
  return there === undefined ? undefined : openFile(there)
}
