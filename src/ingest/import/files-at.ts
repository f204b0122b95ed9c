import { badInput, NormtrailError } from '../../common/error.ts'
import type { Importer } from '../../sources/importer/draft.ts'
import { headOf, type TableHead } from '../../sources/files/header.ts'
import { ofEdition, recognise } from '../../sources/index.ts'
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

/**
 * The same, of several formats: in whichever of them the file is, by its columns. Throws `unknown-columns` where it is
 * in none.
 */
export const filesInOneOf = async (path: string, formats: readonly Importer[]): Promise<readonly Recognised[]> => {
  const [only] = formats
  if (formats.length === 1 && only !== undefined) return filesAt(path, only)
  if (await isZip(path)) {
    const found: Recognised[] = []
    for (const format of formats) found.push(...(await inZip(path, format).catch(nothingThere)))
    if (found.length > 0) return found
  } else {
    const head = await headOf(storedFile(path), { name: path, encoding: only?.encoding })
    const format = recognise(head.header, head.first, formats)
    if (format !== undefined) return filesAt(path, format)
  }
  throw badInput('unknown-columns', 'The file is in none of these formats.', {
    where: path,
    hint: `Formats: ${formats.map(({ name }) => name).join(', ')}.`,
  })
}

const nothingThere = (thrown: unknown): readonly Recognised[] => {
  if (thrown instanceof NormtrailError && thrown.code === 'nothing-in-zip') return []
  throw thrown
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

const headAt = (stored: Stored, { encoding, separator }: Importer): Promise<TableHead> =>
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
