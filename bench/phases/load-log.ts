import { openLog } from '../../src/workspace/engines.ts'
import { seal } from '../../src/events/seal.ts'
import type { CommitPart } from '../../src/log/port.ts'
import { inLanes, loadNamed, streamsOf, turnsOf, warmUpStream } from '../loads.ts'
import { measured, type Measured } from '../phase.ts'
import { idOf } from '../synthetic.ts'

const by = { recordedBy: 'bench' }

/** The warm-up must be a fact like any other: the log is read and folded afterwards. */
const warmUp: CommitPart = {
  stream: warmUpStream,
  expected: 'no-stream',
  events: [
    seal({
      id: idOf('warm'),
      type: 'PracticeScoreRecorded',
      schemaVersion: 1,
      occurred: '1970',
      confidence: 'certain',
      sources: [{ ref: 'synthetic-1', kind: 'dataset', series: 'synthetic', locator: 'row 0' }],
      data: { actor: 's0', rater: 'synthetic', indicator: 'warm', year: 1970, value: 1 },
    }),
  ],
}

/** Appends a load to the log on any engine. The events are made before the clock starts. */
export const loadLog = async (place: string, logName: string, name: string, total: string): Promise<Measured> => {
  const load = loadNamed(name)
  const streams = streamsOf(load, Number(total))
  const log = await openLog({ log: place, read: '', logName })
  await log.appendCommit([warmUp], by)
  const result = await measured(async () => {
    if (load.oneCommit)
      await log.appendCommit(
        streams.map(({ stream, events }) => ({ stream, expected: 'no-stream', events })),
        by,
      )
    else
      await inLanes(load.inFlight, streams, async ({ stream, events }) => {
        for (const turn of turnsOf(events, load.perAppend))
          await log.appendCommit(
            [{ stream, expected: turn.from === 0 ? 'no-stream' : turn.from - 1, events: turn.events }],
            by,
          )
      })
    return Number(total)
  })
  await log.close()
  return result
}
