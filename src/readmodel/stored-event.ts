import type { EventId, RecordedEvent } from '../events/envelope.ts'
import type { Row } from './engine.ts'

export const eventColumns = ['ordinal', 'id', 'stream', 'revision', 'key', 'type', 'body'] as const

/** An event as a row of the read model: what is asked for in columns, the rest in its body. */
export const rowOfEvent = (event: RecordedEvent, key: string): Row => {
  const { ordinal, id, stream, revision, type, ...body } = event
  return { ordinal, id, stream, revision, key, type, body: JSON.stringify(body) }
}

export const eventOfRow = (row: { ordinal: number; id: string; stream: string; revision: number; type: string; body: string }): RecordedEvent => ({
  ...(JSON.parse(row.body) as Omit<RecordedEvent, 'id' | 'ordinal' | 'stream' | 'revision' | 'type'>),
  id: row.id as EventId,
  ordinal: row.ordinal,
  stream: row.stream,
  revision: row.revision,
  type: row.type,
})
