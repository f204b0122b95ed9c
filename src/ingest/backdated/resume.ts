import { conflict } from '../../common/error.ts'
import type { RecordedEvent } from '../../events/envelope.ts'
import { seal, type SealedEvent } from '../../events/seal.ts'
import type { EventLog } from '../../log/port.ts'
import type { Instant } from '../../time/instant.ts'

/**
 * Goes once more through what an unfinished load has left in the log, up to its head. Every event that its sources give
 * must be the one that is there, in the same place, recorded at the same instant.
 */
export const replayed = (head: number) => {
  let reached = 0
  let recordedAt: Instant | undefined
  return {
    /** Whether all that is there has been gone through: what comes now is new. */
    over: (): boolean => reached >= head,
    /** The ordinal of the last event that was gone through. */
    reached: (): number => reached,
    /** Holds what the sources give for a stream against the events that come next there. */
    take: (stream: string, events: readonly SealedEvent[], there: readonly RecordedEvent[]): void => {
      for (const [index, event] of events.entries()) {
        const found = there[index]
        reached += 1
        if (found === undefined || found.ordinal !== reached || !isSame(found, event))
          throw otherLoad(`event ${reached}, ${stream}`)
        ;({ recordedAt } = found)
      }
    },
    /**
     * Ends a turn that should have been recorded at an instant, if it held anything; gives the instant of the last one
     * that did.
     */
    endTurn: (at: Instant, from: number): Instant | undefined => {
      if (reached > from && recordedAt !== at) throw otherLoad(`event ${reached}`)
      return recordedAt
    },
  }
}

const isSame = (
  {
    stream: _s,
    revision: _r,
    ordinal: _o,
    commit: _c,
    recordedAt: _at,
    recordedBy: _by,
    appendedAt: _a,
    ...event
  }: RecordedEvent,
  other: SealedEvent,
): boolean => {
  const { header, data } = seal(event)
  return header === other.header && data === other.data
}

/** The sources are not those of the load that is in the log. */
export const otherLoad = (where: string, found = 'the log holds something else there than these sources give.') =>
  conflict('other-load', `the log holds a part of another load: ${found}`, {
    where,
    hint:
      'Only the same sources, in the same version of normtrail, go on with a load. Else ' +
      'begin anew in another data folder, or under another name of the log.',
  })

/** The streams of a log as they stood after an ordinal. */
export const asOfOrdinal = (log: Pick<EventLog, 'readStream'>, ordinal: number): Pick<EventLog, 'readStream'> => ({
  async *readStream(stream, options) {
    for await (const event of log.readStream(stream, options)) if (event.ordinal <= ordinal) yield event
  },
})
