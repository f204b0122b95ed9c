import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Beside } from '../engine.ts'

/** How many files are kept beside one generation: what was asked in other ways makes no more of them. */
const most = 12
/** After how many milliseconds a file that nobody has put in its place was left by a process that is no more. */
const leftBehind = 10 * 60_000

const prefixOf = (file: string): string => `${basename(file)}-kept-`

const filesOf = (file: string): readonly string[] =>
  readdirSync(dirname(file))
    .filter((name) => name.startsWith(prefixOf(file)))
    .map((name) => join(dirname(file), name))

/** Removes all that stands beside a generation. */
export const removeBeside = (file: string): void => {
  for (const kept of filesOf(file)) rmSync(kept, { force: true })
}

/**
 * Files beside the generation in an SQLite file. What cannot be read is not there, and what cannot be written is not
 * kept: it can always be made again. A file is written under another name, and put in its place whole.
 */
export const filesBeside = (file: string): Beside => {
  const placeOf = (name: string): string => join(dirname(file), `${prefixOf(file)}${name}`)
  return {
    read: (name) => {
      try {
        return readFileSync(placeOf(name))
      } catch {
        return undefined
      }
    },
    write: (name, bytes) => {
      const part = placeOf(`${randomBytes(6).toString('hex')}.part`)
      try {
        writeFileSync(part, bytes, { flag: 'wx' })
        renameSync(part, placeOf(name))
        removeSuperfluous(file)
      } catch {
        rmSync(part, { force: true })
      }
    },
  }
}

/** The ones that were written longest ago go first. */
const removeSuperfluous = (file: string): void => {
  const dated = filesOf(file).map((path) => ({ path, at: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
  const isPart = ({ path }: { readonly path: string }): boolean => path.endsWith('.part')
  const left = dated.filter((one) => isPart(one) && Date.now() - one.at > leftBehind)
  const old = dated.filter((one) => !isPart(one)).toSorted((a, b) => b.at - a.at)
  for (const { path } of [...left, ...old.slice(most)]) rmSync(path, { force: true })
}
