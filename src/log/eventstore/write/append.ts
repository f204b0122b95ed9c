import { badInput } from '../../../common/error.ts'
import type { CommitId, EventId } from '../../../events/envelope.ts'
import type { SealedEvent } from '../../../events/seal.ts'
import { instantOf, laterOf, type Instant } from '../../../time/instant.ts'
import type { CommitOptions, CommitPart, CommitReceipt, Expected } from '../../port.ts'
import type { WriterContext, CommitBeingWritten } from './writer-context.ts'
import { duplicate, fitsOneAppend, inProgress, lookingAhead, revisionOf, wrongRevision } from '../records/parts.ts'
import { serverEventOf, writtenRecords, type Sent } from '../records/record.ts'
import { receiptOf, repeatedBy } from './retries.ts'
import { noStream } from '../connection/server.ts'
import { staging } from './staging.ts'
import type { Tail } from '../read/tail.ts'

/** How often a stream may move under a writer whose expectation still holds, before it is told of a conflict. */
const rounds = 6
/** An append of so many events is not read back whole where that can be spared. */
const isLong = 20
/** How many ends of streams are remembered. */
const remembered = 10_000

/**
 * Appends commits: one append where that holds the whole of it, else staged under the commit's id and sealed at the
 * end.
 */
export const appender = (desk: WriterContext) => {
  const { server, names, ledger, tailOf } = desk
  const ends = new Map<string, Tail>()
  /** Ids that are on their way in this process. */
  const claimed = new Set<EventId>()
  /** How many calls are under way. */
  let writers = 0

  const remember = (stream: string, tail: Tail): void => {
    ends.delete(stream)
    ends.set(stream, tail)
    if (ends.size > remembered) ends.delete(ends.keys().next().value as string)
  }

  /** Claims the ids of a part for the time of the append. Throws `duplicate-event`. */
  const claim = (events: readonly SealedEvent[], stream: string, claims: Set<EventId>): void => {
    for (const { id } of events) {
      if (ledger.ordinalOf(id) !== undefined || claimed.has(id)) throw duplicate(id, stream)
      claimed.add(id)
      claims.add(id)
    }
  }

  const release = (claims: Set<EventId>): void => {
    for (const id of claims) claimed.delete(id)
    claims.clear()
  }

  const appendSingle = async (
    part: CommitPart,
    writing: CommitBeingWritten,
    claims: Set<EventId>,
  ): Promise<CommitReceipt | 'needs-staging'> => {
    const { stream, events } = part
    let actual: Expected = part.expected
    for (let round = 0; round < rounds; round += 1) {
      const fresh = part.expected === 'no-stream' && events.every(({ id }) => ledger.ordinalOf(id) === undefined)
      const guess =
        ends.get(stream) ?? (round === 0 && fresh ? ({ server: noStream, visible: 'no-stream' } as const) : undefined)
      const tail: Tail = guess ?? (await tailOf(stream))
      actual = tail.visible
      if (actual !== part.expected) {
        ends.delete(stream)
        const known = await repeatedBy(desk, part)
        if (known !== undefined) return receiptOf(known, known.id === writing.commit && round > 0 ? known.count : 0)
        if (guess !== undefined) continue
        throw wrongRevision(part, actual)
      }
      if (tail.open !== undefined) {
        if (tail.open.commit === writing.commit) return 'needs-staging'
        throw inProgress(part, tail.open.commit)
      }
      if (claims.size === 0) claim(events, stream, claims)
      const sent = events.map((_event, index): Sent => ({
        commit: { id: writing.commit, index, of: events.length },
        revision: revisionOf(part.expected) + 1 + index,
        proposedAt: writing.proposedAt,
        recordedBy: writing.recordedBy,
        ...(writing.appendedAt !== undefined && { appendedAt: writing.appendedAt }),
      }))
      const batch = events.map((event, index) => serverEventOf(event, sent[index] as Sent))
      const since = performance.now()
      const written = await server.append(names.onServer(stream), batch, tail.server)
      ends.delete(stream)
      if (written === 'conflict') continue
      const { at, last } = written
      const records =
        at === undefined || events.length < isLong
          ? undefined
          : () => writtenRecords(events, sent, { stream, last, at })
      const known = await ledger.reach(writing.commit, at, since, { writers, records })
      // The server took the same ids for the same append, though another commit had made it.
      if (known === undefined) continue
      remember(stream, { server: written.last, visible: revisionOf(part.expected) + events.length })
      return receiptOf(known, known.count)
    }
    throw wrongRevision(part, actual)
  }

  const nothing = async (commit: CommitId, proposedAt: Instant): Promise<CommitReceipt> => {
    await ledger.advance()
    const { ordinal, recordedAt } = ledger.place()
    return {
      commit,
      recordedAt: laterOf(proposedAt, recordedAt),
      firstOrdinal: ordinal + 1,
      lastOrdinal: ordinal,
      written: 0,
    }
  }

  return async (
    parts: Iterable<CommitPart> | AsyncIterable<CommitPart>,
    options: CommitOptions,
    commit: CommitId,
  ): Promise<CommitReceipt> => {
    await (options.recordedAt === undefined ? ledger.freshen() : ledger.advance())
    const before = ledger.place().recordedAt
    if (options.recordedAt !== undefined && before !== undefined && options.recordedAt <= before)
      throw badInput(
        'clock-behind-head',
        `recorded at ${options.recordedAt} would be no later than the head of the log, ${before}.`,
      )
    const proposedAt = options.recordedAt ?? instantOf(new Date())
    const writing: CommitBeingWritten = {
      commit,
      named: options.commit !== undefined,
      recordedBy: options.recordedBy,
      proposedAt,
      ...(options.appendedAt !== undefined && { appendedAt: options.appendedAt }),
    }
    const claims = new Set<EventId>()
    const stage = staging(desk, writing, (events, stream) => claim(events, stream, claims))
    let staged = false
    writers += 1
    try {
      for await (const { part, last } of lookingAhead(parts)) {
        if (!staged && last && fitsOneAppend(part)) {
          const receipt = await appendSingle(part, writing, claims)
          if (receipt !== 'needs-staging') return receipt
          release(claims)
        }
        staged = true
        ends.delete(part.stream)
        await stage.add(part)
      }
      if (!staged) return await nothing(commit, proposedAt)
      return await stage.seal()
    } catch (thrown) {
      if (staged) await stage.giveUp(thrown)
      throw thrown
    } finally {
      writers -= 1
      release(claims)
      await ledger.writeSegments()
    }
  }
}
