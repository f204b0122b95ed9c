import type { CommitId } from '../../../events/envelope.ts'
import type { UnfinishedCommit } from '../../port.ts'
import { follow, live } from './follow.ts'
import type { LogNames } from '../records/names.ts'
import type { Server } from '../connection/server.ts'

/** The server filters on the streams of commits, and goes through the whole log for it. */
export const unfinishedCommits = async (server: Server, names: LogNames): Promise<readonly UnfinishedCommit[]> => {
  const open = new Map<string, UnfinishedCommit>()
  const over = new AbortController()
  for await (const items of follow(server, {
    prefix: names.commitPrefix,
    after: undefined,
    signal: over.signal,
    patience: server.timing.patience,
  })) {
    for (const event of items) {
      if (event === live) continue
      const commit = event.streamId.slice(names.commitPrefix.length) as CommitId
      if (event.type === 'CommitBegun')
        open.set(commit, {
          commit,
          recordedBy: (event.data as { recordedBy: string }).recordedBy,
          begunAt: event.created,
        })
      if (event.type === 'CommitSealed' || event.type === 'CommitAbandoned') open.delete(commit)
    }
    if (items.includes(live)) break
  }
  over.abort()
  return [...open.values()]
}
