import type { Workspace } from '../../workspace/workspace.ts'
import { threadEnded, type Thread } from './thread.ts'

/** The thread that brings the read model up to the head of the log, as this one knows it. */
export interface Projection {
  /** The ordinal that the read model stands at: it holds all that the log held when it was asked. */
  readonly upToHead: () => Promise<number>
  /** Whether the log holds more than the read model. */
  readonly isBehind: () => Promise<boolean>
  readonly close: () => Promise<void>
}

/**
 * However many wait, one look at the log that reaches what they saw of it is enough for all of them: one that was begun
 * before they asked, where it comes as far as that, else one more.
 */
export const projection = (log: Pick<Workspace['log'], 'head'>, start: () => Thread): Projection => {
  let thread = start()
  let standsAt = -1
  let running: Promise<number> | undefined
  let closed = false
  const bringUp = async (): Promise<number> => {
    if (closed) throw threadEnded()
    if (thread.hasEnded()) thread = start()
    standsAt = (await thread.request(undefined)) as number
    return standsAt
  }
  const begin = (): Promise<number> => {
    running = bringUp().finally(() => (running = undefined))
    return running
  }
  const upToHead = async (): Promise<number> => {
    const before = standsAt
    const { ordinal: head } = await log.head()
    // A head that is lower than what was read already is that of another log, put in the place of the first.
    const isSameLog = head >= before
    if (head === standsAt || (isSameLog && standsAt > head)) return standsAt
    if (running === undefined) return begin()
    const reached = await running.catch(() => undefined)
    if (isSameLog && reached !== undefined && reached >= head) return reached
    // Whatever runs by now was begun after this was asked.
    return running ?? begin()
  }
  return {
    isBehind: async () => (await log.head()).ordinal !== standsAt,
    upToHead,
    close: () => {
      closed = true
      return thread.end()
    },
  }
}
