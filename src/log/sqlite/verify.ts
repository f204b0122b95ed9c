import type { RecordedEvent } from '../../events/envelope.ts'
import { chainHash, chainStart } from '../../events/seal.ts'
import type { VerifyReport } from '../port.ts'
import type { StoredRow } from './stored-row.ts'

/**
 * Walks every event in order: ordinals without a gap, revisions without a gap in each stream, instants that rise,
 * numbers of commits without a gap, and the hash chain.
 */
export const verifyRows = (
  rows: Iterable<{ row: StoredRow; event: RecordedEvent }>,
  commits: number,
  progress?: (events: number) => void,
): VerifyReport => {
  const broken: string[] = []
  const revisions = new Map<string, number>()
  let chain = chainStart
  let events = 0
  let counted = 0
  let recordedAt = ''
  let commit = ''
  for (const { row, event } of rows) {
    const stored = Buffer.from(row.hash).toString('hex')
    chain = chainHash(chain, row, event)
    if (stored !== chain)
      broken.push(`event ${event.id} (ordinal ${event.ordinal}, ${event.stream}): the hash does not fit what is stored`)
    chain = stored
    events += 1
    if (event.ordinal !== events) broken.push(`ordinal ${event.ordinal} where ${events} was expected`)
    const expected = (revisions.get(event.stream) ?? -1) + 1
    if (event.revision !== expected)
      broken.push(`${event.stream}: revision ${event.revision} where ${expected} was expected`)
    revisions.set(event.stream, event.revision)
    if (event.commit !== commit && event.recordedAt <= recordedAt)
      broken.push(`commit ${event.commit} was recorded no later than the one before`)
    if (event.commit === commit && event.recordedAt !== recordedAt)
      broken.push(`commit ${event.commit} has two instants`)
    if (event.commit !== commit) counted += 1
    recordedAt = event.recordedAt
    commit = event.commit
    if (events % 50_000 === 0) progress?.(events)
    if (broken.length >= 20) break
  }
  if (broken.length === 0 && counted !== commits)
    broken.push(`the last commit is number ${commits}, and ${counted} hold events`)
  return { events, commits: counted, chain, broken }
}
