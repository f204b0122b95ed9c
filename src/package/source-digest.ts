import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** All that decides what the program answers: its sources, and the versions of the packages that it stands on. */
const folders = ['src', 'projections', 'catalogue', 'migrations'] as const
const lockfile = 'package-lock.json'

const filesBelow = (root: string, folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.name.startsWith('.')) return []
    return entry.isDirectory() ? filesBelow(root, path) : [path]
  })

/**
 * Names the sources of the program: SHA-256, in hexadecimal, over the lines `<path> <SHA-256 of the file>` in the order
 * of their paths. Files that begin with a dot are left out: editors and file managers leave them, and nothing imports
 * them.
 */
export const sourceDigest = (root: string): string => {
  const paths = [...folders.flatMap((folder) => filesBelow(root, folder)), lockfile].toSorted((a, b) =>
    a < b ? -1 : 1,
  )
  const lines = paths.map((path) => `${path} ${hash('sha256', readFileSync(join(root, path)), 'hex')}\n`)
  return hash('sha256', lines.join(''), 'hex')
}
