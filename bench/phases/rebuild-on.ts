import { rebuild } from '../../src/readmodel/rebuild.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { measured, type Measured } from '../phase.ts'

/** Throws a read model away and folds the log anew. */
export const rebuildOn = async (log: string, logName: string, read: string): Promise<Measured> => {
  const workspace = await openWorkspace({ log, read, logName })
  const result = await measured(() => rebuild(workspace.readModel, workspace.log))
  await workspace.close()
  return result
}
