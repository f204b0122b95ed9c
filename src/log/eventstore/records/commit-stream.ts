import { randomUUID } from 'node:crypto'
import { jsonEvent, type EventData, type RecordedEvent as ServerEvent } from '@eventstore/db-client'
import { conflict } from '../../../common/error.ts'
import type { CommitId } from '../../../events/envelope.ts'
import type { LogNames } from './names.ts'
import type { Range, Seal } from './record.ts'
import { noStream, page, type Server, type ServerRevision, type AppendedEvent } from '../connection/server.ts'

/**
 * What became of a commit of several appends. The first decision is the only one: each is appended after a known
 * revision.
 */
interface CommitState {
  readonly last: ServerRevision
  readonly is: 'unknown' | 'begun' | 'sealed' | 'abandoned'
  readonly seal?: Seal
  /** Where the log stood when it was begun. */
  readonly begunAfter?: bigint
}

/** Bytes of ranges that go into one event: well below the server's 1 MiB for an append. */
const rangesBytes = 700_000

const deed = (type: string, data: object): EventData =>
  jsonEvent({ id: randomUUID(), type, data: { ...data } }) as EventData

/**
 * The stream of each commit that needs more than one append: `CommitBegun`, then `CommitSealed` or `CommitAbandoned`.
 */
export const commitStreamsOf = (server: Server, names: LogNames) => {
  const at: CommitRoom = {
    appendTo: (commit, event, after) => server.append(names.commitStream(commit), [event], after),
    readFrom: (commit, from) => server.readStream(names.commitStream(commit), { from }),
  }
  return {
    read: (commit: CommitId) => stateOf(at, commit),
    /** A conflict where somebody began it before. */
    begin: (commit: CommitId, recordedBy: string, after: bigint | undefined): Promise<AppendedEvent | 'conflict'> => {
      const begun = { recordedBy, ...(after === undefined ? {} : { after: String(after) }) }
      return at.appendTo(commit, deed('CommitBegun', begun), noStream)
    },
    seal: (commit: CommitId, what: ToSeal, ranges: readonly Range[]) => seal(at, commit, what, ranges),
    abandon: (commit: CommitId, by: Abandoning) => abandon(at, commit, by),
    /** The ranges of a sealed commit, in the order of its events. */
    rangesOf: async (of: Seal): Promise<readonly Range[]> => of.ranges ?? partsIn(await eventsOf(at, of.commit), of),
  }
}

export type CommitStreams = ReturnType<typeof commitStreamsOf>

type ToSeal = Omit<Seal, 'commit' | 'ranges' | 'attempt'>
type Abandoning = { readonly recordedBy: string; readonly reason: string }

/** The streams of commits on a server. */
interface CommitRoom {
  readonly appendTo: (commit: CommitId, event: EventData, after: ServerRevision) => Promise<AppendedEvent | 'conflict'>
  readonly readFrom: (commit: CommitId, from: ServerRevision) => Promise<readonly ServerEvent[]>
}

const eventsOf = async (at: CommitRoom, commit: CommitId): Promise<readonly ServerEvent[]> => {
  const events: ServerEvent[] = []
  for (let from = 0n; ; from = BigInt(events.length)) {
    const some = await at.readFrom(commit, from)
    events.push(...some)
    if (some.length < page) return events
  }
}

const stateOf = async (at: CommitRoom, commit: CommitId): Promise<CommitState> => {
  const events = await eventsOf(at, commit)
  const last = events.at(-1)?.revision ?? noStream
  for (const { type, data } of events) {
    if (type === 'CommitSealed') return { last, is: 'sealed', seal: data as Seal }
    if (type === 'CommitAbandoned') return { last, is: 'abandoned' }
  }
  const begunAfter = (events[0]?.data as { after?: string } | undefined)?.after
  return {
    last,
    is: events.length === 0 ? 'unknown' : 'begun',
    ...(begunAfter === undefined ? {} : { begunAfter: BigInt(begunAfter) }),
  }
}

/**
 * Makes a commit visible: true if this call did, false if another writer of the same commit was first. Throws where it
 * was abandoned.
 */
const seal = async (
  at: CommitRoom,
  commit: CommitId,
  what: ToSeal,
  ranges: readonly Range[],
): Promise<{ mine: boolean; at: bigint | undefined }> => {
  const pieces = piecesOf(ranges)
  const [only = []] = pieces
  for (;;) {
    const state = await stateOf(at, commit)
    if (state.is === 'abandoned') throw abandoned(commit)
    if (state.is === 'sealed') {
      if (state.seal?.digest === what.digest) return { mine: false, at: undefined }
      throw conflict('commit-changed', 'another writer has sealed this commit with other events.', {
        where: `commit ${commit}`,
      })
    }
    const attempt = randomUUID()
    const isLong = pieces.length > 1
    const last = isLong ? await appendPieces(at, { commit, attempt }, pieces, state.last) : state.last
    if (last === 'conflict') continue
    const data = { commit, attempt, ...what, ...(isLong ? {} : { ranges: only }) }
    const written = await at.appendTo(commit, deed('CommitSealed', data), last)
    if (written !== 'conflict') return { mine: true, at: written.at }
  }
}

/** Writes ranges that are too long for the seal before it; gives back where the stream then ends. */
const appendPieces = async (
  at: CommitRoom,
  { commit, attempt }: Pick<Seal, 'commit' | 'attempt'>,
  pieces: readonly (readonly Range[])[],
  after: ServerRevision,
): Promise<ServerRevision | 'conflict'> => {
  let last = after
  for (const piece of pieces) {
    const written = await at.appendTo(commit, deed('CommitParts', { attempt, ranges: piece }), last)
    if (written === 'conflict') return 'conflict'
    ;({ last } = written)
  }
  return last
}

/** The ranges that stand before a seal, of its attempt. */
const partsIn = (events: readonly ServerEvent[], { attempt }: Seal): readonly Range[] =>
  events.flatMap(({ type, data }) => {
    const parts = data as { attempt: string; ranges: readonly Range[] }
    return type === 'CommitParts' && parts.attempt === attempt ? parts.ranges : []
  })

/** Gives a commit up, unless it is decided already; gives back what it then is. */
const abandon = async (at: CommitRoom, commit: CommitId, by: Abandoning): Promise<CommitState['is']> => {
  for (;;) {
    const state = await stateOf(at, commit)
    if (state.is !== 'begun') return state.is
    const written = await at.appendTo(commit, deed('CommitAbandoned', { ...by, commit }), state.last)
    if (written !== 'conflict') return 'abandoned'
  }
}

export const abandoned = (commit: CommitId) =>
  conflict('commit-abandoned', 'this commit was given up. Nothing of it can be seen.', {
    where: `commit ${commit}`,
    hint: 'Record the same events again under another commit id.',
  })

const piecesOf = (ranges: readonly Range[]): readonly (readonly Range[])[] => {
  const pieces: Range[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const range of ranges) {
    const size = Buffer.byteLength(JSON.stringify(range)) + 1
    if (bytes + size > rangesBytes) {
      pieces.push([])
      bytes = 0
    }
    pieces.at(-1)?.push(range)
    bytes += size
  }
  return pieces
}
