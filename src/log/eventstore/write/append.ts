import { badInput } from '../../../common/error.ts'
import type { CommitId, EventId } from '../../../events/envelope.ts'
import type { SealedEvent } from '../../../events/seal.ts'
import { instantOf, laterOf } from '../../../time/instant.ts'
import type { CommitOptions, CommitPart, CommitReceipt, Expected } from '../../port.ts'
import { sentOf, type CommitBeingWritten, type WriterContext } from './writer-context.ts'
import {
  duplicate,
  fitsOneAppend,
  inProgress,
  lookingAhead,
  revisionOf,
  startOf,
  wrongRevision,
} from '../records/parts.ts'
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

/** What the writers of one open log share. */
interface Writers {
  readonly desk: WriterContext
  /** The ends of streams that were appended to last. */
  readonly ends: Map<string, Tail>
  /** Ids that are on their way in this process. */
  readonly claimed: Set<EventId>
  /** How many calls are under way. */
  count: number
}

/**
 * Appends commits: one append where that holds the whole of it, else staged under the commit's id and sealed at the
 * end.
 */
export const appender = (desk: WriterContext) => {
  const writers: Writers = { desk, ends: new Map(), claimed: new Set(), count: 0 }
  return async (
    parts: Iterable<CommitPart> | AsyncIterable<CommitPart>,
    options: CommitOptions,
    commit: CommitId,
  ): Promise<CommitReceipt> => {
    const writing = await beginWriting(desk, options, commit)
    const claims = new Set<EventId>()
    writers.count += 1
    try {
      return await write(writers, parts, writing, claims)
    } finally {
      writers.count -= 1
      release(writers, claims)
      await desk.ledger.writeSegments()
    }
  }
}

/** The commit, proposed for now or for the instant that was asked for. Throws `clock-behind-head`. */
const beginWriting = async (
  { ledger }: WriterContext,
  { recordedAt, recordedBy, appendedAt, commit: name }: CommitOptions,
  commit: CommitId,
): Promise<CommitBeingWritten> => {
  await (recordedAt === undefined ? ledger.freshen() : ledger.advance())
  const before = ledger.place().recordedAt
  if (recordedAt !== undefined && before !== undefined && recordedAt <= before)
    throw badInput(
      'clock-behind-head',
      `recorded at ${recordedAt} would be no later than the head of the log, ${before}.`,
    )
  const proposedAt = recordedAt ?? instantOf(new Date())
  return { commit, named: name !== undefined, recordedBy, proposedAt, ...(appendedAt !== undefined && { appendedAt }) }
}

const write = async (
  writers: Writers,
  parts: Iterable<CommitPart> | AsyncIterable<CommitPart>,
  writing: CommitBeingWritten,
  claims: Set<EventId>,
): Promise<CommitReceipt> => {
  const stage = staging(writers.desk, writing, (events, stream) => claim(writers, events, stream, claims))
  let staged = false
  try {
    for await (const { part, last } of lookingAhead(parts)) {
      if (!staged && last && fitsOneAppend(part)) {
        const receipt = await appendSingle(writers, part, writing, claims)
        if (receipt !== 'needs-staging') return receipt
        release(writers, claims)
      }
      staged = true
      writers.ends.delete(part.stream)
      await stage.add(part)
    }
    return await (staged ? stage.seal() : nothing(writers.desk, writing))
  } catch (thrown) {
    if (staged) await stage.giveUp(thrown)
    throw thrown
  }
}

/** Claims the ids of a part for the time of the append. Throws `duplicate-event`. */
const claim = (
  { desk: { ledger }, claimed }: Writers,
  events: readonly SealedEvent[],
  stream: string,
  claims: Set<EventId>,
): void => {
  for (const { id } of events) {
    if (ledger.ordinalOf(id) !== undefined || claimed.has(id)) throw duplicate(id, stream)
    claimed.add(id)
    claims.add(id)
  }
}

const release = ({ claimed }: Writers, claims: Set<EventId>): void => {
  for (const id of claims) claimed.delete(id)
  claims.clear()
}

const nothingThere: Tail = { server: noStream, visible: 'no-stream' }

/** Appends a commit of one part at once; `needs-staging` where it was begun in several appends before. */
const appendSingle = async (
  writers: Writers,
  part: CommitPart,
  writing: CommitBeingWritten,
  claims: Set<EventId>,
): Promise<CommitReceipt | 'needs-staging'> => {
  const { desk, ends } = writers
  const { ledger } = desk
  const { stream, events } = part
  let actual: Expected = part.expected
  for (let round = 0; round < rounds; round += 1) {
    const fresh = part.expected === 'no-stream' && events.every(({ id }) => ledger.ordinalOf(id) === undefined)
    const guess = ends.get(stream) ?? (round === 0 && fresh ? nothingThere : undefined)
    const tail = guess ?? (await desk.tailOf(stream))
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
    if (claims.size === 0) claim(writers, events, stream, claims)
    const receipt = await appendBehind(writers, part, writing, tail)
    if (receipt !== undefined) return receipt
  }
  throw wrongRevision(part, actual)
}

/** Appends the whole of a commit behind an end of its stream; undefined where that is not the end any more. */
const appendBehind = async (
  writers: Writers,
  part: CommitPart,
  writing: CommitBeingWritten,
  tail: Tail,
): Promise<CommitReceipt | undefined> => {
  const { desk, ends } = writers
  const { server, names, ledger } = desk
  const { stream, events } = part
  const sent = events.map((_event, index) =>
    sentOf(writing, { id: writing.commit, index, of: events.length }, startOf(part) + index),
  )
  const batch = events.map((event, index) => serverEventOf(event, sent[index] as Sent))
  const since = performance.now()
  const written = await server.append(names.onServer(stream), batch, tail.server)
  ends.delete(stream)
  if (written === 'conflict') return undefined
  const { at, last } = written
  const records =
    at === undefined || events.length < isLong ? undefined : () => writtenRecords(events, sent, { stream, last, at })
  const known = await ledger.reach(writing.commit, at, since, { writers: writers.count, records })
  // The server took the same ids for the same append, though another commit had made it.
  if (known === undefined) return undefined
  remember(ends, stream, { server: last, visible: revisionOf(part.expected) + events.length })
  return receiptOf(known, known.count)
}

const remember = (ends: Map<string, Tail>, stream: string, tail: Tail): void => {
  ends.delete(stream)
  ends.set(stream, tail)
  if (ends.size > remembered) ends.delete(ends.keys().next().value as string)
}

/** The receipt of a commit without events. */
const nothing = async (
  { ledger }: WriterContext,
  { commit, proposedAt }: CommitBeingWritten,
): Promise<CommitReceipt> => {
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
