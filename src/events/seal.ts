import { hash } from 'node:crypto'
import type { EventHeader, EventId, NewEvent, RecordedEvent } from './envelope.ts'
import { canonicalJson, type JsonObject } from './json.ts'

/** An event as it is written and hashed: two canonical texts. What a log stores is what was sealed. */
export interface SealedEvent {
  readonly id: EventId
  readonly type: string
  /** Canonical JSON of the envelope without the payload and without what the log assigns. */
  readonly header: string
  /** Canonical JSON of the payload. */
  readonly data: string
}

export const seal = ({ data, ...header }: NewEvent): SealedEvent => ({
  id: header.id,
  type: header.type,
  header: canonicalJson(header),
  data: canonicalJson(data),
})

/** What the log assigns to an event. */
export type Recording = Pick<
  RecordedEvent,
  'stream' | 'revision' | 'ordinal' | 'commit' | 'recordedAt' | 'recordedBy' | 'appendedAt'
>

/** An event from its two texts. One object, filled in place: a rebuild makes millions of them. */
export const unseal = (header: string, data: string, recording: Recording): RecordedEvent =>
  Object.assign(JSON.parse(header) as EventHeader, { data: JSON.parse(data) as JsonObject }, recording)

const sha256 = (text: string): string => hash('sha256', text, 'hex')

/** The hash before the first event. */
export const chainStart = '0'.repeat(64)

/**
 * h(n) = H(h(n-1), H(canonical header, H(data))), in the order of ordinals; SHA-256, hexadecimal. The canonical header
 * is the sealed one and what the log assigned, without positions and ordinals. In a backdated log that includes when
 * the store really took it. The payload is hashed apart, so that redacting one keeps the chain.
 */
export const chainHash = (
  before: string,
  event: { header: string; data: string },
  recording: Omit<Recording, 'ordinal'>,
): string => {
  const { stream, revision, commit, recordedAt, recordedBy, appendedAt } = recording
  const assigned = JSON.stringify([
    stream,
    revision,
    commit,
    recordedAt,
    recordedBy,
    ...(appendedAt === undefined ? [] : [appendedAt]),
  ])
  return sha256(`${before}${sha256(`${event.header}\n${assigned}\n${sha256(event.data)}`)}`)
}
