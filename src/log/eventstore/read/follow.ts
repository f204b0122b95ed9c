import {
  START,
  streamNameFilter,
  type AllStreamRecordedEvent,
  type AllStreamResolvedEvent,
  type Position as ServerPosition,
} from '@eventstore/db-client'
import { setTimeout as sleep } from 'node:timers/promises'
import { NormtrailError } from '../../../common/error.ts'
import { isPassing, unavailable } from '../connection/failure.ts'
import { readFrom } from './read-page.ts'
import { asRefusal } from '../connection/refusal.ts'
import { pauseBefore } from '../connection/retry.ts'
import type { Server } from '../connection/server.ts'

/**
 * How many events wait in our own queue before we leave the subscription, and come back when they are read; as many
 * more are in the reader's hands.
 */
const queueBound = 4_000
/** The server scans so many events of others before it says how far it is. */
const searchWindow = 2_000

/** A signal among the events, given once in each `follow`. */
export const live = 'live'

/**
 * What came since the reader last asked, never empty: a step of a generator for each event would cost as much as
 * reading it.
 */
export type Followed = readonly (AllStreamRecordedEvent | typeof live)[]

interface FollowOptions {
  readonly prefix: string
  /** Exclusive. Must be the position of an event that is there: the server accepts one beyond its end in silence. */
  readonly after: bigint | undefined
  readonly signal: AbortSignal
  /** How long it may fail without a success in between; for ever by default. */
  readonly patience?: number
  readonly bound?: number
}

/**
 * The events of one log as they come, filtered by the server: first those that are there, then `live`, then new ones.
 * Drains the subscription into a queue of its own at once, because the server drops a slow live consumer after some
 * hundred events; leaves by itself when the queue is full; and subscribes again after a drop, which the client never
 * does.
 */
export async function* follow(
  server: Server,
  { prefix, after, signal, patience = Infinity, bound = queueBound }: FollowOptions,
): AsyncGenerator<Followed> {
  let from: ServerPosition | undefined = after === undefined ? undefined : { commit: after, prepare: after }
  let lastEvent = after
  let saidLive = false
  let failing: { readonly since: number; attempts: number } | undefined
  while (!signal.aborted) {
    let failure: unknown
    try {
      // A server that came back without its memory would accept the position, and deliver what lies below it.
      if (failing !== undefined && lastEvent !== undefined) await readFrom(server, lastEvent, 1, { patience: 0 })
      const visit = await visitOf(server, prefix, from, bound)
      signal.addEventListener('abort', visit.end, { once: true })
      try {
        for (;;) {
          const items = visit.take(saidLive)
          if (signal.aborted) return
          if (items.length === 0) {
            if (visit.over()) break
            await visit.more()
            continue
          }
          failing = undefined
          const last = items.findLast((item) => item !== live)
          if (last !== undefined) {
            from = last.position
            lastEvent = last.position.commit
          }
          saidLive ||= items.includes(live)
          yield items
        }
        from = visit.checkpoint(from)
        failure = visit.failure()
      } finally {
        signal.removeEventListener('abort', visit.end)
        visit.end()
      }
    } catch (thrown) {
      if (!(thrown instanceof NormtrailError && thrown.class === 'unavailable')) throw thrown
      failure = thrown.cause
    }
    if (failure === undefined) continue
    const refused = asRefusal(failure, 'the log cannot be followed')
    if (refused !== undefined) throw refused
    if (!isPassing(failure)) throw failure
    failing ??= { since: performance.now(), attempts: 0 }
    const pause = pauseBefore(failing.attempts)
    if (performance.now() - failing.since + pause > patience) throw unavailable(failure, 'the log cannot be followed')
    failing.attempts += 1
    await sleep(pause, undefined, { signal }).catch(() => undefined)
  }
}

/** One subscription, from its beginning until we leave it or it fails. */
const visitOf = async (server: Server, prefix: string, from: ServerPosition | undefined, bound: number) => {
  const client = await server.client()
  let queue: (AllStreamRecordedEvent | typeof live)[] = []
  let checkpoint: ServerPosition | undefined
  let caughtUp = false
  let saidLive = false
  let ended = false
  let failure: unknown
  let wake = () => {}

  const subscription = client.subscribeToAll({
    fromPosition: from ?? START,
    resolveLinkTos: false,
    filter: streamNameFilter({
      prefixes: [prefix],
      maxSearchWindow: searchWindow,
      checkpointReached: (_subscription, position) => {
        if (!ended && subscription.readableLength === 0) checkpoint = position
      },
    }),
  })
  /** `unsubscribe` at once: leaving the loop alone would leak the call. */
  const end = () => {
    if (!ended) void subscription.unsubscribe().catch(() => undefined)
    ended = true
    wake()
  }
  /** The signal overtakes events that the stream still holds, so it counts only once that is empty. */
  const noteLive = () => {
    if (!caughtUp || saidLive || ended || subscription.readableLength > 0) return
    saidLive = true
    queue.push(live)
  }
  subscription.on('data', ({ event }: AllStreamResolvedEvent) => {
    if (ended) return
    if (event !== undefined) {
      queue.push(event)
      checkpoint = undefined
    }
    noteLive()
    if (queue.length >= bound) end()
    wake()
  })
  subscription.on('caughtUp', () => {
    caughtUp = true
    noteLive()
    wake()
  })
  subscription.on('error', (thrown) => {
    if (ended) return
    failure = thrown
    end()
  })
  subscription.on('end', end)

  return {
    end,
    /** Everything that waits, without the signal where the reader has heard it. */
    take: (knowsLive: boolean): Followed => {
      const items = queue
      queue = []
      return knowsLive && items.includes(live) ? items.filter((item) => item !== live) : items
    },
    over: () => ended,
    more: () => {
      if (ended || queue.length > 0) return Promise.resolve()
      // Not at the first event: what the connection brought with it comes in the same turn.
      return new Promise<void>((resolve) => {
        wake = () => {
          wake = () => {}
          setImmediate(resolve)
        }
      })
    },
    failure: () => failure,
    /** How far the server has looked, if that is farther than the last event. */
    checkpoint: (last: ServerPosition | undefined) => checkpoint ?? last,
  }
}
