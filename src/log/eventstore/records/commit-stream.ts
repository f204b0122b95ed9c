import { randomUUID } from 'node:crypto'
import { jsonEvent, type EventData } from '@eventstore/db-client'
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
  const eventsOf = async (commit: CommitId) => {
    const events = []
    for (let from = 0n; ; from = BigInt(events.length)) {
      const some = await server.readStream(names.commitStream(commit), { from })
      events.push(...some)
      if (some.length < page) return events
    }
  }

  const read = async (commit: CommitId): Promise<CommitState> => {
    const events = await eventsOf(commit)
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

  /** A conflict where somebody began it before. */
  const begin = (
    commit: CommitId,
    recordedBy: string,
    after: bigint | undefined,
  ): Promise<AppendedEvent | 'conflict'> =>
    server.append(
      names.commitStream(commit),
      [deed('CommitBegun', { recordedBy, ...(after === undefined ? {} : { after: String(after) }) })],
      noStream,
    )

  /**
   * Makes a commit visible: true if this call did, false if another writer of the same commit was first. Throws where
   * it was abandoned.
   */
  const seal = async (
    commit: CommitId,
    what: Omit<Seal, 'commit' | 'ranges' | 'attempt'>,
    ranges: readonly Range[],
  ): Promise<{ mine: boolean; at: bigint | undefined }> => {
    for (;;) {
      const state = await read(commit)
      if (state.is === 'abandoned') throw abandoned(commit)
      if (state.is === 'sealed') {
        if (state.seal?.digest === what.digest) return { mine: false, at: undefined }
        throw conflict('commit-changed', 'another writer has sealed this commit with other events.', {
          where: `commit ${commit}`,
        })
      }
      const attempt = randomUUID()
      const pieces = piecesOf(ranges)
      const [only] = pieces
      let last: ServerRevision = state.last
      let lost = false
      if (pieces.length > 1)
        for (const piece of pieces) {
          const written = await server.append(
            names.commitStream(commit),
            [deed('CommitParts', { attempt, ranges: piece })],
            last,
          )
          if (written === 'conflict') {
            lost = true
            break
          }
          last = written.last
        }
      if (lost) continue
      const data = { commit, attempt, ...what, ...(pieces.length > 1 ? {} : { ranges: only ?? [] }) }
      const written = await server.append(names.commitStream(commit), [deed('CommitSealed', data)], last)
      if (written !== 'conflict') return { mine: true, at: written.at }
    }
  }

  /** Gives a commit up, unless it is decided already; gives back what it then is. */
  const abandon = async (commit: CommitId, by: { recordedBy: string; reason: string }): Promise<CommitState['is']> => {
    for (;;) {
      const state = await read(commit)
      if (state.is !== 'begun') return state.is
      const written = await server.append(
        names.commitStream(commit),
        [deed('CommitAbandoned', { ...by, commit })],
        state.last,
      )
      if (written !== 'conflict') return 'abandoned'
    }
  }

  /** The ranges of a sealed commit, in the order of its events. */
  const rangesOf = async (of: Seal): Promise<readonly Range[]> => {
    if (of.ranges !== undefined) return of.ranges
    const events = await eventsOf(of.commit)
    return events.flatMap(({ type, data }) => {
      const parts = data as { attempt: string; ranges: readonly Range[] }
      return type === 'CommitParts' && parts.attempt === of.attempt ? parts.ranges : []
    })
  }

  return { read, begin, seal, abandon, rangesOf }
}

export type CommitStreams = ReturnType<typeof commitStreamsOf>

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
