import { randomUUID } from 'node:crypto'
import type { EventId } from '../../src/events/envelope.ts'
import { seal } from '../../src/events/seal.ts'
import type { EventLog } from '../../src/log/port.ts'

/** Appends so many commits of one event each, to as many streams that nobody has; says when each is in the log. */
export const appendLines = async (
  log: EventLog,
  count: number,
  appended: (ordinal: number, at: number) => void,
): Promise<void> => {
  for (let index = 0; index < count; index += 1) {
    const event = seal({
      id: randomUUID() as EventId,
      type: 'TreatyAcceded',
      schemaVersion: 1,
      occurred: '2020-01-15',
      sources: [{ citation: 'A record of the depositary, for a benchmark', kind: 'depositary' }],
      confidence: 'certain',
      data: { actor: 'usa' },
    })
    const stream = `treaty-bench-${randomUUID()}`
    const { lastOrdinal } = await log.appendCommit([{ stream, expected: 'no-stream', events: [event] }], {
      recordedBy: 'a benchmark',
    })
    appended(lastOrdinal, performance.now())
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
