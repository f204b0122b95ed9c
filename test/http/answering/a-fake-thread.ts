import { threadEnded, type Thread } from '../../../src/http/answering/thread.ts'
import type { Made, Work } from '../../../src/http/answering/work.ts'

/** A thread whose turns end when a test says so. */
export interface FakeThread extends Thread {
  readonly unwanted: Int32Array
  readonly begun: Work[]
  readonly posted: unknown[]
  /** Ends the turn that it is at. */
  readonly finish: (made?: Made) => Promise<void>
}

export const aFakeThread = (unwanted: Int32Array): FakeThread => {
  const begun: Work[] = []
  const posted: unknown[] = []
  let resolve: (made: unknown) => void = () => undefined
  let reject: (thrown: unknown) => void = () => undefined
  let ended = false
  return {
    unwanted,
    begun,
    posted,
    open: Promise.resolve(),
    request: (work) =>
      new Promise((done, fail) => {
        begun.push(work as Work)
        resolve = done
        reject = fail
      }),
    post: (message) => void posted.push(message),
    hasEnded: () => ended,
    end: async () => {
      ended = true
      reject(threadEnded())
    },
    finish: async (made = { parts: [], done: true }) => {
      resolve(made)
      await new Promise((done) => setImmediate(done))
    },
  }
}
