import { Worker } from 'node:worker_threads'
import { NormtrailError } from '../../common/error.ts'
import { heardFailure, type SentFailure } from '../../common/sent-failure.ts'

/** What a thread sends back: to a call, or (number 0) that it is open, or cannot be opened. */
export type Reply =
  { readonly call: number; readonly value: unknown } | { readonly call: number; readonly failed: SentFailure }

/** Another thread, which does what it is asked one call after the other. */
export interface Thread {
  /** Resolves when it can be asked; rejects where it could not open what it needs. */
  readonly open: Promise<void>
  /** Rejects with what the work threw, or with `thread-ended` (unavailable) where the thread is no more. */
  readonly request: (message: unknown) => Promise<unknown>
  /** Sends what no reply comes to, with the memory that goes with it. */
  readonly post: (message: unknown, memory?: readonly ArrayBuffer[]) => void
  /** Whether it can do nothing any more. */
  readonly hasEnded: () => boolean
  readonly end: () => Promise<void>
}

/** What a thread says unasked. */
interface Unasked {
  readonly told: unknown
}

/**
 * What the memory of a thread may grow to: far more than any answer was seen to need. The less it may be, the less of
 * what is no longer used does the engine leave lying about: of several threads, a seventh of what a server held.
 */
const mostMemory = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 2_000 }

/**
 * Starts a thread on a compiled file, which serves its calls by `serveCalls`. `hear` is called with what it tells,
 * `gone` once where it ends without being told to.
 */
export const threadOf = (
  file: string,
  data: unknown,
  hear: (told: unknown) => void = () => {},
  gone: (thrown: unknown) => void = () => {},
): Thread => {
  const worker = new Worker(file, { workerData: data, resourceLimits: mostMemory })
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (thrown: unknown) => void }>()
  let [calls, ended, isToldTo] = [0, undefined as unknown, false]
  const request = (message?: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended !== undefined) return reject(ended)
      waiting.set(calls, { resolve, reject })
      // The first is the one that the thread itself makes when it is open.
      if (calls > 0) worker.postMessage({ call: calls, message })
      calls += 1
    })
  const fail = (thrown: unknown): void => {
    const isNews = ended === undefined
    ended ??= thrown
    if (isNews && !isToldTo) gone(ended)
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }
  worker.on('message', (reply: Reply | Unasked) => {
    if ('told' in reply) return hear(reply.told)
    const asked = waiting.get(reply.call)
    waiting.delete(reply.call)
    if ('failed' in reply) asked?.reject(heardFailure(reply.failed))
    else asked?.resolve(reply.value)
  })
  worker.on('error', (thrown) => fail(thrown))
  worker.on('exit', () => fail(threadEnded()))
  const open = request() as Promise<void>
  // One that cannot open what it needs is of no use: whoever calls hears why, and the next one is another.
  open.catch((thrown: unknown) => {
    fail(thrown)
    void worker.terminate()
  })
  return {
    open,
    request,
    post: (message, memory = []) => worker.postMessage({ message }, memory),
    hasEnded: () => ended !== undefined,
    end: async () => {
      isToldTo = true
      fail(threadEnded())
      await worker.terminate()
    },
  }
}

/** Nobody is to blame who asked: another thread takes its place. */
export const threadEnded = (): NormtrailError =>
  new NormtrailError('unavailable', 'thread-ended', 'What worked on the answer was ended before it was done.', {
    hint: 'Ask again.',
  })
