import { setTimeout as sleep } from 'node:timers/promises'
import { NormtrailError } from '../../src/common/error.ts'
import { readCheckpoint } from '../../src/readmodel/same-log.ts'
import type { ReadModelEngine } from '../../src/readmodel/engine.ts'

const shortestPause = 5
const longestPause = 200

/**
 * Reads your writes: waits until the read model has taken in an event, whoever projects it. Gives the ordinal that it
 * then stands at. `timeout` is in milliseconds. Throws `read-model-behind`.
 */
export const waitFor = async (
  engine: ReadModelEngine,
  ordinal: number,
  { timeout }: { timeout: number },
): Promise<number> => {
  const until = performance.now() + timeout
  for (let pause = shortestPause; ; pause = Math.min(longestPause, 2 * pause)) {
    const reached = await standing(engine)
    if (reached >= ordinal) return reached
    if (performance.now() >= until)
      throw new NormtrailError(
        'unavailable',
        'read-model-behind',
        `the read model stands at event ${reached}; ${ordinal} was waited for, ${timeout} ms long.`,
        {
          hint: 'Is a projector running? Any question that catches up will do, too.',
        },
      )
    await sleep(pause)
  }
}

/** Where the read model stands; goes over to a newer generation as soon as that is no older. */
const standing = async (engine: ReadModelEngine): Promise<number> => {
  const newer = await engine.newer()
  const { ordinal } = await readCheckpoint(engine.sql)
  if (newer === undefined) return ordinal
  const { ordinal: ofNewer } = await readCheckpoint(newer.sql)
  if (ofNewer < ordinal) return ordinal
  engine.use(newer)
  return ofNewer
}
