import type { RecordedEvent } from '../../events/envelope.ts'
import type { EventLog } from '../../log/port.ts'

/** How many events are kept at most: some tens of megabytes. */
const mostEvents = 20_000

type Reading = Pick<EventLog, 'readStream'>

/**
 * A log whose streams are read once, and from then on only what came since: a load comes back to the streams of a
 * treaty with every turn. What was recorded stays as it is, so what was read of a stream is kept; the streams that were
 * not asked for longest are let go of. A read of a part of a stream is passed on.
 */
export const streamsKept = (log: Reading): Reading => {
  const kept = new Map<string, readonly RecordedEvent[]>()
  let count = 0
  const drop = (stream: string): readonly RecordedEvent[] => {
    const events = kept.get(stream) ?? []
    kept.delete(stream)
    count -= events.length
    return events
  }
  const keep = (stream: string, events: readonly RecordedEvent[]): void => {
    drop(stream)
    kept.set(stream, events)
    count += events.length
    for (const oldest of kept.keys()) {
      if (count <= mostEvents) return
      drop(oldest)
    }
  }
  const whole = async (stream: string): Promise<readonly RecordedEvent[]> => {
    const events = [...drop(stream)]
    const next = (events.at(-1)?.revision ?? -1) + 1
    for await (const event of log.readStream(stream, { from: next })) events.push(event)
    keep(stream, events)
    return events
  }
  return {
    async *readStream(stream, options) {
      yield* options === undefined ? await whole(stream) : log.readStream(stream, options)
    },
  }
}
