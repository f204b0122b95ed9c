import { badInput } from '../../common/error.ts'
import type { Importer } from '../../sources/importer/draft.ts'
import { headOf, type Head } from '../../sources/files/header.ts'
import { ofEdition } from '../../sources/index.ts'
import { storedEntry, storedFile, type Stored } from '../../sources/files/stored.ts'
import { entriesOfZip, isZip, type ZipEntry } from '../../sources/files/zip.ts'
import type { Recognised } from './folder-files.ts'

/**
 * What of a format is at a path: the file itself, of the release that it says it is; of a zip archive, every table in
 * it that has the columns. Throws `nothing-in-zip` where none has, and `other-edition`.
 */
export const filesAt = async (path: string, importer: Importer): Promise<readonly Recognised[]> => {
  if (await isZip(path)) return inZip(path, importer)
  const { edition } = importer
  if (edition === undefined) return [{ importer, path, file: path }]
  const head = await headAt(storedFile(path), importer)
  return [{ importer: withEncoding(ofEdition(importer, head, path), importer), path, file: path }]
}

const inZip = async (path: string, importer: Importer): Promise<readonly Recognised[]> => {
  const entries = await entriesOfZip(path, path)
  const found: Recognised[] = []
  for (const entry of entries) {
    const stored = storedEntry(path, entry.name)
    const head = entry.refused === undefined ? await headAt(stored, importer).catch(() => undefined) : undefined
    if (head === undefined || !importer.header.every((column) => head.header.includes(column))) continue
    const one = withEncoding(ofEdition(importer, head, stored.name), importer)
    found.push({ importer: one, path, stored, file: stored.name })
  }
  if (found.length > 0) return found
  throw badInput('nothing-in-zip', `The archive holds no table with the columns of ${importer.name}.`, {
    where: path,
    hint: `It holds: ${entriesText(entries)}. The columns are: ${importer.header.join(', ')}.`,
  })
}

const headAt = (stored: Stored, { encoding, separator }: Importer): Promise<Head> =>
  headOf(stored, { name: stored.name, encoding }, separator)

/** What a user says that the file is written in holds for whichever release it is. */
const withEncoding = (importer: Importer, { encoding }: Importer): Importer =>
  encoding === undefined ? importer : { ...importer, encoding }

const listed = 10

const entriesText = (entries: readonly ZipEntry[]): string => {
  if (entries.length === 0) return 'nothing'
  const shown = entries
    .slice(0, listed)
    .map(({ name, refused }) => (refused === undefined ? name : `${name} (${refused})`))
  return entries.length > listed ? `${shown.join(', ')} and ${entries.length - listed} more` : shown.join(', ')
}
