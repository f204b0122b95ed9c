import {
  jsonEvent,
  type AllStreamRecordedEvent,
  type EventData,
  type RecordedEvent as ServerEvent,
} from '@eventstore/db-client'
import type { CommitId, EventHeader, EventId } from '../../../events/envelope.ts'
import { canonicalJson, type JsonObject } from '../../../events/json.ts'
import type { SealedEvent } from '../../../events/seal.ts'
import type { Instant } from '../../../time/instant.ts'
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
    /**
     * How many events the commit has, where one append is the whole of it; absent where a seal must make it visible.
     */
    readonly of?: number
  }
  /** Place among the visible events of the stream. The writer knows it: nobody appends behind an undecided commit. */
  readonly revision: number
  readonly proposedAt: Instant
  readonly recordedBy: string
  /** In a backdated log: when it was really appended. */
  readonly appendedAt?: Instant
}

/** An event as the server holds it. */
export interface StoredFact extends Omit<FactMetadata, '$correlationId' | '$causationId'> {
  readonly kind: 'fact'
  readonly id: EventId
  readonly stream: string
  readonly serverRevision: bigint
  readonly data: JsonObject
  /** The canonical texts, where they are at hand: its writer has them. */
  readonly texts?: Texts
}

export type Texts = Pick<SealedEvent, 'header' | 'data'>

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
  readonly appendedAt?: Instant
  /** Absent where it is too long for one event: then `CommitParts` of the same attempt stand before the seal. */
  readonly ranges?: readonly Range[]
}

/** What a writer says of an event, beside its texts. */
export type Sent = Omit<FactMetadata, 'header' | '$correlationId' | '$causationId'>

/** A fact and its place in the server's log. */
export type FactRecord = StoredFact & { readonly at: bigint }

export type LogRecord = { readonly at: bigint } & (
  | StoredFact
  | { readonly kind: 'sealed'; readonly id: string; readonly seal: Seal }
  | { readonly kind: 'stranger'; readonly id: string; readonly stream: string; readonly type: string }
  | { readonly kind: 'other'; readonly id: string }
)

/** What a stranger wrote, as a person looks for it. */
export const strangerText = ({ id, type, stream }: Extract<LogRecord, { readonly kind: 'stranger' }>): string =>
  `event ${id} (${type}) in ${stream}`

const utf8 = new TextEncoder()

/**
 * The client writes metadata that are bytes as they are: so the header goes as the text that it is, and is read as
 * JSON.
 */
const metadataOf = (header: string, more: object): Uint8Array =>
  utf8.encode(`{"header":${header},${JSON.stringify(more).slice(1)}`)

/**
 * The payload is parsed, only for the client to make a text of it: it takes no other way. What we read we make
 * canonical again.
 */
export const serverEventOf = (event: SealedEvent, metadata: Sent): EventData => {
  const data = JSON.parse(event.data) as JsonObject
  const cause = data['target']
  const more = {
    $correlationId: metadata.commit.id,
    ...(typeof cause === 'string' ? { $causationId: cause } : {}),
    ...metadata,
  }
  return jsonEvent({ id: event.id, type: event.type, data, metadata: metadataOf(event.header, more) }) as EventData
}

/**
 * An event of a stream of facts; undefined where a stranger wrote it: it is no part of the log, and readers pass over
 * it.
 */
export const ownFact = (stream: string, event: ServerEvent): StoredFact | undefined => {
  const metadata = event.metadata as unknown as Partial<FactMetadata> | undefined
  if (typeof metadata?.commit?.id !== 'string' || metadata.header === undefined) return undefined
  const { header, commit, revision, proposedAt, recordedBy, appendedAt } = metadata as FactMetadata
  return {
    kind: 'fact',
    id: event.id as EventId,
    stream,
    serverRevision: event.revision,
    data: event.data as JsonObject,
    header,
    commit,
    revision,
    proposedAt,
    recordedBy,
    ...(appendedAt !== undefined && { appendedAt }),
  }
}

/** Those of a stream that are of the log. */
export const ownFacts = (stream: string, events: readonly ServerEvent[]): readonly StoredFact[] =>
  events.flatMap((event) => ownFact(stream, event) ?? [])

/**
 * Whether JSON.stringify writes an object's keys in canonical order already, which is that of the text it was parsed
 * from but for keys like "10".
 */
const isInOrder = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isInOrder)
  let before = ''
  for (const [key, inner] of Object.entries(value)) {
    if (key < before || !isInOrder(inner)) return false
    before = key
  }
  return true
}

const canonicalAgain = (value: JsonObject | EventHeader): string =>
  isInOrder(value) ? JSON.stringify(value) : canonicalJson(value)

/** The two texts that were sealed: canonical JSON survives being parsed and written canonically again. */
export const textsOf = (fact: StoredFact): Texts =>
  fact.texts ?? { header: canonicalAgain(fact.header), data: canonicalAgain(fact.data) }

/**
 * What an append has written, as a reader would find it. Only the place of the last event is known; those before it get
 * one that is below.
 */
export const writtenRecords = (
  events: readonly SealedEvent[],
  sent: readonly Sent[],
  { stream, last, at }: { readonly stream: string; readonly last: bigint; readonly at: bigint },
): readonly FactRecord[] =>
  events.map((texts, index) => {
    const before = BigInt(events.length - 1 - index)
    const fact = {
      kind: 'fact' as const,
      id: texts.id,
      stream,
      header: JSON.parse(texts.header) as EventHeader,
      data: JSON.parse(texts.data) as JsonObject,
      texts,
    }
    return Object.assign(fact, { at: at - before, serverRevision: last - before }, sent[index] as Sent)
  })

const isSeal = (data: unknown): data is Seal =>
  typeof data === 'object' && data !== null && 'commit' in data && 'count' in data && 'digest' in data

/**
 * A record of the log; what others wrote on the same server is `other`, like our own book-keeping, but `stranger` where
 * it stands in a stream of the log.
 */
export const recordOf = (names: LogNames, event: AllStreamRecordedEvent): LogRecord => {
  const { id, position } = event
  const at = position.commit
  const stream = names.ofFacts(event.streamId)
  if (stream !== undefined) {
    const fact = ownFact(stream, event)
    return fact === undefined ? { at, kind: 'stranger', id, stream, type: event.type } : Object.assign(fact, { at })
  }
  if (event.type === 'CommitSealed' && event.streamId.startsWith(names.commitPrefix) && isSeal(event.data))
    return { at, kind: 'sealed', id, seal: event.data }
  return { at, kind: 'other', id }
}
