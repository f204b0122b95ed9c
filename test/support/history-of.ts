import { chainHash, chainStart, seal } from '../../src/events/seal.ts'
import type { CommitId } from '../../src/events/envelope.ts'
import type { EventLog } from '../../src/log/port.ts'

/**
 * All that a log holds, in order, but for what differs between two logs that were filled alike: the names of commits,
 * and when they were really appended. Each line ends in the hash of the chain over what is left, with commits named by
 * their number.
 */
export const historyOf = async (log: EventLog): Promise<readonly string[]> => {
  const lines: string[] = []
  let chain = chainStart
  let last: CommitId | undefined
  let commits = 0
  for await (const { event: recorded } of log.readAll()) {
    const { stream, revision, ordinal, commit, recordedAt, recordedBy, appendedAt: _, ...event } = recorded
    if (commit !== last) commits += 1
    last = commit
    const assigned = { stream, revision, commit: String(commits) as CommitId, recordedAt, recordedBy }
    chain = chainHash(chain, seal(event), assigned)
    lines.push([ordinal, ...Object.values(assigned), seal(event).header, seal(event).data, chain].join(' '))
  }
  return lines
}
