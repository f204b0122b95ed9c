import { badInput } from '../../common/error.ts'
import { checkClock } from '../../ingest/commit/clock.ts'
import type { Expected } from '../../log/port.ts'
import type { Places } from '../../workspace/settings.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { withMendedWorkspace, type CliContext } from './cli-context.ts'

export interface RecordingOptions extends Places {
  readonly acceptClock?: boolean
}

export const acceptClock = [
  '--accept-clock',
  "records although this machine's clock and the log's last commit are far apart",
] as const

/**
 * Opens the workspace for work that records something, once the clock by which it is recorded has been held against the
 * log's.
 */
export const withRecording = <T>(
  house: CliContext,
  { acceptClock: accepted = false, ...places }: RecordingOptions,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> =>
  withMendedWorkspace(house, places, async (workspace) => {
    if (!accepted) await checkClock(workspace.log, new Date(), 'give --accept-clock')
    return work(workspace)
  })

/** A revision as a user writes it; `none` where there is to be no such stream yet. */
export const expectedOf = (text: string | undefined): Expected | undefined => {
  if (text === undefined) return undefined
  if (text === 'none') return 'no-stream'
  if (/^\d+$/.test(text)) return Number(text)
  throw badInput('bad-input', `"${text}" is no revision. Expected a whole number from 0 on, or none.`, {
    where: '--expected-revision',
  })
}
