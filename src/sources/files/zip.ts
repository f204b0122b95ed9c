import { crc32 } from 'node:zlib'
import { open } from 'node:fs/promises'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { badInput, messageOf, NormtrailError } from '../../common/error.ts'
import { unreadable } from '../../text/bytes.ts'

/** A file within a zip archive. */
export interface ZipEntry {
  /** Its path within the archive, with slashes. */
  readonly name: string
  /** Unpacked, in bytes, as the archive declares it; what is unpacked is held against it. */
  readonly size: number
  /** Why it cannot be read, in words; undefined where it can. */
  readonly refused: string | undefined
}

/** Far above any table that is published in an archive: an entry that unpacks to more is refused. */
const largest = 2_000_000_000
/** An entry that is larger than this, and packed by more than that factor, is made to fill a disk or a memory. */
const suspicious = { size: 100_000_000, factor: 500 }
const mostEntries = 10_000

const stored = 0
const deflated = 8

/**
 * Whether a file is a zip archive, by its first bytes, whatever its name. False where it cannot be read: its reader
 * says why.
 */
export const isZip = async (path: string): Promise<boolean> => {
  try {
    const file = await open(path)
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(4), 0, 4, 0)
      return bytesRead === 4 && (buffer.readUInt32LE(0) === 0x04034b50 || buffer.readUInt32LE(0) === 0x06054b50)
    } finally {
      await file.close()
    }
  } catch {
    return false
  }
}

/**
 * The files of an archive, in its own order, without folders and what a file manager left there. Nothing is unpacked.
 * Throws `bad-zip` where the archive is damaged, or names something outside of itself.
 */
export const entriesOfZip = (path: string, name: string): Promise<readonly ZipEntry[]> =>
  withZip(path, name, async (zip) => {
    if (zip.entryCount > mostEntries)
      throw badZip(name, `It names ${zip.entryCount} files; up to ${mostEntries} are looked at.`)
    const entries: ZipEntry[] = []
    for await (const entry of zip.eachEntry()) {
      const { fileName, uncompressedSize } = entry
      if (!fileName.endsWith('/') && !isLeftover(fileName))
        entries.push({ name: fileName, size: uncompressedSize, refused: refusalOf(entry) })
    }
    return entries
  })

/**
 * The bytes of a file within an archive, unpacked piece by piece and held against the checksum. Throws `bad-zip`,
 * `unreadable-zip-entry`.
 */
export async function* bytesOfEntry(path: string, name: string, wanted: string): AsyncGenerator<Uint8Array> {
  const zip = await opened(path, name)
  try {
    const entry = await entryNamed(zip, name, wanted)
    const refused = refusalOf(entry)
    const where = `${name} > ${wanted}`
    if (refused !== undefined) throw unreadableEntry(where, refused)
    let sum = 0
    try {
      for await (const piece of await zip.openReadStreamPromise(entry)) {
        sum = crc32(piece as Uint8Array, sum)
        yield piece as Uint8Array
      }
    } catch (cause) {
      throw unreadableEntry(where, `the packed data is damaged or not what the archive declares (${messageOf(cause)})`)
    }
    if (sum !== entry.crc32) throw unreadableEntry(where, 'the packed data is damaged: its checksum does not fit')
  } finally {
    zip.close()
  }
}

/** What MacOS and Windows add to archives and folders. */
const isLeftover = (fileName: string): boolean => /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(fileName)

const refusalOf = (entry: Entry): string | undefined => {
  const { uncompressedSize: size, compressedSize: packed, compressionMethod: method } = entry
  if (entry.isEncrypted()) return 'it is encrypted'
  if (method !== stored && method !== deflated) return `it is packed by a method that is not read (${method})`
  if (size > largest) return `unpacked it would have ${size} bytes; up to ${largest} are read`
  if (size > suspicious.size && size > packed * suspicious.factor)
    return `${packed} bytes would be unpacked to ${size}: no table is packed so well`
  return undefined
}

const entryNamed = async (zip: ZipFile, name: string, wanted: string): Promise<Entry> => {
  try {
    for await (const entry of zip.eachEntry()) if (entry.fileName === wanted) return entry
  } catch (cause) {
    throw badZip(name, inWords(cause))
  }
  throw badZip(name, `It holds no "${wanted}".`)
}

const opened = async (path: string, name: string): Promise<ZipFile> => {
  try {
    return await openPromise(path, { lazyEntries: true, autoClose: false })
  } catch (cause) {
    if (cause instanceof Error && 'syscall' in cause) throw unreadable(path, cause)
    throw badZip(name, inWords(cause))
  }
}

const withZip = async <T>(path: string, name: string, work: (zip: ZipFile) => Promise<T>): Promise<T> => {
  const zip = await opened(path, name)
  try {
    return await work(zip)
  } catch (cause) {
    if (cause instanceof NormtrailError) throw cause
    throw badZip(name, inWords(cause))
  } finally {
    zip.close()
  }
}

const outside = /^(absolute path|invalid relative path|invalid characters in fileName): (.*)$/

/** What the library says of a fault, as a reader of the file would. */
const inWords = (cause: unknown): string => {
  const found = outside.exec(messageOf(cause))
  return found === null
    ? `The archive is damaged or cut off (${messageOf(cause)}).`
    : `It names a file outside of itself: ${JSON.stringify(found[2])}.`
}

const badZip = (name: string, message: string) =>
  badInput('bad-zip', message, {
    where: name,
    hint: 'Download the archive again, or unpack it yourself and import the file that you trust.',
  })

const unreadableEntry = (where: string, why: string) =>
  badInput('unreadable-zip-entry', `The file cannot be unpacked: ${why}.`, {
    where,
    hint: 'Unpack the archive yourself, and import the file.',
  })
