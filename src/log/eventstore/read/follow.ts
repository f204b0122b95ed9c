import {
  START,
  streamNameFilter,
  type AllStreamRecordedEvent,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
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

/** How far a reader has come, and whether it fails at this time. */
interface Following extends Required<FollowOptions> {
  readonly server: Server
  from: ServerPosition | undefined
  lastEvent: bigint | undefined
  saidLive: boolean
  failing: { readonly since: number; attempts: number } | undefined
}

/**
 * The events of one log as they come, filtered by the server: first those that are there, then `live`, then new ones.
 * Drains the subscription into a queue of its own at once, because the server drops a slow live consumer after some
 * hundred events; leaves by itself when the queue is full; and subscribes again after a drop, which the client never
 * does.
 */
export async function* follow(server: Server, options: FollowOptions): AsyncGenerator<Followed> {
  const { after } = options
  const following: Following = {
    patience: Infinity,
    bound: queueBound,
    ...options,
    server,
    from: after === undefined ? undefined : { commit: after, prepare: after },
    lastEvent: after,
    saidLive: false,
    failing: undefined,
  }
  while (!options.signal.aborted) {
    let failure: unknown
    try {
      failure = yield* visit(following)
    } catch (thrown) {
      if (!(thrown instanceof NormtrailError && thrown.class === 'unavailable')) throw thrown
      failure = thrown.cause
    }
    if (failure !== undefined) await rest(following, failure)
  }
}

/** Subscribes, and gives what comes until that ends; with what it failed of, if it did. */
async function* visit(following: Following): AsyncGenerator<Followed, unknown> {
  const { server, signal } = following
  // A server that came back without its memory would accept the position, and deliver what lies below it.
  if (following.failing !== undefined && following.lastEvent !== undefined)
    await readFrom(server, following.lastEvent, 1, { patience: 0 })
  const subscribed = await subscribe(following)
  const leave = (): void => end(subscribed)
  signal.addEventListener('abort', leave, { once: true })
  try {
    for (;;) {
      const items = take(subscribed, following.saidLive)
      if (signal.aborted) return undefined
      if (items.length > 0) {
        step(following, items)
        yield items
      } else if (subscribed.ended) break
      else await more(subscribed)
    }
    // How far the server has looked, if that is farther than the last event.
    following.from = subscribed.checkpoint ?? following.from
    return subscribed.failure
  } finally {
    signal.removeEventListener('abort', leave)
    leave()
  }
}

/** Goes on behind what has come. */
const step = (following: Following, items: Followed): void => {
  following.failing = undefined
  const last = items.findLast((item) => item !== live)
  if (last !== undefined) {
    following.from = last.position
    following.lastEvent = last.position.commit
  }
  following.saidLive ||= items.includes(live)
}

/** Rests after a failure that may pass. Throws one that does not, or that has lasted too long. */
const rest = async (following: Following, failure: unknown): Promise<void> => {
  const { patience, signal } = following
  const refused = asRefusal(failure, 'the log cannot be followed')
  if (refused !== undefined) throw refused
  if (!isPassing(failure)) throw failure
  following.failing ??= { since: performance.now(), attempts: 0 }
  const { failing } = following
  const pause = pauseBefore(failing.attempts)
  if (performance.now() - failing.since + pause > patience) throw unavailable(failure, 'the log cannot be followed')
  failing.attempts += 1
  await sleep(pause, undefined, { signal }).catch(() => undefined)
}

/** One subscription, from its beginning until we leave it or it fails. */
interface Subscribed {
  readonly subscription: AllStreamSubscription
  readonly bound: number
  /** What waits for the reader. */
  queue: (AllStreamRecordedEvent | typeof live)[]
  /** How far the server has looked behind the last event. */
  checkpoint: ServerPosition | undefined
  caughtUp: boolean
  saidLive: boolean
  ended: boolean
  failure: unknown
  wake: () => void
}

const subscribe = async ({ server, prefix, from, bound }: Following): Promise<Subscribed> => {
  const client = await server.client()
  const subscription = client.subscribeToAll({
    fromPosition: from ?? START,
    resolveLinkTos: false,
    filter: streamNameFilter({
      prefixes: [prefix],
      maxSearchWindow: searchWindow,
      checkpointReached: (_subscription, position) => {
        if (!subscribed.ended && subscription.readableLength === 0) subscribed.checkpoint = position
      },
    }),
  })
  const subscribed: Subscribed = {
    subscription,
    bound,
    queue: [],
    checkpoint: undefined,
    caughtUp: false,
    saidLive: false,
    ended: false,
    failure: undefined,
    wake: () => {},
  }
  subscription.on('data', (resolved: AllStreamResolvedEvent) => arrive(subscribed, resolved))
  subscription.on('caughtUp', () => {
    subscribed.caughtUp = true
    noteLive(subscribed)
    subscribed.wake()
  })
  subscription.on('error', (thrown) => {
    if (subscribed.ended) return
    subscribed.failure = thrown
    end(subscribed)
  })
  subscription.on('end', () => end(subscribed))
  return subscribed
}

const arrive = (subscribed: Subscribed, { event }: AllStreamResolvedEvent): void => {
  if (subscribed.ended) return
  if (event !== undefined) {
    subscribed.queue.push(event)
    subscribed.checkpoint = undefined
  }
  noteLive(subscribed)
  if (subscribed.queue.length >= subscribed.bound) end(subscribed)
  subscribed.wake()
}

/** The signal overtakes events that the stream still holds, so it counts only once that is empty. */
const noteLive = (subscribed: Subscribed): void => {
  const { caughtUp, saidLive, ended, subscription, queue } = subscribed
  if (!caughtUp || saidLive || ended || subscription.readableLength > 0) return
  subscribed.saidLive = true
  queue.push(live)
}

/** `unsubscribe` at once: leaving the loop alone would leak the call. */
const end = (subscribed: Subscribed): void => {
  if (!subscribed.ended) void subscribed.subscription.unsubscribe().catch(() => undefined)
  subscribed.ended = true
  subscribed.wake()
}

/** Everything that waits, without the signal where the reader has heard it. */
const take = (subscribed: Subscribed, knowsLive: boolean): Followed => {
  const items = subscribed.queue
  subscribed.queue = []
  return knowsLive && items.includes(live) ? items.filter((item) => item !== live) : items
}

const more = (subscribed: Subscribed): Promise<void> => {
  if (subscribed.ended || subscribed.queue.length > 0) return Promise.resolve()
  // Not at the first event: what the connection brought with it comes in the same turn.
  return new Promise<void>((resolve) => {
    subscribed.wake = () => {
      subscribed.wake = () => {}
      setImmediate(resolve)
    }
  })
}
