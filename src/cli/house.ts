import type { Question } from '../queries/question.ts'
import type { Workspace } from '../workspace.ts'
import type { Ingest } from './commands/ingest.ts'
import type { Terminal } from './terminal.ts'

/** All that the commands are made from. `main.ts` hands in the real ones. */
export interface House {
  readonly terminal: Terminal
  readonly questions: readonly Question[]
  readonly openWorkspace: (folder: string) => Promise<Workspace>
  readonly ingest: Ingest
}

/** The data folder: the flag, else the environment, else `./data`. */
export const dataFolder = (flag: string | undefined, { env }: Terminal): string => flag ?? (env['NORMTRAIL_DATA'] || './data')

/** Opens the workspace for one piece of work, and closes it whatever happens. */
export const withWorkspace = async <T>(house: House, flag: string | undefined, work: (workspace: Workspace) => Promise<T>): Promise<T> => {
  const workspace = await house.openWorkspace(dataFolder(flag, house.terminal))
  try {
    return await work(workspace)
  } finally {
    await workspace.close()
  }
}
