import { jsonEvent, type EventData } from '@eventstore/db-client'
import { v5 } from 'uuid'
import type { CommitId, EventId } from '../../../events/envelope.ts'
import type { Instant } from '../../../time/instant.ts'
import { bytesOfId, idOfBytes } from '../../../events/id-bytes.ts'
import type { LogNames } from './names.ts'
import type { Place } from './position.ts'
import type { Server } from '../connection/server.ts'

/** What is known of a visible commit. */
export interface KnownCommit {
  readonly id: CommitId
  readonly first: number
  readonly count: number
  readonly recordedAt: Instant
  readonly recordedBy: string
}

/**
 * What the log comes to after every so many events, written into the log: the ids of these events in order, the commits
 * that begin among them, the hash chain and the place. Any reader can compute it, so it holds nothing new; it spares a
 * new process the walk from the beginning, and it seals the chain: who changes an event behind the log's back must
 * change it too.
 */
export interface Segment {
  readonly ids: readonly EventId[]
  readonly commits: readonly KnownCommit[]
  readonly place: Place
}

/** Events in a segment; part of the format, since every writer must cut at the same ordinals. */
export const segmentLength = 5_000

/** How many one read brings; each has some hundred kilobytes. */
const segmentsAtOnce = 20

const namespace = '0b7f8b5e-2c0f-5d0c-9d53-6a8f2f1f6f3e'

interface StoredSegment {
  readonly ids: string
  readonly commits: readonly (readonly [CommitId, number, number, Instant, string])[]
  readonly chain: string
  readonly place: Omit<Place, 'at' | 'chain'> & { readonly at: string }
}

const eventOf = (names: LogNames, { ids, commits, place }: Segment): EventData => {
  const { chain, ...without } = place
  const data = {
    ids: Buffer.concat(ids.map(bytesOfId)).toString('base64'),
    commits: commits.map(({ id, first, count, recordedAt, recordedBy }) => [id, first, count, recordedAt, recordedBy]),
    chain,
    place: { ...without, at: String(place.at) },
  }
  return jsonEvent({
    id: v5(`${names.prefix}${place.ordinal} ${chain}`, namespace),
    type: 'LogIndexed',
    data,
  }) as EventData
}

const segmentOf = ({ ids, commits, chain, place }: StoredSegment): Segment => {
  const bytes = Buffer.from(ids, 'base64')
  return {
    ids: Array.from({ length: bytes.length / 16 }, (_, index) =>
      idOfBytes(bytes.subarray(index * 16, index * 16 + 16)),
    ),
    commits: commits.map(([id, first, count, recordedAt, recordedBy]) => ({
      id,
      first,
      count,
      recordedAt,
      recordedBy,
    })),
    place: { ...place, inside: place.inside, at: BigInt(place.at), chain },
  }
}

/**
 * Segments are alike whoever writes them, so the same one written twice is the same event after the same revision: the
 * server takes it once.
 */
export const segmentsOf = (server: Server, names: LogNames) => ({
  /** From the so-many-th segment on. */
  read: async function* (from: number): AsyncGenerator<Segment> {
    for (let next = from; ;) {
      const events = await server.readStream(names.indexStream, { from: BigInt(next), limit: segmentsAtOnce })
      for (const { data } of events) yield segmentOf(data as unknown as StoredSegment)
      if (events.length < segmentsAtOnce) return
      next += events.length
    }
  },
  /** Whether it stands as the so-many-th segment now; someone else may have written it. */
  write: async (segment: Segment): Promise<boolean> => {
    const number = BigInt(Math.round(segment.place.ordinal / segmentLength) - 1)
    return (await server.append(names.indexStream, [eventOf(names, segment)], number - 1n)) !== 'conflict'
  },
})
