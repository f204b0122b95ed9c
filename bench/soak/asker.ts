import { setTimeout as sleep } from 'node:timers/promises'
import { messageOf } from '../../src/common/error.ts'

const paths = ['/v1/status/usa/cat', '/healthz', '/v1/timeline/fra', '/v1/info', '/v1/treaty/cat', '/v1/names']
const pause = 250
const deadline = 60_000
/** How many faults are kept in words. */
const told = 5

interface AnswerTime {
  readonly path: string
  /** When it was answered, since the load began. */
  readonly seconds: number
  readonly milliseconds: number
}

/** The ordinal of an answer of one API process. Throws where it is no answer. */
export const ordinalOf = async (address: string, path: string): Promise<number> => {
  const response = await fetch(`${address}${path}`, { signal: AbortSignal.timeout(deadline) })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${text.slice(0, 300)}`)
  const { ordinal } = JSON.parse(text) as { ordinal?: unknown }
  if (typeof ordinal !== 'number') throw new Error(`${path} was answered without an ordinal`)
  return ordinal
}

/**
 * Asks one API process again and again, and holds its answers to two promises: an answer never stands before an earlier
 * one, nor before what had been acknowledged when the question was asked.
 */
export const startAsker = (address: string, acknowledged: () => number, passed: () => number) => {
  const stop = new AbortController()
  const faults: string[] = []
  const times: AnswerTime[] = []
  let answers = 0
  let wrong = 0
  let slowest = 0
  let last = 0
  const fault = (text: string): void => {
    wrong += 1
    if (faults.length < told) faults.push(text)
  }
  const running = (async () => {
    for (let turn = 0; !stop.signal.aborted; turn += 1) {
      const path = paths[turn % paths.length] as string
      const least = acknowledged()
      const start = performance.now()
      try {
        const ordinal = await ordinalOf(address, path)
        answers += 1
        if (ordinal < last) fault(`${path} stood at ${ordinal} after an answer that stood at ${last}`)
        if (ordinal < least) fault(`${path} stood at ${ordinal} where ${least} had been acknowledged before`)
        last = Math.max(last, ordinal)
      } catch (thrown) {
        fault(`${path}: ${messageOf(thrown)}`)
      }
      const milliseconds = performance.now() - start
      slowest = Math.max(slowest, milliseconds)
      times.push({ path, seconds: passed(), milliseconds })
      await sleep(pause, undefined, { signal: stop.signal }).catch(() => undefined)
    }
  })()
  return {
    answers: () => answers,
    wrong: () => wrong,
    faults,
    /** How long every question took. */
    times,
    slowestMilliseconds: () => slowest,
    stop: async (): Promise<void> => {
      stop.abort()
      await running
    },
  }
}

export type Asker = ReturnType<typeof startAsker>
