import type { StoredEvent } from './memory.ts'
import { room, type ReadCall, type ReadContext } from './read-call.ts'
import { grpc, streams, type Streams } from './stubs.ts'
import { failure, nameOf, readEvent, thrown } from './wire.ts'

/** How many events are scanned between two checkpoints, unless the caller says otherwise. */
const usualWindow = 32
/** How many events may wait for a live consumer before it is dropped. */
const liveBuffer = 32

const confirmation = (): Streams.ReadResp => {
  const confirmed = new streams.ReadResp.SubscriptionConfirmation()
  confirmed.setSubscriptionId('double')
  const answer = new streams.ReadResp()
  answer.setConfirmation(confirmed)
  return answer
}

const checkpoint = (at: bigint): Streams.ReadResp => {
  const reached = new streams.ReadResp.Checkpoint()
  reached.setCommitPosition(String(at))
  reached.setPreparePosition(String(at))
  const answer = new streams.ReadResp()
  answer.setCheckpoint(reached)
  return answer
}

const caughtUp = (): Streams.ReadResp => {
  const answer = new streams.ReadResp()
  answer.setCaughtUp(new streams.ReadResp.CaughtUp())
  return answer
}

type Matches = (event: StoredEvent) => boolean

/** Undefined for a regular expression that is none. */
const filterOf = (options: Streams.ReadReq.Options): { matches: Matches; every: number } | undefined => {
  const filter = options.getFilter()
  if (filter === undefined) return { matches: () => true, every: Number.POSITIVE_INFINITY }
  const onType = filter.getEventType()
  const expression = onType ?? filter.getStreamIdentifier()
  const subject = (event: StoredEvent): string => (onType === undefined ? event.stream : event.type)
  const every =
    (filter.hasMax() ? filter.getMax() : usualWindow) * Math.max(1, filter.getCheckpointintervalmultiplier())
  const pattern = expression?.getRegex() ?? ''
  const prefixes = expression?.getPrefixList() ?? []
  if (pattern === '') return { matches: (event) => prefixes.some((prefix) => subject(event).startsWith(prefix)), every }
  try {
    const regex = new RegExp(pattern)
    return { matches: (event) => regex.test(subject(event)), every }
  } catch {
    return undefined
  }
}

/** Where the first event to be looked at stands in the list; undefined for a position that is no event's. */
const beginningOf = ({ memory }: ReadContext, options: Streams.ReadReq.Options): number | undefined => {
  if (options.hasStream()) {
    const from = options.getStream()
    if (from?.hasStart() === true) return 0
    return from?.hasEnd() === true ? Number.POSITIVE_INFINITY : Number(from?.getRevision() ?? 0) + 1
  }
  const all = options.getAll()
  if (all?.hasPosition() !== true) return all?.hasEnd() === true ? Number.POSITIVE_INFINITY : 0
  const at = BigInt(all.getPosition()?.getCommitPosition() ?? 0)
  if (at >= memory().end()) return Number.POSITIVE_INFINITY
  const index = memory().indexOf(at)
  return index === undefined ? undefined : index + 1
}

/** Catches up at the caller's pace, says so, then goes live, where a caller that lags too far behind is dropped. */
export const subscribe = (context: ReadContext, call: ReadCall, options: Streams.ReadReq.Options): void => {
  const filter = filterOf(options)
  const from = beginningOf(context, options)
  if (filter === undefined || from === undefined) return void call.emit('error', thrown())
  const memory = context.memory()
  const stream = options.hasStream() ? nameOf(options.getStream()?.getStreamIdentifier()) : undefined
  const source = (): readonly StoredEvent[] => (stream === undefined ? memory.log : (memory.streamOf(stream) ?? []))
  const { dropSubscriptions } = context.faults()
  let allowed = dropSubscriptions.times > 0 ? dropSubscriptions.after : Number.POSITIVE_INFINITY
  if (dropSubscriptions.times > 0) dropSubscriptions.times -= 1
  let next = Math.min(from, source().length)
  let scanned = 0
  const state = { over: false }
  let wake = () => {}
  let live = false

  const drop = (): void => {
    state.over = true
    call.emit(
      'error',
      failure(grpc.status.ABORTED, 'Operation timed out: Consumer too slow to handle event while live.'),
    )
  }
  const send = async (answer: Streams.ReadResp): Promise<void> => {
    if (!state.over && !call.write(answer)) await room(call)
  }
  /** One event further; false where there is none. */
  const step = async (): Promise<boolean> => {
    const event = source()[next]
    if (event === undefined) return false
    next += 1
    scanned += 1
    if (filter.matches(event)) {
      if (allowed === 0) drop()
      allowed -= 1
      if (!state.over) await send(readEvent(event))
    }
    if (scanned % filter.every === 0) await send(checkpoint(event.at))
    return true
  }

  const stopListening = memory.listen((events) => {
    const mine = stream === undefined ? events : events.filter((event) => event.stream === stream)
    if (mine.length === 0) return
    if (live && source().length - next > liveBuffer + mine.length - 1 && !state.over) drop()
    wake()
  })
  const run = async (): Promise<void> => {
    await send(confirmation())
    while (!state.over && (await step()));
    if (stream !== undefined && memory.streamOf(stream) === undefined) {
      while (!state.over && !call.cancelled && memory.streamOf(stream) === undefined)
        await new Promise<void>((resolve) => (wake = resolve))
      while (!state.over && (await step()));
    }
    if (!state.over) await send(caughtUp())
    live = true
    while (!state.over && !call.cancelled) if (!(await step())) await new Promise<void>((resolve) => (wake = resolve))
  }
  call.on('cancelled', () => {
    state.over = true
    stopListening()
    wake()
  })
  call.on('error', () => {
    state.over = true
    stopListening()
    wake()
  })
  void run()
}
