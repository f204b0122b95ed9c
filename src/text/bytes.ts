import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { badInput, messageOf, NormtrailError } from '../common/error.ts'
import { systemWords } from '../common/system-words.ts'

/** The bytes of a file, unpacked where they are gzipped. Throws `unreadable-file`, `broken-gzip`. */
export const bytesOf = (path: string, name: string = path): AsyncGenerator<Uint8Array> =>
  bytesIn(createReadStream(path), name, path)

/** The bytes of a stream, unpacked where they are gzipped. */
export async function* bytesIn(
  stream: AsyncIterable<Uint8Array | string>,
  name: string,
  path: string = name,
): AsyncGenerator<Uint8Array> {
  try {
    yield* unzipped(stream)
  } catch (thrown) {
    if (thrown instanceof NormtrailError) throw thrown
    throw brokenGzip(thrown, name) ?? unreadable(path, thrown)
  }
}

/** Told by the first bytes, not by a name. */
async function* unzipped(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  const pieces = inBytes(stream)
  let begun: Uint8Array = Buffer.alloc(0)
  while (begun.length < 2) {
    const { value, done } = await pieces.next()
    if (done === true) break
    begun = Buffer.concat([begun, value])
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield begun
    yield* pieces
  }
  if (begun[0] !== 0x1f || begun[1] !== 0x8b) return yield* all()
  const gunzip = createGunzip()
  // The loop sees what went wrong, since a failing pipeline destroys what it ends in.
  pipeline(Readable.from(all()), gunzip, () => {})
  yield* gunzip as AsyncIterable<Uint8Array>
}

async function* inBytes(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  for await (const piece of stream) yield typeof piece === 'string' ? Buffer.from(piece) : piece
}

/** Damaged or cut off gzip in the words of the house; undefined for any other failure. */
export const brokenGzip = (thrown: unknown, name: string): NormtrailError | undefined => {
  const code = (thrown as { code?: unknown }).code
  if (typeof code !== 'string' || !(code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE')) return undefined
  return badInput(
    'broken-gzip',
    `The compressed data is damaged or cut off (${messageOf(thrown)}). Expected a whole gzip file.`,
    { where: name, hint: 'Download or compress the file again.', cause: thrown },
  )
}

export const unreadable = (path: string, cause: unknown): NormtrailError =>
  badInput('unreadable-file', `The file cannot be read: ${systemWords(cause) ?? messageOf(cause)}.`, {
    where: path,
    hint: 'Check the path, and that it is a file.',
    cause,
  })
