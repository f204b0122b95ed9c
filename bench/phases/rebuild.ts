import { rebuild as rebuildReadModel } from '../../src/readmodel/rebuild.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { measured, type Measured } from '../phase.ts'

/** Folds a whole log into an empty read model. */
export const rebuild = async (folder: string): Promise<Measured> => {
  const workspace = await openWorkspace(folder)
  const result = await measured(() => rebuildReadModel(workspace.readModel, workspace.log))
  await workspace.close()
  return result
}
