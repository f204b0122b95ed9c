import type { CommitId, EventId } from '../../../events/envelope.ts'
import type { CommitPart, CommitReceipt } from '../../port.ts'
import type { WriterContext } from './writer-context.ts'
import { isVisible } from '../read/visible.ts'
import { startOf } from '../records/parts.ts'
import { ownFact } from '../records/record.ts'
import type { KnownCommit } from '../records/segments.ts'

export const receiptOf = ({ id, first, count, recordedAt }: KnownCommit, written: number): CommitReceipt => ({
  commit: id,
  recordedAt,
  firstOrdinal: first,
  lastOrdinal: first + count - 1,
  written,
})

/**
 * The commit that an earlier call with the same events made, if the part repeats one: the same ids at the same
 * revisions, in one commit.
 */
export const repeatedBy = async (
  { server, names, ledger }: WriterContext,
  part: CommitPart,
): Promise<KnownCommit | undefined> => {
  await ledger.advance()
  const [first] = part.events
  if (first === undefined || ledger.ordinalOf(first.id) === undefined) return undefined
  const wanted = new Map<EventId, number>(part.events.map((event, index) => [event.id, startOf(part) + index]))
  let commit: CommitId | undefined
  for (let from = BigInt(startOf(part)); wanted.size > 0;) {
    const events = await server.readStream(names.onServer(part.stream), { from })
    for (const event of events) {
      const fact = ownFact(part.stream, event)
      if (fact === undefined || fact.revision < startOf(part) || !isVisible(ledger, fact)) continue
      if (wanted.get(fact.id) !== fact.revision || (commit !== undefined && commit !== fact.commit.id)) return undefined
      commit = fact.commit.id
      wanted.delete(fact.id)
      if (wanted.size === 0) break
    }
    const last = events.at(-1)
    if (last === undefined) return undefined
    from = last.revision + 1n
  }
  return commit === undefined ? undefined : ledger.commit(commit)
}
