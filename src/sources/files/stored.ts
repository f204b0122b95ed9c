import { stat } from 'node:fs/promises'
import { basename, dirname, join, posix } from 'node:path'
import { bytesIn, bytesOf } from '../../text/bytes.ts'
import { bytesOfEntry, entriesOfZip } from './zip.ts'

/** Where a table is kept: a file of its own, or one within a zip archive. */
export interface Stored {
  /** What reports and errors call it. */
  readonly name: string
  /** Its path within the archive, where it is in one. */
  readonly entry?: string
  /** All of it from the beginning, unpacked. */
  readonly bytes: () => AsyncGenerator<Uint8Array>
  /** Another file of the same folder; undefined where it is not there. */
  readonly beside: (fileName: string) => Promise<Stored | undefined>
}

export const storedFile = (path: string, name = basename(path)): Stored => ({
  name,
  bytes: () => bytesOf(path, name),
  beside: async (fileName) => {
    const other = join(dirname(path), fileName)
    const there = await stat(other).then(
      (found) => found.isFile(),
      () => false,
    )
    return there ? storedFile(other) : undefined
  },
})

/** A file within an archive. What stands beside it there comes before what stands beside the archive. */
export const storedEntry = (path: string, entry: string, archive = basename(path)): Stored => {
  const name = `${archive} > ${entry}`
  return {
    name,
    entry,
    bytes: () => bytesIn(bytesOfEntry(path, archive, entry), name),
    beside: async (fileName) => {
      const wanted = posix.join(posix.dirname(entry), fileName)
      const there = (await entriesOfZip(path, archive)).some((one) => one.name === wanted)
      return there ? storedEntry(path, wanted, archive) : storedFile(path).beside(fileName)
    },
  }
}
