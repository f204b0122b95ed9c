import { setTimeout as sleep } from 'node:timers/promises'
import { isPassing, unavailable } from './failure.ts'
import { asRefusal } from './refusal.ts'

const firstPause = 25
const longestPause = 2_000

/**
 * The pause before another try: doubled each time, with a little chance, so that many clients do not return at once.
 */
export const pauseBefore = (attempt: number): number =>
  Math.min(longestPause, firstPause * 2 ** attempt) * (0.75 + Math.random() / 2)

/**
 * Does the work until it succeeds, fails for good, or patience ends; then throws `log-unavailable`.
 * Only for work that may be done twice: reads, and appends with the same event ids and the same expected revision.
 */
export const persistently = async <T>(what: string, patience: number, work: () => Promise<T>): Promise<T> => {
  const started = performance.now()
  for (let attempt = 0; ; attempt += 1)
    try {
      return await work()
    } catch (thrown) {
      const refused = asRefusal(thrown, what)
      if (refused !== undefined) throw refused
      if (!isPassing(thrown)) throw thrown
      const pause = pauseBefore(attempt)
      if (performance.now() - started + pause > patience) throw unavailable(thrown, what)
      await sleep(pause)
    }
}
