import { randomBytes } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { removedAtTheEnd } from '../../common/temporary.ts'
import { badInput } from '../../common/error.ts'
import { checksumsName, parseChecksums } from './checksums.ts'

/** The names in a folder; undefined where there is none. Throws `folder-not-empty` where a file stands there. */
const namesIn = async (folder: string): Promise<readonly string[] | undefined> => {
  const there = await lstat(folder).catch(() => undefined)
  if (there === undefined) return undefined
  if (!there.isDirectory()) throw inTheWay(folder, 'is no folder of its own')
  return readdir(folder)
}

const inTheWay = (folder: string, what: string) =>
  badInput('folder-not-empty', `${folder} ${what}: nothing was written.`, {
    hint: 'Name a folder that is empty or is not there yet. A whole package is replaced where `replace` is given.',
  })

/** Whether all that lies in a folder is a package, and nothing is lost with it that cannot be made again. */
const isPackage = async (folder: string, names: readonly string[]): Promise<boolean> => {
  const text = await readFile(join(folder, checksumsName), 'utf8').catch(() => '')
  const listed = new Set(parseChecksums(text)?.map(({ name }) => name))
  return listed.has('release.json') && names.every((name) => name === checksumsName || listed.has(name))
}

/** Whether a package may be put there. Throws `folder-not-empty`. */
export const checkPlace = async (folder: string, replaces: boolean): Promise<void> => {
  const names = await namesIn(folder)
  if (names === undefined || names.length === 0) return
  if (!(await isPackage(folder, names))) throw inTheWay(folder, 'holds other files than those of a package')
  if (!replaces) throw inTheWay(folder, 'holds a package already')
}

/**
 * Has a folder filled beside the place where it is to stand, and puts it there when it is whole: all of it, or nothing.
 */
export const placed = async <T>(
  folder: string,
  replaces: boolean,
  fill: (folder: string) => Promise<T>,
): Promise<T> => {
  const target = resolve(folder)
  await checkPlace(target, replaces)
  await mkdir(dirname(target), { recursive: true })
  const beside = (kind: string): string =>
    join(dirname(target), `.${basename(target).slice(0, 200)}.${randomBytes(6).toString('hex')}.${kind}`)
  const [part, old] = [beside('part'), beside('old')]
  await mkdir(part)
  const temporary = removedAtTheEnd(part)
  try {
    const filled = await fill(part)
    // What came there meanwhile is not overwritten.
    await checkPlace(target, replaces)
    const replaced = await rename(target, old).then(
      () => true,
      () => false,
    )
    await rename(part, target).catch(async (thrown: unknown) => {
      if (replaced) await rename(old, target)
      throw thrown
    })
    temporary.keep()
    if (replaced) await rm(old, { recursive: true, force: true })
    return filled
  } finally {
    temporary.remove()
  }
}
