import { breather } from '../../common/breathe.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * The parts of long work, such as the years of a panel, one after the other: says before each how many are done, lets
 * signals through now and then, and throws where nobody waits for the answer. `words` say what is counted.
 */
export async function* stepByStep<T>(world: Snapshot, words: string, steps: readonly T[]): AsyncGenerator<T, void> {
  const breathe = breather()
  for (const [done, step] of steps.entries()) {
    world.goOn?.()
    world.progress?.(words, done, steps.length)
    await breathe()
    yield step
  }
}
