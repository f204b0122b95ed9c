import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checksumsName, parseChecksums } from '../package/checksums.ts'
import { hashedFile, type HashedFile } from '../package/hashed-file.ts'
import { releaseSchema, type ReleaseFile } from '../package/release.ts'
import { shapeOf } from './compare-tables.ts'
import type { Difference } from './difference.ts'

/** What a folder was found to be by itself, without a log. */
export interface CheckedFolder {
  readonly differences: readonly Difference[]
  /** What it says it is made of; undefined where that cannot be read. */
  readonly release: ReleaseFile | undefined
  readonly files: readonly string[]
}

const textIn = (folder: string, name: string): Promise<string | undefined> =>
  readFile(join(folder, name), 'utf8').catch(() => undefined)

const jsonIn = async (folder: string, name: string): Promise<unknown> => {
  try {
    return JSON.parse((await textIn(folder, name)) ?? '') as unknown
  } catch {
    return undefined
  }
}

/** Files that are named and not there, and there and not named. */
const strays = (named: readonly string[], there: readonly string[]): readonly Difference[] => [
  ...named.filter((name) => !there.includes(name)).map((name) => ({ where: name, says: 'it is missing' })),
  ...there
    .filter((name) => name !== checksumsName && !named.includes(name))
    .map((name) => ({ where: name, says: `it is no file of the package: ${checksumsName} does not name it` })),
]

interface Resource {
  readonly path?: unknown
  readonly bytes?: unknown
  readonly hash?: unknown
  readonly rows?: unknown
  readonly schema?: { readonly fields?: readonly { readonly name?: unknown }[] }
}

/** Whether the tables are as the descriptor says: bytes, hash, rows, columns. */
const resourceDifferences = async (
  folder: string,
  files: ReadonlyMap<string, HashedFile>,
): Promise<readonly Difference[]> => {
  const descriptor = (await jsonIn(folder, 'datapackage.json')) as { readonly resources?: unknown } | undefined
  if (!Array.isArray(descriptor?.resources)) return [{ where: 'datapackage.json', says: 'it names no resources' }]
  const each = (descriptor.resources as readonly Resource[]).map(async ({ path, bytes, hash, rows, schema }) => {
    const [name, file] = [String(path), files.get(String(path))]
    if (file === undefined) return []
    const isCsv = name.endsWith('.csv')
    const { names, rows: counted } = isCsv ? await shapeOf(join(folder, name)) : { names: undefined, rows: undefined }
    const fields = schema?.fields?.map((field) => field.name).join(',')
    const compared: readonly (readonly [string, unknown, unknown])[] = [
      ['bytes', file.bytes, bytes],
      ['hash', `sha256:${file.sha256}`, hash],
      ['rows', counted ?? rows, rows],
      ['columns', names?.join(',') ?? fields, fields],
    ]
    return compared
      .filter(([, found, said]) => found !== said)
      .map(([what, found, said]) => ({ where: name, says: `${what}: ${found} here, ${said} in datapackage.json` }))
  })
  return (await Promise.all(each)).flat()
}

const checksumDifferences = (
  sums: readonly { readonly name: string; readonly sha256: string }[],
  files: ReadonlyMap<string, HashedFile>,
): readonly Difference[] =>
  sums
    .filter(({ name, sha256 }) => files.has(name) && files.get(name)?.sha256 !== sha256)
    .map(({ name }) => ({ where: name, says: `its checksum is not the one in ${checksumsName}: it was changed` }))

/** Holds the files of a package against its own checksums and its descriptor. */
export const checkFolder = async (folder: string): Promise<CheckedFolder> => {
  const there = (await readdir(folder)).toSorted()
  const sums = parseChecksums((await textIn(folder, checksumsName)) ?? '')
  const isListed = sums !== undefined
  const named = (sums ?? []).map(({ name }) => name)
  const read = await Promise.all(there.map((name) => hashedFile(folder, name).catch((): undefined => undefined)))
  const files = new Map(read.flatMap((file) => (file === undefined ? [] : [[file.name, file] as const])))
  const release = releaseSchema.safeParse(await jsonIn(folder, 'release.json'))
  return {
    files: there,
    release: release.success ? release.data : undefined,
    differences: [
      ...(isListed
        ? [...strays(named, there), ...checksumDifferences(sums, files)]
        : [{ where: checksumsName, says: 'it is missing, or is no list of checksums' }]),
      ...(release.success ? [] : [{ where: 'release.json', says: 'it is missing, or does not say what was released' }]),
      ...(await resourceDifferences(folder, files)),
    ],
  }
}
