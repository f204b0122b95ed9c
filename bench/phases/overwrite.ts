import { openWorkspace } from '../../src/workspace/workspace.ts'
import { measured, type Measured } from '../phase.ts'
import { revision, worldStreams } from '../synthetic-world.ts'

/**
 * Corrects every fact of a made-up world so many times, each time all of them in one commit, and folds what comes of
 * it.
 */
export const overwrite = async (folder: string, total: string, times: string): Promise<Measured> => {
  const workspace = await openWorkspace(folder)
  const streams = [...worldStreams(Number(total))]
  const { ordinal: before } = await workspace.log.head()
  const result = await measured(async () => {
    for (let n = 1; n <= Number(times); n += 1) {
      const parts = streams.flatMap((one) => revision(one, n) ?? [])
      await workspace.log.appendCommit(parts, { recordedBy: `bench, revision ${n}` })
      await workspace.catchUp()
    }
    return (await workspace.log.head()).ordinal - before
  })
  await workspace.close()
  return result
}
