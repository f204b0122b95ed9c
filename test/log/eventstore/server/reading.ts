import type { Memory, StoredEvent } from './memory.ts'
import { writeAll, type ReadCall, type ReadContext } from './read-call.ts'
import { grpc, streams, type Streams } from './stubs.ts'
import { subscribe } from './subscribing.ts'
import { failure, identifierOf, nameOf, thrown } from './wire.ts'

const backwards = 1

export const read =
  ({ memory, faults }: ReadContext) =>
  (call: ReadCall): void => {
    const options = call.request.getOptions()
    call.on('error', () => undefined)
    if (options === undefined) return void call.emit('error', thrown())
    if (options.hasSubscription()) return subscribe({ memory, faults }, call, options)
    const limit = Number(options.getCount())
    // A real server never answers where all streams are asked for no events; a test had better fail than hang.
    if (limit === 0)
      return void call.emit(
        'error',
        options.hasStream() ? failure(grpc.status.UNKNOWN, 'Unexpected ReadStreamResult: Error') : thrown(),
      )
    const events = options.hasStream() ? ofStream(memory(), call, options, limit) : ofAll(memory(), options, limit)
    if (events === 'answered') return
    if (events === undefined) return void call.emit('error', thrown())
    void writeAll(call, events, faults()).then((whole) => {
      if (whole) call.end()
    })
  }

/** The filter of the request, if it has one, is ignored in silence. */
const ofAll = (memory: Memory, options: Streams.ReadReq.Options, limit: number): readonly StoredEvent[] | undefined => {
  const all = options.getAll()
  const back = options.getReadDirection() === backwards
  const { log } = memory
  if (all?.hasPosition() !== true) {
    const fromStart = all?.hasStart() === true
    if (back) return fromStart ? [] : log.slice(-limit).toReversed()
    return fromStart ? log.slice(0, limit) : []
  }
  const at = BigInt(all.getPosition()?.getCommitPosition() ?? 0)
  if (at >= memory.end()) return back ? log.slice(-limit).toReversed() : []
  const index = memory.indexOf(at)
  if (index === undefined) return undefined
  return back ? log.slice(Math.max(0, index - limit), index).toReversed() : log.slice(index, index + limit)
}

const ofStream = (
  memory: Memory,
  call: ReadCall,
  options: Streams.ReadReq.Options,
  limit: number,
): readonly StoredEvent[] | 'answered' => {
  const from = options.getStream()
  const name = nameOf(from?.getStreamIdentifier())
  if (memory.isDeleted(name)) {
    call.emit(
      'error',
      failure(grpc.status.FAILED_PRECONDITION, `Event stream '${name}' is deleted.`, {
        exception: 'stream-deleted',
        'stream-name': name,
      }),
    )
    return 'answered'
  }
  const there = memory.streamOf(name)
  if (there === undefined) {
    const missing = new streams.ReadResp.StreamNotFound()
    missing.setStreamIdentifier(identifierOf(name))
    const answer = new streams.ReadResp()
    answer.setStreamNotFound(missing)
    call.write(answer)
    call.end()
    return 'answered'
  }
  const back = options.getReadDirection() === backwards
  const last = there.length - 1
  const start = from?.hasEnd() === true ? last : Number(from?.hasStart() === true ? 0 : (from?.getRevision() ?? 0))
  if (back) return there.slice(Math.max(0, start + 1 - limit), start + 1).toReversed()
  return from?.hasEnd() === true ? [] : there.slice(start, start + limit)
}
