import { NormtrailError } from '../../common/error.ts'
import { freshBundle } from '../../package/fresh-bundle.ts'
import { packagePath } from '../../package/package-path.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { threadOf, type Thread } from '../answering/thread.ts'
import type { Outcome, Recording, Work } from '../service/recording.ts'

/** Recording in another thread, and how to end it. */
export interface RecordingInThread extends Recording {
  readonly close: () => Promise<void>
}

const file = (): string =>
  freshBundle('threads/recorder.js', 'http/recording/recorder.js') ??
  packagePath('dist', 'src', 'http', 'recording', 'recorder.js')

/** Records in a thread of its own, which begins with the first request. `most` requests may wait for it. */
export const recordInThread = ({ places }: Pick<Workspace, 'places'>, most: number): RecordingInThread => {
  let thread: Thread | undefined
  let waiting = 0
  return {
    record: async (work: Work) => {
      if (waiting >= most)
        throw new NormtrailError('unavailable', 'busy', `${most} requests wait to be recorded already.`, {
          hint: 'Ask again after 1 s.',
          retryAfter: 1,
        })
      if (thread === undefined || thread.hasEnded()) thread = threadOf(file(), { settings: places() })
      waiting += 1
      try {
        return (await thread.request(work)) as Outcome
      } finally {
        waiting -= 1
      }
    },
    close: async () => thread?.end(),
  }
}
