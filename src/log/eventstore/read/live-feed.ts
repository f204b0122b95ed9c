import { follow, live } from './follow.ts'
import type { LogNames } from '../records/names.ts'
import { recordOf, type LogRecord } from '../records/record.ts'
import type { Server } from '../connection/server.ts'

/** A feed that nobody used for so many milliseconds ends. */
const idleAfter = 2_000
/** A feed that brings nothing for so many milliseconds is not waited for any longer: reading is sure, and slower. */
const silence = 100

/**
 * A subscription that brings a ledger what is appended as it is appended, for as long as somebody appends: to read it
 * back would take another round trip each time. Only a help. It ends at the first failure, and whoever waited for it
 * reads instead.
 */
export const liveFeedOf = (server: Server, names: LogNames, isNeeded: () => boolean) => {
  const waiting = new Set<Waiter>()
  let running: AbortController | undefined
  let idle: NodeJS.Timeout | undefined
  /** How far the ledger is, and how often it moved. */
  let reached: bigint | undefined
  let moves = 0

  const stop = (): void => {
    clearTimeout(idle)
    running?.abort()
    running = undefined
    for (const { done } of waiting) done(false)
  }

  const rest = (): void => {
    if (isNeeded()) idle?.refresh()
    else stop()
  }

  const run = async (
    after: bigint | undefined,
    over: AbortController,
    take: (records: readonly LogRecord[]) => Promise<void>,
  ): Promise<void> => {
    try {
      for await (const items of follow(server, { prefix: names.prefix, after, signal: over.signal, patience: 0 }))
        await take(items.flatMap((item) => (item === live ? [] : [recordOf(names, item)])))
    } catch {
      // Whoever reads instead meets the same failure, if it lasts.
    } finally {
      if (running === over) stop()
      over.abort()
    }
  }

  return {
    running: () => running !== undefined,
    /** Begins behind a position, unless it runs; it then runs for a while. */
    start: (after: bigint | undefined, take: (records: readonly LogRecord[]) => Promise<void>): void => {
      if (running !== undefined) return void idle?.refresh()
      running = new AbortController()
      idle = setTimeout(rest, idleAfter).unref()
      void run(after, running, take)
    },
    stop,
    /** Says how far the ledger is, whoever brought it there. */
    moved: (to: bigint | undefined): void => {
      reached = to
      moves += 1
      for (const { at, done } of waiting) if (to !== undefined && to >= at) done(true)
    },
    /** Waits until the ledger is so far. False where the feed has ended, or has brought nothing for a while. */
    wait: (at: bigint): Promise<boolean> => {
      if (reached !== undefined && reached >= at) return Promise.resolve(true)
      if (running === undefined) return Promise.resolve(false)
      idle?.refresh()
      return arrival(waiting, at, () => moves)
    },
  }
}

/** Whoever waits until the ledger has reached a position. */
interface Waiter {
  readonly at: bigint
  readonly done: (arrived: boolean) => void
}

/** Waits among others until one says that it is done; or, with false, until nothing has moved for a while. */
const arrival = (waiting: Set<Waiter>, at: bigint, moves: () => number): Promise<boolean> =>
  new Promise((resolve) => {
    let seen = moves()
    const timer = setTimeout(() => {
      if (moves() === seen) return waiter.done(false)
      seen = moves()
      timer.refresh()
    }, silence)
    const waiter: Waiter = {
      at,
      done: (arrived) => {
        clearTimeout(timer)
        waiting.delete(waiter)
        resolve(arrived)
      },
    }
    waiting.add(waiter)
  })
