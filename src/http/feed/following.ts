import { parentPort, workerData } from 'node:worker_threads'
import { sentFailure } from '../../common/sent-failure.ts'
import type { Settings } from '../../workspace/settings.ts'
import { openWorkspace } from '../../workspace/workspace.ts'
import { serveCalls } from '../answering/serve-calls.ts'
import { readHere } from './read-here.ts'
import type { FollowFilter } from '../../queries/following/followed.ts'
import type { Wanted } from './reading.ts'

/** What the thread that follows the log is asked for. */
export type FollowCall =
  | { readonly begin: Wanted }
  | { readonly live: number; readonly filters: readonly FollowFilter[] }
  | { readonly page: number; readonly filter: FollowFilter }
  | { readonly follow: true }

/** What it says unasked. */
export type Told = { readonly moved: true } | { readonly failed: ReturnType<typeof sentFailure> }

/** The thread that follows the log, and reads for the feed what the read model holds. */

await serveCalls(async () => {
  const workspace = await openWorkspace((workerData as { readonly settings: Settings }).settings, {
    onlyAsks: true,
    projects: false,
  })
  const reading = readHere(workspace)
  const tell = (told: Told): void => parentPort?.postMessage({ told })
  return async (call: FollowCall): Promise<unknown> => {
    if ('begin' in call) return reading.begin(call.begin)
    if ('live' in call) return reading.live(call.live, call.filters)
    if ('page' in call) return reading.page(call.page, call.filter)
    return reading.follow(
      () => tell({ moved: true }),
      (thrown) => tell({ failed: sentFailure(thrown) }),
    )
  }
})
