import type { EventLog } from '../log/port.ts'
import { catchUp } from './catch-up.ts'
import { fill, type Progress } from './fill.ts'
import type { ReadModelEngine } from './engine.ts'

/**
 * Folds the whole log anew, into a generation beside the one that serves: whoever asks meanwhile is answered from the
 * old one, and goes over when the new one has come to the head of the log. Cut off in the middle, it leaves the old one
 * as it was; what was half built is removed by the next rebuild, or the next start.
 */
export const rebuild = async (engine: ReadModelEngine, log: EventLog, progress?: Progress): Promise<number> => {
  await engine.build(async (generation) => void (await fill(generation, log, progress)))
  return catchUp(engine, log)
}
