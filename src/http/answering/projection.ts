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

/** However many wait, one look at the log that begins after they asked is enough for all of them. */
export const projection = (log: Pick<Workspace['log'], 'head'>, start: () => Thread): Projection => {
  let thread = start()
  let standsAt = -1
  let running: Promise<number> | undefined
  let following: Promise<number> | undefined
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
  const isBehind = async (): Promise<boolean> => (await log.head()).ordinal !== standsAt
  return {
    isBehind,
    upToHead: async () => {
      if (!(await isBehind())) return standsAt
      if (running === undefined) return begin()
      following ??= running
        .catch(() => undefined)
        .then(() => {
          following = undefined
          return running ?? begin()
        })
      return following
    },
    close: () => {
      closed = true
      return thread.end()
    },
  }
}
