import { setTimeout as sleep } from 'node:timers/promises'
import { NormtrailError } from '../common/error.ts'
import type { EventLog } from '../log/port.ts'
import { catchUp } from './catch-up.ts'
import { readCheckpoint } from './same-log.ts'
import type { ReadModelEngine } from './engine.ts'

export type ProjectorState =
  /** Waits while another process leads. */
  | { readonly kind: 'standby' }
  | { readonly kind: 'catching-up'; readonly ordinal: number; readonly of: number }
  /** Has taken in all that there is, and waits for more. */
  | { readonly kind: 'following'; readonly ordinal: number }
  /** The log or the read model does not answer; it will be tried again. */
  | { readonly kind: 'unavailable'; readonly error: NormtrailError }

export interface ProjectorOptions {
  /** Ends the projector: at once where it waits, else within a thousand events, whose transaction is given up. */
  readonly signal: AbortSignal
  readonly onState?: (state: ProjectorState) => void
}

const shortestPause = 100
const longestPause = 10_000

/**
 * Keeps the read model at the head of the log until the signal aborts. Any number of processes may run it: one leads,
 * the others stand by, and one of them takes over as soon as the leader is gone. Whoever asks a question may catch up
 * meanwhile: each batch is under the engine's own lock.
 */
export const runProjector = async (
  engine: ReadModelEngine,
  log: EventLog,
  { signal, onState = () => undefined }: ProjectorOptions,
): Promise<void> => {
  let pause = shortestPause
  const say = (state: ProjectorState): void => {
    if (state.kind === 'following') pause = shortestPause
    onState(state)
  }
  while (!signal.aborted)
    try {
      await leadOnce(engine, log, signal, say)
    } catch (thrown) {
      if (signal.aborted) return
      if (!(thrown instanceof NormtrailError && thrown.class === 'unavailable')) throw thrown
      say({ kind: 'unavailable', error: thrown })
      await sleep(pause, undefined, { signal }).catch(() => undefined)
      pause = Math.min(longestPause, 2 * pause)
    }
}

/** Waits for the lead and follows the log for as long as it has it. */
const leadOnce = async (
  engine: ReadModelEngine,
  log: EventLog,
  signal: AbortSignal,
  say: (state: ProjectorState) => void,
): Promise<void> => {
  if (engine.lead === undefined) return follow(engine, log, signal, say)
  say({ kind: 'standby' })
  const lead = await engine.lead(signal)
  try {
    await follow(engine, log, AbortSignal.any([signal, lead.lost]), say)
  } catch (thrown) {
    if (!lead.lost.aborted) throw thrown
  } finally {
    await lead.release()
  }
}

const follow = async (
  engine: ReadModelEngine,
  log: EventLog,
  stop: AbortSignal,
  say: (state: ProjectorState) => void,
): Promise<void> => {
  while (!stop.aborted) {
    const ordinal = await catchUp(engine, log, (done, of) => {
      stop.throwIfAborted()
      say({ kind: 'catching-up', ordinal: done, of })
    })
    say({ kind: 'following', ordinal })
    await nextEvent(engine, log, stop)
  }
}

/**
 * Waits for an event that the read model does not have. The subscription is only the bell: what is read is read by the
 * catch-up.
 */
const nextEvent = async (engine: ReadModelEngine, log: EventLog, stop: AbortSignal): Promise<void> => {
  const { position } = await readCheckpoint(engine.sql)
  for await (const { kind } of log.subscribe({ after: position, signal: stop })) if (kind === 'event') return
}
