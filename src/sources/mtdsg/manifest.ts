import { readFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { z } from 'zod'
import { badInput, messageOf } from '../../common/error.ts'

/** Beside the files, or in a folder above them. */
export const manifestFile = 'mtdsg.json'
const shape = z.looseObject({ files: z.record(z.string(), z.looseObject({ retrieved: z.iso.date() })) })
type Manifest = z.infer<typeof shape>

/** When files were taken, as the manifests beside them say, or in a folder above them: each manifest is read once. */
export class Manifests {
  readonly #read = new Map<string, Promise<Manifest | undefined>>()

  /**
   * ISO day on which the depositary gave a file, or said that it had not changed; undefined where no manifest names it.
   * Throws `bad-manifest`.
   */
  async retrievedOf(path: string): Promise<string | undefined> {
    let folder = dirname(path)
    for (let up = 0; up < foldersUp; up += 1) {
      const manifest = await this.#in(folder)
      const name = relative(folder, path).split(sep).join('/')
      if (manifest !== undefined) return manifest.files[name]?.retrieved
      if (dirname(folder) === folder) return undefined
      folder = dirname(folder)
    }
    return undefined
  }

  #in(folder: string): Promise<Manifest | undefined> {
    const known = this.#read.get(folder) ?? manifestIn(folder)
    this.#read.set(folder, known)
    return known
  }
}

/** Files stand beside their manifest, or in folders for volume and chapter below it. */
const foldersUp = 3

const manifestIn = async (folder: string): Promise<Manifest | undefined> => {
  const path = join(folder, manifestFile)
  const text = await readFile(path, 'utf8').catch((thrown: unknown) => {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return undefined
    throw badInput('bad-manifest', `it cannot be read: ${messageOf(thrown)}.`, { where: path })
  })
  if (text === undefined) return undefined
  const parsed = shape.safeParse(jsonIn(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw badInput('bad-manifest', `this is no manifest of status files (${issue?.path.join('.')}: ${issue?.message}).`, {
    where: path,
    hint:
      'Expected { "files": { "IV-9.en.xml": { "retrieved": "2018-01-15" } ' +
      '} }. Mend it, or move it away and say the day yourself.',
  })
}

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
