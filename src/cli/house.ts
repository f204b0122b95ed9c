import type { Question } from '../queries/question.ts'
import { settingsOf, type Places, type Settings } from '../settings.ts'
import type { Workspace } from '../workspace.ts'
import type { Ingest } from './commands/ingest.ts'
import type { Terminal } from './terminal.ts'

/** All that the commands are made from. `main.ts` hands in the real ones. */
export interface House {
  readonly terminal: Terminal
  readonly questions: readonly Question[]
  readonly openWorkspace: (settings: Settings) => Promise<Workspace>
  readonly ingest: Ingest
}

/** Opens the workspace for one piece of work, and closes it whatever happens. */
export const withWorkspace = async <T>(house: House, flags: Places, work: (workspace: Workspace) => Promise<T>): Promise<T> => {
  const workspace = await house.openWorkspace(settingsOf(flags, house.terminal.env))
  try {
    return await work(workspace)
  } finally {
    await workspace.close()
  }
}
