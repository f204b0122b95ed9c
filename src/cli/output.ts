import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { badInput, messageOf } from '../error.ts'
import type { Chunk } from '../exports/write-answer.ts'
import type { Terminal } from './terminal.ts'

/** Whether a write failed because the reader at the other end of the pipe is gone. */
export const isClosedPipe = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === 'EPIPE' || thrown.code === 'ERR_STREAM_DESTROYED')

/** Writes pieces to the terminal or a pipe, no faster than they are read; ends quietly where nobody reads any more. */
export const toStdout = async ({ stdout }: Terminal, chunks: Iterable<Chunk> | AsyncIterable<Chunk>): Promise<void> => {
  await pipeline(Readable.from(chunks), stdout, { end: false }).catch((thrown: unknown) => {
    if (!isClosedPipe(thrown)) throw thrown
  })
}

/** Writes pieces to a file. A file that exists is replaced only by a whole one; a device or pipe is written as it is. */
export const toFile = async (path: string, chunks: Iterable<Chunk> | AsyncIterable<Chunk>): Promise<void> => {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => true,
  )
  const written = isFile ? `${path}.part` : path
  const stream = createWriteStream(written)
  try {
    await opened(stream, path)
    await pipeline(Readable.from(chunks), stream)
    if (isFile) await rename(written, path)
  } catch (thrown) {
    if (isFile) await rm(written, { force: true })
    throw thrown
  }
}

const opened = (stream: ReturnType<typeof createWriteStream>, path: string): Promise<void> =>
  new Promise((done, fail) => {
    stream.once('open', () => done())
    stream.once('error', (cause) =>
      fail(badInput('cannot-write', `${path} cannot be written: ${messageOf(cause)}.`, { where: '--output', cause })),
    )
  })
