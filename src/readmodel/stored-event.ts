import type { EventId, RecordedEvent } from '../events/envelope.ts'
import { asRowDamage } from './damaged.ts'
import type { Row } from './engine.ts'

export const eventColumns = ['ordinal', 'id', 'stream', 'revision', 'key', 'type', 'body'] as const

/** What of an event has no column of its own, as text. */
export const bodyOfEvent = ({
  ordinal: _ordinal,
  id: _id,
  stream: _stream,
  revision: _revision,
  type: _type,
  ...body
}: RecordedEvent): string => JSON.stringify(body)

/** An event as a row of the read model: what is asked for in columns, the rest in its body. */
export const rowOfEvent = ({ ordinal, id, stream, revision, type }: RecordedEvent, key: string, body: string): Row => ({
  ordinal,
  id,
  stream,
  revision,
  key,
  type,
  body,
})

/** What has no column of its own, read. Throws `read-model-damaged` where it is not as it was written. */
export const bodyOf = (body: string): Omit<RecordedEvent, 'id' | 'ordinal' | 'stream' | 'revision' | 'type'> => {
  try {
    return JSON.parse(body) as ReturnType<typeof bodyOf>
  } catch (thrown) {
    throw asRowDamage(thrown)
  }
}

/** Throws `read-model-damaged` where the row is not as it was written. */
export const eventOfRow = (row: {
  ordinal: number
  id: string
  stream: string
  revision: number
  type: string
  body: string
}): RecordedEvent => ({
  ...bodyOf(row.body),
  id: row.id as EventId,
  ordinal: row.ordinal,
  stream: row.stream,
  revision: row.revision,
  type: row.type,
})
