import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureCatalogue } from '../../src/ingest/commit/catalogue.ts'
import { importBundled } from '../../src/ingest/index.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'

/**
 * Copies a data folder that is filled once, for all files that a process runs, with a read model that is up; its folder
 * goes with that of the run. Gives what filling it gave.
 */
const copies = <T>(name: string, fill: (workspace: Workspace) => Promise<T>) => {
  let making: Promise<{ readonly folder: string; readonly told: T }> | undefined
  const make = async () => {
    const folder = mkdtempSync(join(tmpdir(), `normtrail-${name}-`))
    const workspace = await openWorkspace(folder)
    const told = await fill(workspace)
    await workspace.catchUp()
    await workspace.close()
    return { folder, told }
  }
  return async (to: string): Promise<T> => {
    making ??= make()
    const { folder, told } = await making
    cpSync(folder, to, { recursive: true })
    return told
  }
}

/** The catalogue and nothing else. */
export const copyCatalogueTo = copies('catalogue', ({ log }) => ensureCatalogue(log))

/** What comes with normtrail, and nothing else; gives the report of its import. */
export const copyBundledCaseTo = copies('bundled', (workspace) => importBundled(workspace, { recordedBy: 'a test' }))
