import { setImmediate as next } from 'node:timers/promises'

const milliseconds = 100

/** For long work that never waits for anything: lets signals and other requests through, a few times a second. */
export const breather = (): (() => Promise<void>) => {
  let last = performance.now()
  return async () => {
    if (performance.now() - last < milliseconds) return
    await next()
    last = performance.now()
  }
}
