import type { Message } from 'google-protobuf'
import type { Appended, Expectation, ProposedEvent, StoredEvent } from './memory.ts'
import { any, grpc, shared, status, streams, type Grpc, type Shared, type Status, type Streams } from './stubs.ts'

/** Between the messages of the protocol and the plain values of the memory. */

export const nameOf = (identifier: Shared.StreamIdentifier | undefined): string =>
  identifier === undefined ? '' : Buffer.from(identifier.getStreamName_asU8()).toString('utf8')

export const identifierOf = (name: string): Shared.StreamIdentifier => {
  const identifier = new shared.StreamIdentifier()
  identifier.setStreamName(Buffer.from(name, 'utf8'))
  return identifier
}

export const proposedOf = (
  message: Streams.AppendReq.ProposedMessage | Streams.BatchAppendReq.ProposedMessage,
): ProposedEvent => ({
  id: message.getId()?.getString() ?? '',
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
})

export const expectationOf = (options: Streams.AppendReq.Options | Streams.BatchAppendReq.Options): Expectation => {
  if (options.hasNoStream()) return 'no_stream'
  if (options.hasStreamExists()) return 'stream_exists'
  if (options.hasAny()) return 'any'
  return BigInt('getStreamPosition' in options ? options.getStreamPosition() : options.getRevision())
}

const packed = (message: Message, name: string) => {
  const box = new any.Any()
  box.pack(message.serializeBinary(), name)
  return box
}

const statusOf = (message: string, details: Message, name: string): Status.Status => {
  const answer = new status.Status()
  answer.setMessage(message)
  answer.setDetails(packed(details, `event_store.client.${name}`))
  return answer
}

const conflictDetails = (expected: Expectation, actual: bigint | 'no_stream'): Message => {
  const details = new shared.WrongExpectedVersion()
  const empty = new shared.Empty() as never
  if (actual === 'no_stream') details.setCurrentNoStream(empty)
  else details.setCurrentStreamRevision(String(actual))
  if (expected === 'any') details.setExpectedAny(empty)
  else if (expected === 'no_stream') details.setExpectedNoStream(empty)
  else if (expected === 'stream_exists') details.setExpectedStreamExists(empty)
  else details.setExpectedStreamPosition(String(expected))
  return details
}

export const notReady = (): Status.Status => statusOf('Server Is Not Ready', new shared.Unknown(), 'ServerIsNotReady')

const problemOf = (appended: Appended, expected: Expectation): Status.Status | undefined => {
  if (appended.is === 'conflict')
    return statusOf('WrongExpectedVersion', conflictDetails(expected, appended.actual), 'WrongExpectedVersion')
  if (appended.is === 'bad-request') return statusOf('BadRequest', new shared.BadRequest(), 'BadRequest')
  if (appended.is === 'deleted') return statusOf('StreamDeleted', new shared.StreamDeleted(), 'StreamDeleted')
  if (appended.is !== 'too-large') return undefined
  const details = new shared.MaximumAppendSizeExceeded()
  details.setMaxappendsize(1_048_576)
  return statusOf('MaximumAppendSizeExceeded', details, 'MaximumAppendSizeExceeded')
}

export const batchAnswer = (
  request: { correlation: Shared.UUID; stream: string; expected: Expectation },
  appended: Appended | Status.Status,
): Streams.BatchAppendResp => {
  const answer = new streams.BatchAppendResp()
  answer.setCorrelationId(request.correlation)
  answer.setStreamIdentifier(identifierOf(request.stream))
  const problem = appended instanceof status.Status ? appended : problemOf(appended, request.expected)
  if (problem !== undefined) {
    answer.setError(problem)
    return answer
  }
  const success = new streams.BatchAppendResp.Success()
  if (!(appended instanceof status.Status) && appended.is === 'written') {
    const position = new shared.AllStreamPosition()
    position.setCommitPosition(String(appended.at))
    position.setPreparePosition(String(appended.at))
    success.setCurrentRevision(String(appended.last))
    success.setPosition(position)
  } else {
    success.setCurrentRevision('0')
    success.setNoPosition(new shared.Empty() as never)
  }
  answer.setSuccess(success)
  return answer
}

export const readEvent = (stored: StoredEvent): Streams.ReadResp => {
  const event = new streams.ReadResp.ReadEvent.RecordedEvent()
  const id = new shared.UUID()
  id.setString(stored.id)
  event.setId(id)
  event.setStreamIdentifier(identifierOf(stored.stream))
  event.setStreamRevision(String(stored.revision))
  event.setCommitPosition(String(stored.at))
  event.setPreparePosition(String(stored.at))
  event
    .getMetadataMap()
    .set('type', stored.type)
    .set('content-type', stored.contentType)
    .set('created', String(BigInt(stored.created) * 10_000n))
  event.setData(stored.data)
  event.setCustomMetadata(stored.metadata)
  const read = new streams.ReadResp.ReadEvent()
  read.setEvent(event)
  read.setCommitPosition(String(stored.at))
  const answer = new streams.ReadResp()
  answer.setEvent(read)
  return answer
}

export const failure = (
  code: Grpc.status,
  details: string,
  more: Record<string, string> = {},
): Partial<Grpc.StatusObject> & Error => {
  const metadata = new grpc.Metadata()
  for (const [name, value] of Object.entries(more)) metadata.set(name, value)
  return Object.assign(new Error(details), { code, details, metadata })
}

export const thrown = (): Error => failure(grpc.status.UNKNOWN, 'Exception was thrown by handler.')
