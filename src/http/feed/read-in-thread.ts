import type { Logger } from 'pino'
import { heardFailure } from '../../common/sent-failure.ts'
import { freshBundle } from '../../package/fresh-bundle.ts'
import { packagePath } from '../../package/package-path.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { threadOf, type Thread } from '../answering/thread.ts'
import type { FollowCall, Told } from './following.ts'
import type { Batch, Begun, FeedReading } from './reading.ts'

const file = (): string =>
  freshBundle('threads/following.js', 'http/feed/following.js') ??
  packagePath('dist', 'src', 'http', 'feed', 'following.js')

interface Following {
  readonly moved: () => void
  readonly failed: (thrown: unknown) => void
}

/** One that ends as soon as it is open is begun no more often than once in so many milliseconds. */
const pause = 1_000

/**
 * Reads for the feed in a thread of its own, so that looking through a long log keeps nobody else waiting. Where the
 * thread ends, another one goes on: it says at its start that there may be more, so that nothing is missed. Where that
 * cannot be opened, whoever asks next has the next one begun.
 */
export const readInThread = async (
  { places }: Pick<Workspace, 'places'>,
  log: Pick<Logger, 'warn'>,
): Promise<FeedReading> => {
  let isClosed = false
  let following: Following | undefined
  const start = (): Thread => {
    let isOpen = false
    const hear = (told: Told): void => {
      if ('failed' in told) failedIn(begun, heardFailure(told.failed))
      else following?.moved()
    }
    const gone = (err: unknown): void => {
      if (!isOpen || isClosed) return
      log.warn({ err }, 'the thread that reads for the feed ended; another one takes its place')
      setTimeout(current, pause).unref()
    }
    const begun = threadOf(file(), { settings: places() }, (told) => hear(told as Told), gone)
    const opened = (): void => void (isOpen = true)
    begun.open.then(opened, () => undefined)
    return begun
  }
  /** What it followed is at its end: the next one begins anew. */
  const failedIn = (one: Thread, thrown: unknown): void => {
    following?.failed(thrown)
    void one.end()
  }
  const follow = (one: Thread): void =>
    void one.request({ follow: true } satisfies FollowCall).catch((thrown: unknown) => failedIn(one, thrown))
  const current = (): Thread => {
    if (isClosed || !thread.hasEnded()) return thread
    thread = start()
    if (following !== undefined) follow(thread)
    return thread
  }
  let thread = start()
  await thread.open
  const ask = async <T>(call: FollowCall): Promise<T> => {
    const one = current()
    const asked = one.request(call).catch(async (thrown: unknown) => {
      // Where it could not be opened, neither could the next one be.
      await one.open
      if (isClosed || !one.hasEnded()) throw thrown
      return current().request(call)
    })
    return (await asked) as T
  }
  return {
    begin: (wanted) => ask<Begun>({ begin: wanted }),
    live: (after, filters) => ask<Batch>({ live: after, filters }),
    page: (after, filter) => ask<Batch>({ page: after, filter }),
    follow: (moved, failed) => {
      following = { moved, failed }
      follow(thread)
    },
    close: () => {
      isClosed = true
      return thread.end()
    },
  }
}
