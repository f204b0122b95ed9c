import { setTimeout as sleep } from 'node:timers/promises'

/** Runs a piece of work. Calls that come while one runs share the next: it sees what was there when they came. */
export const sharingNext = (work: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | undefined
  let queued: Promise<void> | undefined
  const call = (): Promise<void> => {
    if (running === undefined) {
      running = work().finally(() => (running = undefined))
      return running
    }
    queued ??= running
      .catch(() => undefined)
      .then(() => {
        queued = undefined
        return call()
      })
    return queued
  }
  return call
}

/** Runs a piece of work so many milliseconds later, once for all who call until then. */
export const gatheredWithin = (milliseconds: number, work: () => Promise<void>): (() => Promise<void>) => {
  let gathered: Promise<void> | undefined
  return () => {
    gathered ??= sleep(milliseconds).then(() => {
      gathered = undefined
      return work()
    })
    return gathered
  }
}
