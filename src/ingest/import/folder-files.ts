import { readdirSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { badInput, NormtrailError } from '../../common/error.ts'
import { isUtf8 } from '../../text/is-utf8.ts'
import type { Importer, OpenFile } from '../../sources/importer/draft.ts'
import { headOf } from '../../sources/files/header.ts'
import { recognise } from '../../sources/index.ts'
import { mtdsg } from '../../sources/mtdsg/importer.ts'
import { manifestFile } from '../../sources/mtdsg/manifest.ts'
import { isStatusFile, mayBeStatusFile } from '../../sources/mtdsg/status-files.ts'
import { openFile } from '../../sources/files/open-file.ts'
import { otherTable } from '../../sources/files/other-tables.ts'
import { storedEntry, storedFile, type Stored } from '../../sources/files/stored.ts'
import { entriesOfZip } from '../../sources/files/zip.ts'

/**
 * A file that an importer recognises, or the files of one release that it reads together. It is opened when its turn
 * comes.
 */
export interface Recognised {
  readonly importer: Importer
  readonly path: string
  /** Where it is kept, where that is not the file at the path: an archive holds it. */
  readonly stored?: Stored
  /** Its path within the folder, and within the archive that holds it; of several files, their release. */
  readonly file: string
}

export const opened = async ({ importer, path, stored }: Recognised): Promise<OpenFile> => {
  if (importer.open !== undefined) return importer.open()
  const place = stored ?? storedFile(path)
  const encoding = importer.encoding ?? (await otherThanUtf8(place, importer.orElse))
  return openFile(place, encoding, importer.separator)
}

/** What a file is written in that is not UTF-8, of a format that is about in both. */
const otherThanUtf8 = async (place: Stored, orElse: string | undefined): Promise<string | undefined> =>
  orElse === undefined || (await isUtf8(place.bytes())) ? undefined : orElse

/** A file that is not imported, and why, in a few words. */
export interface LeftAlone {
  /** Its path within the folder. */
  readonly file: string
  readonly why: string
}

export interface FolderFiles {
  /** In the order in which they have to be read. */
  readonly files: readonly Recognised[]
  readonly leftAlone: readonly LeftAlone[]
}

/**
 * All that is below a folder: what an importer recognises by its header, and what is left alone, whatever is wrong with
 * it.
 */
export const filesOf = async (folder: string, retrieved?: string): Promise<FolderFiles> => {
  const { tables, archives, documents, others } = entriesBelow(folder)
  const leftAlone: LeftAlone[] = [...others]
  const files: Recognised[] = [...(await statusFilesAmong(folder, documents, retrieved, leftAlone))]
  for (const file of tables) {
    const path = join(folder, file)
    const found = await importerOf(storedFile(path), file)
    if (typeof found === 'string') leftAlone.push({ file, why: found })
    else files.push({ importer: found, path, file })
  }
  for (const file of archives) {
    const within = await inArchive(join(folder, file), file)
    files.push(...within.files)
    leftAlone.push(...within.leftAlone)
  }
  return { files: files.toSorted(inOrder), leftAlone: leftAlone.toSorted((a, b) => (a.file < b.file ? -1 : 1)) }
}

/** Status files of the depositary, a release for each day on which some were taken. */
const statusFilesAmong = async (
  folder: string,
  documents: readonly string[],
  retrieved: string | undefined,
  leftAlone: LeftAlone[],
): Promise<readonly Recognised[]> => {
  const paths: string[] = []
  for (const file of documents) {
    if (await isStatusFile(join(folder, file))) paths.push(join(folder, file))
    else leftAlone.push({ file, why: 'no status file of the depositary' })
  }
  if (paths.length === 0) return []
  const releases = (await mtdsg.ofPaths?.(paths, { retrieved })) ?? []
  return releases.map((importer) => ({ importer, path: folder, file: importer.release.id }))
}

const inOrder = (a: Recognised, b: Recognised): number =>
  a.importer.order - b.importer.order || (a.file < b.file ? -1 : 1)

const unknownColumns = 'no source has these columns'

const importerOf = async (stored: Stored, file: string): Promise<Importer | string> => {
  try {
    const head = await headOf(stored, { name: file })
    const other = otherTable(head)
    return (
      recognise(head.header, head.first) ?? (other === undefined ? unknownColumns : `known, and not imported: ${other}`)
    )
  } catch (thrown) {
    return whyNot(thrown)
  }
}

/** Why a file, or an archive, cannot be read, in a few words. Throws again what is no fault of the file. */
const whyNot = (thrown: unknown): string => {
  if (!(thrown instanceof NormtrailError)) throw thrown
  return reasons[thrown.code] ?? thrown.message
}

/** What an archive holds: tables that an importer recognises, and the rest. An archive within it is not looked into. */
const inArchive = async (path: string, file: string): Promise<FolderFiles> => {
  const files: Recognised[] = []
  const leftAlone: LeftAlone[] = []
  try {
    for (const { name, refused } of await entriesOfZip(path, file)) {
      const stored = storedEntry(path, name, file)
      const found = isTable(name) ? (refused ?? (await importerOf(stored, stored.name))) : notATable(name)
      if (typeof found === 'string') leftAlone.push({ file: stored.name, why: found })
      else files.push({ importer: found, path, stored, file: stored.name })
    }
  } catch (thrown) {
    leftAlone.push({ file, why: whyNot(thrown) })
  }
  return { files, leftAlone }
}

const notATable = (name: string): string =>
  isArchive(name) ? 'an archive within an archive: unpack the outer one' : 'not named .csv or .csv.gz'
const isArchive = (name: string): boolean => /\.zip$/i.test(name)

/** Why a file has no header that can be read, by the code of the error. */
const reasons: Readonly<Record<string, string>> = {
  'empty-file': 'empty',
  'undecodable-text': 'not UTF-8',
  'not-text': 'binary, no table',
  'broken-gzip': 'the compressed data is damaged',
  'broken-quotes': 'no plain table: quotes within cells, or cells that no commas set apart',
  'unreadable-file': 'it cannot be read',
  'bad-zip': 'the archive is damaged, or names files outside of itself',
  'unreadable-zip-entry': 'it cannot be unpacked',
}

const entriesBelow = (
  folder: string,
): {
  readonly tables: readonly string[]
  readonly archives: readonly string[]
  readonly documents: readonly string[]
  readonly others: readonly LeftAlone[]
} => {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw badInput('no-folder', `"${folder}" is no folder.`)
  const tables: string[] = []
  const archives: string[] = []
  const documents: string[] = []
  const others: LeftAlone[] = []
  const walk = (within: string): void => {
    for (const { path, kind } of entriesOf(within)) {
      const file = relative(folder, path) || folder
      if (kind === 'folder') walk(path)
      else if (kind !== 'file') others.push({ file, why: kind })
      else if (isTable(path)) tables.push(file)
      else if (isArchive(path)) archives.push(file)
      else if (mayBeStatusFile(path)) documents.push(file)
      else if (basename(path) !== manifestFile) others.push({ file, why: 'not named .csv or .csv.gz' })
    }
  }
  walk(folder)
  return { tables: tables.toSorted(), archives: archives.toSorted(), documents: documents.toSorted(), others }
}

/** What a folder holds: files, folders to look into, and in words what is neither. */
const entriesOf = (folder: string): readonly { readonly path: string; readonly kind: string }[] => {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return { path, kind: entry.name.startsWith('.') ? 'a hidden folder' : 'folder' }
      // Follows links to files: mounted volumes consist of them. A link to a folder may lead back here.
      const found = statSync(path, { throwIfNoEntry: false })
      if (found?.isFile()) return { path, kind: 'file' }
      if (found?.isDirectory()) return { path, kind: 'a link to a folder' }
      return { path, kind: entry.isSymbolicLink() ? 'a link that leads nowhere' : 'no file' }
    })
  } catch {
    return [{ path: folder, kind: 'it cannot be read' }]
  }
}

export const isTable = (file: string): boolean => /\.csv(\.gz)?$/i.test(file)
