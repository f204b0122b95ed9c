import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorkspace, type Workspace } from '../../src/workspace.ts'

/** An opened workspace in a folder of its own, filled by the test, and the way to be rid of it. */
export const aWorkspaceOf = async (fill: (workspace: Workspace) => Promise<unknown>) => {
  const folder = await mkdtemp(join(tmpdir(), 'normtrail-ask-'))
  const workspace = await openWorkspace(folder)
  await fill(workspace)
  return {
    workspace,
    dispose: async () => {
      await workspace.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
