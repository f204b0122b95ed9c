import { setTimeout as sleep } from 'node:timers/promises'
import { NormtrailError } from '../../common/error.ts'

/** Who loses so often has company that a person should know of. */
const rounds = 8
const longestWaitMilliseconds = 40

/**
 * Does work that reads streams and then appends to them, and does it again where somebody else appended in between:
 * nobody said what they had seen, so it is decided anew by what stands there now. Events keep the ids that they bring.
 * In the end the conflict is thrown.
 */
export const againAfterRace = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let round = 1; ; round += 1)
    try {
      return await work()
    } catch (thrown) {
      if (!isLostRace(thrown) || round === rounds) throw thrown
      await sleep(Math.random() * longestWaitMilliseconds * round)
    }
}

const isLostRace = (thrown: unknown): boolean =>
  thrown instanceof NormtrailError && thrown.code === 'wrong-expected-revision'
