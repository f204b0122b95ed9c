import type { Question } from '../../queries/question/question.ts'
import type { EventLog } from '../../log/port.ts'
import { unfinishedLoad } from '../../log/unfinished-load.ts'
import { settingsOf, type Places, type Settings } from '../../workspace/settings.ts'
import { withLog, type Opening, type Workspace } from '../../workspace/workspace.ts'
import type { Ingest } from './ingest-port.ts'
import { asTyped } from './field-labels.ts'
import type { Terminal } from './terminal.ts'

/** All that the commands are made from. `main.ts` hands in the real ones. */
export interface CliContext {
  readonly terminal: Terminal
  readonly questions: readonly Question[]
  /** What is exported as networks; none where another command was named. */
  readonly networks?: readonly Question[]
  readonly openWorkspace: (settings: Settings, opening?: Opening) => Promise<Workspace>
  readonly ingest: Ingest
}

const beside =
  'The read model was made by another version of normtrail: a new one is built beside ' +
  'it, which takes a while. Processes of the other version go on with theirs.'

/**
 * Opens the workspace for one piece of work, and closes it whatever happens. Says so where the log holds a part of a
 * load only: an answer may be half of one.
 */
export const withWorkspace = <T>(
  house: CliContext,
  flags: Places,
  work: (workspace: Workspace) => Promise<T>,
  opening: Opening = {},
): Promise<T> =>
  opened(house, flags, opening, async (workspace) => {
    await warnUnfinished(house, workspace)
    return work(workspace)
  })

/** The same for a question, which makes nothing: a mistyped place holds no log, and is said to. */
export const withWorkspaceThere = <T>(
  house: CliContext,
  flags: Places,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> => withWorkspace(house, flags, work, { onlyAsks: true })

export const warnUnfinished = async (
  { terminal }: CliContext,
  { unfinished }: Pick<Workspace, 'unfinished'>,
): Promise<void> => {
  const found = await unfinished()
  if (found !== undefined) terminal.stderr.write(asTyped(`unfinished-load: ${found.says}\n  ${found.todo}\n`))
}

/**
 * The same without a word, for work that answers nothing: what writes is refused or goes on with the load, and a
 * projector waits for a log that cannot be reached.
 */
export const withQuietWorkspace = <T>(
  house: CliContext,
  flags: Places,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> => opened(house, flags, {}, work)

/** For work that records, or makes the read model: one that is damaged is no hindrance, and another is built. */
export const withMendedWorkspace = <T>(
  house: CliContext,
  flags: Places,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> => opened(house, flags, { mends: true }, work)

/** For work with the log alone. Says so where it holds a part of a load only. */
export const withLogAlone = <T>(house: CliContext, flags: Places, work: (log: EventLog) => Promise<T>): Promise<T> =>
  withLog(settingsOf(flags, house.terminal.env), async (log) => {
    await warnUnfinished(house, { unfinished: () => unfinishedLoad(log) })
    return work(log)
  })

const opened = async <T>(
  { openWorkspace, terminal: { env, stderr } }: CliContext,
  flags: Places,
  opening: Opening,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> => {
  const onNotice = (words: string): void => void stderr.write(`${words}\n`)
  const workspace = await openWorkspace(settingsOf(flags, env), { ...opening, onNotice })
  try {
    if (await workspace.readModel.isBeside().catch(() => false)) onNotice(beside)
    return await work(workspace)
  } finally {
    await workspace.close()
  }
}
