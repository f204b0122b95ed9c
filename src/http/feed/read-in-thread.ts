import { heardFailure } from '../../common/sent-failure.ts'
import { freshBundle } from '../../package/fresh-bundle.ts'
import { packagePath } from '../../package/package-path.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { threadOf } from '../answering/thread.ts'
import type { FollowCall, Told } from './following.ts'
import type { Batch, Begun, FeedReading } from './reading.ts'

const file = (): string =>
  freshBundle('threads/following.js', 'http/feed/following.js') ??
  packagePath('dist', 'src', 'http', 'feed', 'following.js')

/** Reads for the feed in a thread of its own, so that looking through a long log keeps nobody else waiting. */
export const readInThread = async ({ places }: Pick<Workspace, 'places'>): Promise<FeedReading> => {
  let listener: ((told: Told) => void) | undefined
  const thread = threadOf(file(), { settings: places() }, (told) => listener?.(told as Told))
  await thread.open
  const ask = async <T>(call: FollowCall): Promise<T> => (await thread.request(call)) as T
  return {
    begin: (wanted) => ask<Begun>({ begin: wanted }),
    live: (after, filters) => ask<Batch>({ live: after, filters }),
    page: (after, filter) => ask<Batch>({ page: after, filter }),
    follow: (moved, failed) => {
      listener = (told) => ('failed' in told ? failed(heardFailure(told.failed)) : moved())
      void ask({ follow: true }).catch(failed)
    },
    close: () => thread.end(),
  }
}
