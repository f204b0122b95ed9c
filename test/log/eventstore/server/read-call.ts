import type { Faults } from './faults.ts'
import type { Memory, StoredEvent } from './memory.ts'
import { grpc, type Grpc, type Streams } from './stubs.ts'
import { failure, readEvent } from './wire.ts'

export type ReadCall = Grpc.ServerWritableStream<Streams.ReadReq, Streams.ReadResp>

export interface ReadContext {
  readonly memory: () => Memory
  readonly faults: () => Faults
}

/** Waits until the caller takes more, or takes nothing any more. */
export const room = (call: ReadCall): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      call.off('drain', go)
      call.off('cancelled', go)
      resolve()
    }
    call.on('drain', go)
    call.on('cancelled', go)
  })

/** Writes, and waits where the caller is slow: reads are never dropped for that. */
export const writeAll = async (call: ReadCall, events: Iterable<StoredEvent>, faults: Faults): Promise<boolean> => {
  const breaks = faults.breakReads.times > 0 ? faults.breakReads.after : Number.POSITIVE_INFINITY
  let written = 0
  for (const event of events) {
    if (call.cancelled) return false
    if (written === breaks) {
      faults.breakReads.times -= 1
      call.emit('error', failure(grpc.status.UNAVAILABLE, 'the connection broke'))
      return false
    }
    written += 1
    if (!call.write(readEvent(event))) await room(call)
  }
  return !call.cancelled
}
