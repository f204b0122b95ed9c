import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { badInput } from '../error.ts'
import type { Terminal } from './terminal.ts'
import { wordsOf } from './write-failure.ts'

/** The lines of a file, or of stdin where no file (or `-`) is named; with the name that errors give them. */
export const inputLines = async (
  file: string | undefined,
  { stdin, stderr }: Terminal,
): Promise<{ name: string; lines: AsyncIterable<string> }> => {
  if (file !== undefined && file !== '-') return { name: file, lines: linesOf(await openText(file), file) }
  if (stdin.isTTY === true) stderr.write('Reading from the terminal, one JSON object a line; Ctrl-D ends.\n')
  return { name: 'stdin', lines: linesOf(stdin, 'stdin') }
}

const openText = (path: string): Promise<Readable> =>
  new Promise((done, fail) => {
    const stream = createReadStream(path)
    stream.once('ready', () => done(stream))
    stream.once('error', (cause) => fail(unreadable(path, cause)))
  })

const unreadable = (path: string, cause: unknown) =>
  badInput('unreadable-file', `The file cannot be read: ${wordsOf(cause)}.`, {
    where: path,
    hint: 'Check the path.',
    cause,
  })

/** A stream may fail before anybody asks it for lines: then the first who asks hears of it. */
async function* linesOf(stream: Readable, name: string): AsyncGenerator<string> {
  let failure: unknown
  const lines = createInterface({ input: stream, crlfDelay: Infinity })
  stream.once('error', (thrown) => {
    failure = thrown
    lines.close()
  })
  try {
    yield* lines
  } catch (thrown) {
    failure ??= thrown
  }
  if (failure !== undefined) throw unreadable(name, failure)
}
