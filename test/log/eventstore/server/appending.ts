import { strikes, type Faults } from './faults.ts'
import type { Appended, Expectation, Memory, ProposedEvent } from './memory.ts'
import { grpc, shared, streams, type Grpc, type Shared, type Streams } from './stubs.ts'
import { batchAnswer, expectationOf, failure, nameOf, notReady, proposedOf } from './wire.ts'

interface Request {
  readonly correlation: Shared.UUID
  readonly stream: string
  readonly expected: Expectation
  readonly events: ProposedEvent[]
}

export interface AppendContext {
  readonly memory: () => Memory
  readonly faults: () => Faults
  /** Cuts every connection, as a network would. */
  readonly cut: () => void
  readonly note: (rpc: 'append' | 'batchAppend') => void
}

const hangUp = (port: number) =>
  failure(grpc.status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': '127.0.0.1',
    'leader-endpoint-port': String(port),
  })

/** One call carries many appends, told apart by their correlation ids; each may come in several messages. */
export const batchAppend =
  ({ memory, faults, cut, note }: AppendContext) =>
  (call: Grpc.ServerDuplexStream<Streams.BatchAppendReq, Streams.BatchAppendResp>): void => {
    const open = new Map<string, Request>()

    const finish = (request: Request): void => {
      note('batchAppend')
      const fault = faults()
      if (fault.notLeader.times > 0) {
        fault.notLeader.times -= 1
        call.emit('error', hangUp(fault.notLeader.port))
        return
      }
      if (strikes(fault, 'swallow')) return
      if (strikes(fault, 'dropBeforeWriting')) return cut()
      if (strikes(fault, 'notReady')) return void call.write(batchAnswer(request, notReady()))
      fault.beforeAppend?.(
        request.stream,
        request.events.map(({ type }) => type),
      )
      const appended = memory().append(request.stream, request.expected, request.events)
      if (strikes(fault, 'loseAnswers')) return
      if (strikes(fault, 'dropAfterWriting')) return cut()
      call.write(batchAnswer(request, appended))
    }

    call.on('data', (message: Streams.BatchAppendReq) => {
      const correlation = message.getCorrelationId() ?? new shared.UUID()
      const key = correlation.getString()
      const options = message.getOptions()
      const request = open.get(key) ?? {
        correlation,
        stream: nameOf(options?.getStreamIdentifier()),
        expected: options === undefined ? 'any' : expectationOf(options),
        events: [],
      }
      request.events.push(...message.getProposedMessagesList().map(proposedOf))
      open.set(key, request)
      if (!message.getIsFinal()) return
      open.delete(key)
      finish(request)
    })
    call.on('end', () => call.end())
    call.on('error', () => undefined)
  }

/** The older way: one call for one append. Taken where the caller passes credentials. */
export const append =
  ({ memory, note }: AppendContext) =>
  (
    call: Grpc.ServerReadableStream<Streams.AppendReq, Streams.AppendResp>,
    answer: Grpc.sendUnaryData<Streams.AppendResp>,
  ): void => {
    let stream = ''
    let expected: Expectation = 'any'
    const events: ProposedEvent[] = []
    call.on('data', (message: Streams.AppendReq) => {
      const options = message.getOptions()
      if (options !== undefined) {
        stream = nameOf(options.getStreamIdentifier())
        expected = expectationOf(options)
      }
      const proposed = message.getProposedMessage()
      if (proposed !== undefined) events.push(proposedOf(proposed))
    })
    call.on('end', () => {
      note('append')
      unaryAnswer(memory().append(stream, expected, events), stream, expected, answer)
    })
  }

const unaryAnswer = (
  appended: Appended,
  stream: string,
  expected: Expectation,
  answer: Grpc.sendUnaryData<Streams.AppendResp>,
): void => {
  const response = new streams.AppendResp()
  if (appended.is === 'too-large')
    return answer(
      failure(grpc.status.INVALID_ARGUMENT, 'Maximum Append Size of 1048576 Exceeded.', {
        exception: 'maximum-append-size-exceeded',
        'maximum-append-size': '1048576',
      }),
    )
  if (appended.is === 'deleted')
    return answer(
      failure(grpc.status.FAILED_PRECONDITION, 'Stream is deleted.', {
        exception: 'stream-deleted',
        'stream-name': stream,
      }),
    )
  if (appended.is === 'bad-request') return answer(failure(grpc.status.UNKNOWN, 'Bad Request'))
  if (appended.is === 'conflict') {
    const conflict = new streams.AppendResp.WrongExpectedVersion()
    if (appended.actual === 'no_stream') conflict.setCurrentNoStream(new shared.Empty())
    else conflict.setCurrentRevision(String(appended.actual))
    if (expected === 'no_stream') conflict.setExpectedNoStream(new shared.Empty())
    else if (expected === 'stream_exists') conflict.setExpectedStreamExists(new shared.Empty())
    else conflict.setExpectedRevision(String(expected))
    response.setWrongExpectedVersion(conflict)
    return answer(null, response)
  }
  const success = new streams.AppendResp.Success()
  success.setCurrentRevision(appended.is === 'written' ? String(appended.last) : '0')
  if (appended.is === 'written') {
    const position = new streams.AppendResp.Position()
    position.setCommitPosition(String(appended.at))
    position.setPreparePosition(String(appended.at))
    success.setPosition(position)
  } else success.setNoPosition(new shared.Empty())
  response.setSuccess(success)
  answer(null, response)
}
