import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportReport } from '../../src/ingest/index.ts'
import { loadNames } from '../../src/names/load.ts'
import type { Names } from '../../src/names/names.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { copyBundledCaseTo } from '../support/made-once.ts'

export interface BundledCase {
  readonly workspace: Workspace
  readonly report: ImportReport
  readonly names: Names
  readonly remove: () => Promise<void>
}

/** An empty log with nothing but what the project ships. */
export const loadBundledCase = async (): Promise<BundledCase> => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-bundled-'))
  const report = await copyBundledCaseTo(folder)
  const workspace = await openWorkspace(folder)
  const names = await loadNames(workspace.readModel.sql, await workspace.catchUp())
  return {
    workspace,
    report,
    names,
    remove: async () => {
      await workspace.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
