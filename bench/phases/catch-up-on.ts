import { openWorkspace } from '../../src/workspace/workspace.ts'
import { measured, type Measured } from '../phase.ts'

/** Folds a log into an empty read model, engine by engine as named, in a process that has never seen either. */
export const catchUpOn = async (log: string, logName: string, read: string): Promise<Measured> => {
  const workspace = await openWorkspace({ log, read, logName })
  const result = await measured(() => workspace.catchUp())
  await workspace.close()
  return result
}
