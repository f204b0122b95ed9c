import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { badInput, messageOf } from '../error.ts'
import { tableError } from './table-error.ts'

/** As much of a file as is looked at to find its header: far above the widest one. */
const lookedAt = 1_000_000

/**
 * The names in the first line of a table, as they stand there: whether they hold together is another matter. Nothing behind that line counts, so a table
 * is known by its columns whatever is wrong with its rows. Throws where there is no such line: an empty file, a binary one, another encoding.
 */
export const headerOf = async (path: string, name: string): Promise<readonly string[]> => {
  const bytes = await beginningOf(path, name)
  refuseBinary(bytes, name)
  let cells: readonly string[] | undefined
  try {
    cells = (parse(bytes, { bom: true, skip_empty_lines: true, to: 1 }) as string[][])[0]
  } catch (thrown) {
    throw tableError(thrown, name)
  }
  if (cells === undefined)
    throw badInput(
      'empty-file',
      'The file holds no line with text. Expected a header line and rows, separated by commas.',
      { where: name },
    )
  if (cells.some((cell) => cell.includes('\uFFFD')))
    throw badInput('not-utf8', 'The header line is not UTF-8. Expected comma-separated text in UTF-8.', {
      where: `${name}, line 1`,
      hint: 'Save the table as CSV in UTF-8.',
    })
  return cells.map((cell) => cell.trim())
}

/** Whether a file is gzipped: told by its first bytes, not by its name. */
export const isZipped = async (path: string, name: string): Promise<boolean> => {
  const missing = (cause: unknown) =>
    badInput('unreadable-file', 'The file cannot be read.', {
      where: path,
      hint: `Check the path, and that it is a file. (${messageOf(cause)})`,
      cause,
    })
  const file = await open(path).catch((cause: unknown) => {
    throw missing(cause)
  })
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0).catch((cause: unknown) => {
      throw missing(cause)
    })
    if (bytesRead === 0)
      throw badInput('empty-file', 'The file is empty. Expected a header line and rows, separated by commas.', {
        where: name,
      })
    return buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}

/** The first bytes of what the file holds, decompressed. Of a damaged file, the whole lines before the damage count. */
const beginningOf = async (path: string, name: string): Promise<Buffer> => {
  const zipped = await isZipped(path, name)
  const file = createReadStream(path)
  const stream = zipped ? pipeline(file, createGunzip(), () => {}) : file
  const pieces: Buffer[] = []
  let length = 0
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      pieces.push(piece)
      length += piece.length
      if (length >= lookedAt) break
    }
  } catch (thrown) {
    if (!pieces.some((piece) => piece.includes('\n'))) throw tableError(thrown, name)
  } finally {
    file.destroy()
  }
  return Buffer.concat(pieces)
}

const archives: readonly (readonly [what: string, begins: readonly number[]])[] = [
  ['a workbook or another zip archive', [0x50, 0x4b, 0x03, 0x04]],
  ['a workbook of an old kind', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
]

const refuseBinary = (bytes: Buffer, name: string): void => {
  const refuse = (what: string) =>
    badInput('not-a-table', `The file is ${what}. Expected comma-separated text in UTF-8.`, {
      where: name,
      hint: 'Save the table as CSV in UTF-8.',
    })
  for (const [what, begins] of archives) if (begins.every((byte, index) => bytes[index] === byte)) throw refuse(what)
  // UTF-16 with its mark is full of zeros, and text.
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  if (!isWide && bytes.subarray(0, 8_000).includes(0)) throw refuse('binary')
}
