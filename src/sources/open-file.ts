import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import { badInput } from '../error.ts'
import type { OpenFile } from './draft.ts'
import { headerOf, isZipped } from './header.ts'
import { tableError } from './table-error.ts'

/**
 * A CSV file, plain or gzipped (told by its first bytes, not by its name), in UTF-8 with or without a byte order mark.
 * Read as a stream, anew for each reading: what is held in memory is a record, never the file.
 * Every cell is the text that the file holds: "NA" is Namibia as often as it is a missing value, so the mapping decides.
 */
export const openFile = async (path: string): Promise<OpenFile> => {
  const name = basename(path)
  const zipped = await isZipped(path, name)
  const lines = () => readLines(path, name, zipped)
  const header = checkHeader(await headerOf(path, name), name)
  return {
    name,
    header,
    records: () => records(lines(), header),
    arrays: () => arrays(lines()),
    beside: (fileName) => openBeside(dirname(path), fileName),
  }
}

/** Far above any real record; a quote that is never closed fails here instead of filling the memory. */
const longestRecord = 4_000_000

/** All lines of the table as cells, the header first. */
async function* readLines(path: string, name: string, zipped: boolean): AsyncGenerator<readonly string[]> {
  const parser = parse({ bom: true, skip_empty_lines: true, max_record_size: longestRecord })
  const ended = () => {} // the loop below sees what went wrong, since a failing pipeline destroys the parser
  if (zipped) pipeline(createReadStream(path), createGunzip(), parser, ended)
  else pipeline(createReadStream(path), parser, ended)
  try {
    for await (const cells of parser) yield cells as readonly string[]
  } catch (thrown) {
    throw tableError(thrown, name)
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
const openBeside = async (folder: string, fileName: string): Promise<OpenFile | undefined> => {
  for (const path of [join(folder, fileName), join(folder, `${fileName}.gz`)]) {
    const there = await stat(path).then(
      (found) => found.isFile(),
      () => false,
    )
    if (there) return openFile(path)
  }
  return undefined
}
