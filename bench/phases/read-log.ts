import { openLog } from '../../src/workspace/engines.ts'
import { measured, type Measured } from '../phase.ts'

/** Reads a whole log in the order of ordinals, in a process that has seen no more of it than its first event. */
export const readLog = async (place: string, logName: string): Promise<Measured> => {
  const log = await openLog({ log: place, read: '', logName })
  await log.readAll({ limit: 1 })[Symbol.asyncIterator]().next()
  const result = await measured(async () => {
    let events = 0
    for await (const { event } of log.readAll()) events = event.ordinal
    return events
  })
  await log.close()
  return result
}
