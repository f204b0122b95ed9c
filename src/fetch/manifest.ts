import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { badInput } from '../common/error.ts'
import { putInPlace } from './put-in-place.ts'

const entry = z.looseObject({
  retrieved: z.iso.date(),
  url: z.string(),
  sha256: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
})
const shape = z.looseObject({ files: z.record(z.string(), entry) })

/** What is known of a file that was fetched. */
export interface Entry {
  /** The last UTC day on which the depositary gave it, or said that it had not changed: YYYY-MM-DD. */
  readonly retrieved: string
  /** Where it was asked for. */
  readonly url: string
  /** Of the bytes of the file, in hexadecimal. */
  readonly sha256: string
  /** What the server called this state of the file, for the next time. */
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
}

/** The manifest beside the files, which tells an import when each was taken. */
export const manifestFile = 'mtdsg.json'

/** The entries of a folder's manifest; none where it has no manifest. Throws `bad-manifest`. */
export const readManifest = async (folder: string): Promise<ReadonlyMap<string, Entry>> =>
  new Map(Object.entries((await read(folder)).files))

/** Notes what is known of a file. Entries of other files are kept as they stand on the disk. */
export const note = async (folder: string, file: string, known: Entry): Promise<void> => {
  const manifest = await read(folder)
  const files = Object.entries({ ...manifest.files, [file]: known }).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const text = `${JSON.stringify({ ...manifest, files: Object.fromEntries(files) }, null, 2)}\n`
  await putInPlace(join(folder, manifestFile), text)
}

/** Whether a file is on the disk as it was noted: only then may the server be asked whether it has changed. */
export const isAsNoted = async (folder: string, file: string, { sha256 }: Entry): Promise<boolean> => {
  const bytes = await readFile(join(folder, file)).catch(absent)
  return bytes !== undefined && hash('sha256', bytes, 'hex') === sha256
}

const read = async (folder: string): Promise<z.infer<typeof shape>> => {
  const path = join(folder, manifestFile)
  const text = await readFile(path, 'utf8').catch(absent)
  if (text === undefined) return { files: {} }
  const parsed = shape.safeParse(parsedJson(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw badInput(
    'bad-manifest',
    `this is no manifest of fetched files (${issue?.path.join('.')}: ${issue?.message}).`,
    {
      where: path,
      hint: 'Restore it; or move it away, and all files are fetched anew.',
    },
  )
}

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const absent = (thrown: unknown): undefined => {
  if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return undefined
  throw thrown
}
