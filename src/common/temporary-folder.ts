import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { removedAtTheEnd, type Temporary } from './temporary.ts'

/** Folders of this machine; each bears the number of the process that made it. */
const prefix = `normtrail-${hostname().replaceAll(/[^A-Za-z0-9]/g, '')}-`

/** A folder for the use of this process alone. On the way it removes what processes that were killed have left. */
export const temporaryFolder = (): { readonly folder: string; readonly temporary: Temporary } => {
  removeStale()
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  return { folder, temporary: removedAtTheEnd(folder) }
}

/** Removes the folders of processes that are no more. What cannot be removed is left to the next. */
export const removeStale = (): void => {
  try {
    for (const name of readdirSync(tmpdir())) {
      const maker = name.startsWith(prefix) ? /^(\d+)-/.exec(name.slice(prefix.length))?.[1] : undefined
      if (maker !== undefined && !isAlive(Number(maker))) rmSync(join(tmpdir(), name), { recursive: true, force: true })
    }
  } catch {
    // Another process may be removing the same.
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM'
  }
}
