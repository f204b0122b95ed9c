import type { Logger } from 'pino'
import { hasExpired } from '../../access/check-token.ts'
import { formatDay } from '../../time/day.ts'
import { utcToday } from '../../time/today.ts'
import type { AccessSettings } from '../service/access-settings.ts'

/** Has `end` called once the token is good no more; gives what ends the watch. */
export type WatchToken = (tokenId: string, end: () => void) => () => void

/** How many milliseconds pass between two looks: of one that is revoked all servers know within two seconds. */
const pause = 1_000

/**
 * Looks after what is open with a token for longer than a request takes: each second, once for each token, while there
 * is any. Where tokens cannot be looked up, what is open stays open.
 */
export const watchTokens = (tokens: AccessSettings['tokens'], log: Pick<Logger, 'warn'>): WatchToken => {
  const open = new Map<string, Set<() => void>>()
  let isWaiting = false
  let isReadable = true
  const look = async (): Promise<void> => {
    const today = formatDay(utcToday())
    for (const [id, ends] of open) {
      const token = await tokens?.find(id)
      if (token === undefined || hasExpired(token, today)) for (const end of ends) end()
    }
  }
  const goOn = (): void => {
    if (isWaiting || open.size === 0) return
    isWaiting = true
    const looked = async (): Promise<void> => {
      const failure = await look().then(
        () => undefined,
        (thrown: unknown) => ({ err: thrown }),
      )
      if (failure !== undefined && isReadable)
        log.warn(failure, 'it cannot be seen whether the tokens of feeds are good')
      isReadable = failure === undefined
      isWaiting = false
      goOn()
    }
    setTimeout(() => void looked(), pause).unref()
  }
  return (tokenId, end) => {
    const ends = open.get(tokenId) ?? new Set()
    open.set(tokenId, ends.add(end))
    goOn()
    return () => {
      ends.delete(end)
      if (ends.size === 0 && open.get(tokenId) === ends) open.delete(tokenId)
    }
  }
}
