import { access } from 'node:fs/promises'
import { bytesIn, bytesOf, unreadable } from '../../text/bytes.ts'
import { decoded } from '../../text/decode.ts'
import { linesOf } from '../../text/lines.ts'
import type { Terminal } from './terminal.ts'

/**
 * The lines of a file, or of stdin where no file (or `-`) is named, plain or gzipped; with the name that errors give
 * them.
 */
export const inputLines = async (
  file: string | undefined,
  { stdin, stderr }: Terminal,
  encoding?: string,
): Promise<{ name: string; lines: AsyncIterable<string> }> => {
  if (file !== undefined && file !== '-') {
    await access(file).catch((cause: unknown) => {
      throw unreadable(file, cause)
    })
    return { name: file, lines: linesOf(decoded(bytesOf(file), { name: file, encoding })) }
  }
  if (stdin.isTTY === true) stderr.write('Reading from the terminal, one JSON object a line; Ctrl-D ends.\n')
  // It may fail before anybody asks it for lines: then the first who asks hears of it.
  stdin.once('error', () => {})
  return { name: 'stdin', lines: linesOf(decoded(bytesIn(stdin, 'stdin'), { name: 'stdin', encoding })) }
}

export const encodingOption = [
  '--encoding <name>',
  'what the text is written in: windows-1252, macintosh, utf-16le, … (default: utf-8, or what a byte order mark says)',
] as const
