import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { badInput, messageOf } from '../error.ts'
import type { Terminal } from './terminal.ts'

/** The lines of a file, or of stdin where no file (or `-`) is named; with the name that errors give them. */
export const inputLines = async (
  file: string | undefined,
  { stdin, stderr }: Terminal,
): Promise<{ name: string; lines: AsyncIterable<string> }> => {
  if (file !== undefined && file !== '-') return { name: file, lines: linesOf(await openText(file)) }
  if (stdin.isTTY === true) stderr.write('Reading from the terminal, one JSON object a line; Ctrl-D ends.\n')
  return { name: 'stdin', lines: linesOf(stdin) }
}

const openText = (path: string): Promise<Readable> =>
  new Promise((done, fail) => {
    const stream = createReadStream(path)
    stream.once('ready', () => done(stream))
    stream.once('error', (cause) =>
      fail(
        badInput('unreadable-file', `The file cannot be read: ${messageOf(cause)}.`, {
          where: path,
          hint: 'Check the path.',
          cause,
        }),
      ),
    )
  })

async function* linesOf(stream: Readable): AsyncGenerator<string> {
  yield* createInterface({ input: stream, crlfDelay: Infinity })
}
