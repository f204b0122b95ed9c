import { jsonEvent, type AllStreamRecordedEvent, type EventData, type RecordedEvent as ServerEvent } from '@eventstore/db-client'
import { NormtrailError } from '../../error.ts'
import type { CommitId, EventHeader, EventId } from '../../events/envelope.ts'
import { canonicalJson, type JsonObject } from '../../events/json.ts'
import type { SealedEvent } from '../../events/seal.ts'
import type { Instant } from '../../time/instant.ts'
import type { LogNames } from './names.ts'

/** What we write beside an event. Its payload is the server's data, its id the server's id. */
export interface FactMetadata {
  readonly $correlationId: CommitId
  readonly $causationId?: string
  readonly header: EventHeader
  readonly commit: {
    readonly id: CommitId
    /** Place in the commit, from 0. */
    readonly index: number
    /** How many events the commit has, where one append is the whole of it; absent where a seal must make it visible. */
    readonly of?: number
  }
  /** Place among the visible events of the stream. The writer knows it: nobody appends behind an undecided commit. */
  readonly revision: number
  readonly proposedAt: Instant
  readonly recordedBy: string
}

/** An event as the server holds it. */
export interface Fact extends Omit<FactMetadata, '$correlationId' | '$causationId'> {
  readonly kind: 'fact'
  readonly id: EventId
  readonly stream: string
  readonly serverRevision: bigint
  readonly data: JsonObject
}

/** Part of a stream that belongs to a commit, in the server's revisions. */
export type Range = readonly [stream: string, first: number, count: number]

/** What makes a commit of several appends visible. */
export type Seal = {
  readonly commit: CommitId
  readonly attempt: string
  readonly count: number
  readonly digest: string
  readonly proposedAt: Instant
  readonly recordedBy: string
  /** Absent where it is too long for one event: then `CommitParts` of the same attempt stand before the seal. */
  readonly ranges?: readonly Range[]
}

export type LogRecord = { readonly at: bigint } & (Fact | { readonly kind: 'sealed'; readonly seal: Seal } | { readonly kind: 'other' })

/** The parsed JSON of a canonical text; the client writes it, and we make it canonical again when we read it. */
const parsed = (text: string): JsonObject => JSON.parse(text) as JsonObject

export const serverEventOf = (event: SealedEvent, metadata: Omit<FactMetadata, 'header' | '$correlationId' | '$causationId'>): EventData => {
  const data = parsed(event.data)
  const cause = data['target']
  return jsonEvent({
    id: event.id,
    type: event.type,
    data,
    metadata: {
      $correlationId: metadata.commit.id,
      ...(typeof cause === 'string' ? { $causationId: cause } : {}),
      header: parsed(event.header),
      ...metadata,
    },
  }) as EventData
}

/** Throws `log-damaged` where a stranger wrote into our streams. */
export const factOf = (stream: string, event: ServerEvent): Fact => {
  const metadata = event.metadata as unknown as Partial<FactMetadata> | undefined
  if (metadata?.commit === undefined || metadata.header === undefined)
    throw new NormtrailError('check-failed', 'log-damaged', `event ${event.id} was not written by normtrail.`, {
      where: stream, hint: 'Nobody else may write into the streams of a log. Move the log to another name, by exporting and importing it.',
    })
  const { header, commit, revision, proposedAt, recordedBy } = metadata as FactMetadata
  return {
    kind: 'fact', id: event.id as EventId, stream, serverRevision: event.revision, data: event.data as JsonObject,
    header, commit, revision, proposedAt, recordedBy,
  }
}

/** The two texts that were sealed: canonical JSON survives being parsed and written canonically again. */
export const textsOf = (fact: Fact): { header: string; data: string } => ({ header: canonicalJson(fact.header), data: canonicalJson(fact.data) })

/** A record of the log; what others wrote on the same server is `other`, like our own book-keeping. */
export const recordOf = (names: LogNames, event: AllStreamRecordedEvent): LogRecord => {
  const at = event.position.commit
  const stream = names.ofFacts(event.streamId)
  if (stream !== undefined) return { at, ...factOf(stream, event) }
  if (event.type === 'CommitSealed' && event.streamId.startsWith(names.commitPrefix)) return { at, kind: 'sealed', seal: event.data as Seal }
  return { at, kind: 'other' }
}
