import { openWorkspace } from '../../src/workspace/workspace.ts'
import { measured, type Measured } from '../phase.ts'
import { commitSize } from '../synthetic.ts'
import { inCommits, worldStreams } from '../synthetic-world.ts'

/** Who recorded the world as it was first told. */
export const atFirst = 'bench, at first'

/** Tells of a made-up world in so many events, and folds it. */
export const loadWorld = async (folder: string, total: string): Promise<Measured> => {
  const workspace = await openWorkspace(folder)
  const result = await measured(async () => {
    for (const commit of inCommits(worldStreams(Number(total)), commitSize))
      await workspace.log.appendCommit(commit, { recordedBy: atFirst })
    return workspace.catchUp()
  })
  await workspace.close()
  return result
}
