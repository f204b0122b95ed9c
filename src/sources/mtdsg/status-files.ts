import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { badInput } from '../../common/error.ts'
import { groupBy } from '../../common/group-by.ts'
import { Manifests } from './manifest.ts'

/** A status file on the disk. */
export interface StatusFile {
  readonly path: string
  /** What reports and citations call it: `IV-9.en.xml`. */
  readonly name: string
}

/** Files that were taken on one day: a release, or what is there of one. */
export interface FilesOfDay {
  readonly files: readonly StatusFile[]
  /** ISO day; undefined where nobody says. */
  readonly retrieved: string | undefined
}

/** The order of the register: II before IV before X. */
const inOrder = (a: StatusFile, b: StatusFile): number =>
  a.name.localeCompare(b.name, 'en', { numeric: true }) || (a.path < b.path ? -1 : 1)

/**
 * Files by the day on which they were taken: that of the manifest beside them, else the day that is given. Earlier days
 * first.
 */
export const filesByDay = async (
  paths: readonly string[],
  retrieved: string | undefined,
): Promise<readonly FilesOfDay[]> => {
  const manifests = new Manifests()
  const dated: { readonly file: StatusFile; readonly day: string | undefined }[] = []
  for (const path of paths)
    dated.push({ file: { path, name: basename(path) }, day: (await manifests.retrievedOf(path)) ?? retrieved })
  return [...groupBy(dated, ({ day }) => day ?? '')]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, of]) => ({
      files: of.map(({ file }) => file).toSorted(inOrder),
      retrieved: day === '' ? undefined : day,
    }))
}

/**
 * The files that are meant by paths: a folder means every status file below it. Throws `unreadable-file`,
 * `no-status-files`.
 */
export const statusFilesAt = async (paths: readonly string[]): Promise<readonly string[]> => {
  const found: string[] = []
  for (const path of paths) {
    const there = await stat(path).catch(() => undefined)
    if (there === undefined) throw badInput('unreadable-file', 'there is no such file or folder.', { where: path })
    if (!there.isDirectory()) {
      found.push(path)
      continue
    }
    const below: string[] = []
    for (const entry of await readdir(path, { recursive: true })) {
      const file = join(path, entry)
      if (mayBeStatusFile(entry) && (await isStatusFile(file))) below.push(file)
    }
    if (below.length === 0)
      throw badInput('no-status-files', 'there is no status file of the depositary below it.', { where: path })
    found.push(...below)
  }
  return [...new Set(found)]
}

export const mayBeStatusFile = (name: string): boolean => /\.xml$/i.test(name)

const beginning = 1_000

/** Told by its first lines, not by its name. */
export const isStatusFile = async (path: string): Promise<boolean> => {
  const file = await open(path).catch(() => undefined)
  if (file === undefined) return false
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(beginning), 0, beginning, 0)
    const text = buffer.subarray(0, bytesRead).toString('latin1')
    return /<Document>/.test(text) && /<Template>\s*mtdsg\w*\s*<\/Template>/.test(text)
  } catch {
    return false
  } finally {
    await file.close()
  }
}
