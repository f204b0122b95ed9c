import { createHash, hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Chunk } from '../written-answer.ts'
import type { Checksum } from './checksums.ts'

export interface HashedFile extends Checksum {
  readonly bytes: number
}

/** A file that is written piece by piece, and hashed and counted on the way. */
export const begunHashedFile = async (folder: string, name: string) => {
  const file = await open(join(folder, name), 'wx')
  const digest = createHash('sha256')
  let bytes = 0
  return {
    write: async (chunks: Iterable<Chunk>): Promise<void> => {
      for (const chunk of chunks) {
        const piece = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
        digest.update(piece)
        bytes += piece.length
        await file.appendFile(piece)
      }
    },
    /** Closes it, and says what it came to. */
    end: async (): Promise<HashedFile> => {
      await file.close()
      return { name, bytes, sha256: digest.digest('hex') }
    },
    abandon: () => file.close().catch(() => undefined),
  }
}

/** A text as a whole file. */
export const writtenText = async (folder: string, name: string, text: string): Promise<HashedFile> => {
  await writeFile(join(folder, name), text, { flag: 'wx' })
  return { name, bytes: Buffer.byteLength(text), sha256: hash('sha256', text, 'hex') }
}

/** A file that is there. */
export const hashedFile = async (folder: string, name: string): Promise<HashedFile> => {
  const digest = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(join(folder, name)) as AsyncIterable<Buffer>) {
    digest.update(chunk)
    bytes += chunk.length
  }
  return { name, bytes, sha256: digest.digest('hex') }
}
