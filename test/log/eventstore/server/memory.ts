/** What the server keeps: one log, and for each stream which of its events are in it. */

export interface StoredEvent {
  readonly at: bigint
  readonly stream: string
  readonly revision: bigint
  readonly id: string
  readonly type: string
  readonly contentType: string
  readonly data: Uint8Array
  readonly metadata: Uint8Array
  readonly created: number
}

export type ProposedEvent = Pick<StoredEvent, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>
export type Expectation = bigint | 'no_stream' | 'any' | 'stream_exists'

export type Appended =
  | { readonly is: 'written'; readonly last: bigint; readonly at: bigint }
  | { readonly is: 'nothing' }
  | { readonly is: 'conflict'; readonly actual: bigint | 'no_stream' }
  | { readonly is: 'too-large' | 'bad-request' | 'deleted' }

const maximumBytes = 1_048_576
/** What the server adds to an event in its log; makes positions about 360 apart at 257 bytes. */
const overhead = 103
const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

export const memory = () => {
  const log: StoredEvent[] = []
  const streams = new Map<string, StoredEvent[]>()
  const deleted = new Set<string>()
  const listeners = new Set<(events: readonly StoredEvent[]) => void>()
  /** Ids that were written, and where: what recognises an append with ANY, until the next restart. */
  let recent = new Map<string, bigint>()
  let end = 0n

  const store = (stream: string, events: readonly ProposedEvent[]): readonly StoredEvent[] => {
    const there = streams.get(stream) ?? []
    streams.set(stream, there)
    const stored = events.map((event) => {
      const one = { ...event, stream, revision: BigInt(there.length), at: end, created: Date.now() }
      end += BigInt(event.data.length + event.metadata.length + stream.length + event.type.length + overhead)
      there.push(one)
      log.push(one)
      recent.set(`${stream} ${event.id}`, one.revision)
      return one
    })
    for (const listener of listeners) listener(stored)
    return stored
  }

  const written = (stream: string, last: bigint): Appended => ({
    is: 'written',
    last,
    at: streams.get(stream)?.[Number(last)]?.at ?? 0n,
  })

  /** The same ids after the same revision were written before: success with the first result. */
  const repeated = (there: readonly StoredEvent[], after: bigint, events: readonly ProposedEvent[]): boolean =>
    events.every((event, index) => there[Number(after) + 1 + index]?.id === event.id)

  const append = (stream: string, expected: Expectation, events: readonly ProposedEvent[]): Appended => {
    if (stream === '' || events.some(({ id, type }) => !uuid.test(id) || type === '')) return { is: 'bad-request' }
    if (deleted.has(stream)) return { is: 'deleted' }
    if (events.length === 0) return { is: 'nothing' }
    if (
      events.reduce((sum, { data, metadata, type }) => sum + data.length + metadata.length + 2 * type.length, 0) >
      maximumBytes
    )
      return { is: 'too-large' }
    const there = streams.get(stream) ?? []
    const last = BigInt(there.length) - 1n
    const conflict: Appended = { is: 'conflict', actual: last < 0n ? 'no_stream' : last }
    if (expected === 'any') {
      const known = events.map(({ id }) => recent.get(`${stream} ${id}`))
      const final = known.at(-1)
      if (final !== undefined && known.every((revision) => revision !== undefined)) return written(stream, final)
    } else if (expected === 'stream_exists') {
      if (last < 0n) return conflict
    } else {
      const after = expected === 'no_stream' ? -1n : expected
      if (after < last && repeated(there, after, events)) return written(stream, after + BigInt(events.length))
      if (after !== last) return conflict
    }
    const stored = store(stream, events)
    return written(stream, stored.at(-1)?.revision ?? last)
  }

  return {
    log,
    append,
    streamOf: (stream: string) => streams.get(stream),
    isDeleted: (stream: string) => deleted.has(stream),
    tombstone: (stream: string) => deleted.add(stream),
    end: () => end,
    /** Index in the log of the event at a position; undefined where there is none. */
    indexOf: (at: bigint): number | undefined => {
      let low = 0
      let high = log.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((log[middle] as StoredEvent).at < at) low = middle + 1
        else high = middle
      }
      return log[low]?.at === at ? low : undefined
    },
    listen: (listener: (events: readonly StoredEvent[]) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** What a restart does: the events stay, the memory of ids goes. */
    forget: () => (recent = new Map()),
    /** As a server that was restored from a copy, made when it held only so many events. */
    restoreTo: (count: number) => {
      const gone = new Set(log.splice(count))
      end = [...gone][0]?.at ?? end
      for (const [stream, events] of streams) {
        const left = events.filter((event) => !gone.has(event))
        if (left.length === 0) streams.delete(stream)
        else streams.set(stream, left)
      }
      recent = new Map()
    },
    /** As a server that was not on disk. */
    lose: () => {
      log.length = 0
      streams.clear()
      recent = new Map()
      end = 0n
    },
  }
}

export type Memory = ReturnType<typeof memory>
