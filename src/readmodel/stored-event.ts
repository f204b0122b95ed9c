import type { EventId, RecordedEvent } from '../events/envelope.ts'
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

export const eventOfRow = (row: {
  ordinal: number
  id: string
  stream: string
  revision: number
  type: string
  body: string
}): RecordedEvent => ({
  ...(JSON.parse(row.body) as Omit<RecordedEvent, 'id' | 'ordinal' | 'stream' | 'revision' | 'type'>),
  id: row.id as EventId,
  ordinal: row.ordinal,
  stream: row.stream,
  revision: row.revision,
  type: row.type,
})
