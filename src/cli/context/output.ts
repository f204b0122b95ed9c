import { randomBytes } from 'node:crypto'
import { createWriteStream, type WriteStream } from 'node:fs'
import { chmod, chown, lstat, readlink, realpath, rename, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Chunk } from '../../exports/write-answer.ts'
import { printableLines } from '../../text/printable.ts'
import { removedAtTheEnd } from '../../common/temporary.ts'
import type { Terminal } from './terminal.ts'
import { writeFailure } from './write-failure.ts'

/** Whether a write failed because the reader at the other end of the pipe is gone. */
export const isClosedPipe = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === 'EPIPE' || thrown.code === 'ERR_STREAM_DESTROYED')

/**
 * Writes pieces to the terminal or a pipe, no faster than they are read; ends quietly where nobody reads any more. A
 * pipe gets them as they are; on a terminal what it would act on is shown as an escape.
 */
export const toStdout = async ({ stdout }: Terminal, chunks: Iterable<Chunk> | AsyncIterable<Chunk>): Promise<void> => {
  const shown = stdout.isTTY === true ? onTerminal(chunks) : chunks
  await pipeline(Readable.from(shown), stdout, { end: false }).catch((thrown: unknown) => {
    if (!isClosedPipe(thrown)) throw writeFailure(thrown, 'the output')
  })
}

async function* onTerminal(chunks: Iterable<Chunk> | AsyncIterable<Chunk>): AsyncGenerator<Chunk> {
  for await (const chunk of chunks) yield typeof chunk === 'string' ? printableLines(chunk) : chunk
}

/**
 * Writes pieces to a file. One that exists is replaced only by a whole one, which takes over who may read and write it;
 * a link stays, and what it leads to is replaced; a device or pipe is written as it is.
 */
export const toFile = async (path: string, chunks: Iterable<Chunk> | AsyncIterable<Chunk>): Promise<void> => {
  try {
    const there = await stat(path).catch(absent)
    if (there === undefined || there.isFile()) await replaced(await targetOf(path), there, chunks)
    // A folder fails here, too.
    else await pipeline(Readable.from(chunks), await opened(createWriteStream(path)))
  } catch (thrown) {
    throw writeFailure(thrown, path, '--output')
  }
}

interface Owned {
  readonly mode: number
  readonly uid: number
  readonly gid: number
}

/** Writes beside the target, under a name that nothing has, and puts it in its place. */
const replaced = async (
  target: string,
  there: Owned | undefined,
  chunks: Iterable<Chunk> | AsyncIterable<Chunk>,
): Promise<void> => {
  const beside = join(dirname(target), `.${basename(target).slice(0, 200)}.${randomBytes(6).toString('hex')}.part`)
  const stream = await opened(createWriteStream(beside, { flags: 'wx' }))
  const part = removedAtTheEnd(beside)
  try {
    await pipeline(Readable.from(chunks), stream)
    if (there !== undefined) {
      // Whose it is can be kept by root only.
      await chown(beside, there.uid, there.gid).catch(() => undefined)
      await chmod(beside, there.mode & 0o7777)
    }
    await rename(beside, target)
    part.keep()
  } finally {
    part.remove()
  }
}

const absent = (thrown: unknown): undefined => {
  if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return undefined
  throw thrown
}

/** Where the path leads, also where nothing stands at the end of its links yet. */
const targetOf = async (path: string, links = 40): Promise<string> => {
  const here = await lstat(path).catch(absent)
  if (here === undefined || !here.isSymbolicLink()) return path
  const whole = await realpath(path).catch(absent)
  if (whole !== undefined) return whole
  if (links === 0) throw Object.assign(new Error('too many links'), { code: 'ELOOP' })
  return targetOf(resolve(dirname(path), await readlink(path)), links - 1)
}

const opened = (stream: WriteStream): Promise<WriteStream> =>
  new Promise((done, fail) => {
    stream.once('open', () => done(stream))
    stream.once('error', fail)
  })
