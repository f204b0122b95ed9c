import type { EventId } from './envelope.ts'

/** A UUID as its sixteen bytes, and back: half the size of the text in an index. */
export const bytesOfId = (id: EventId): Uint8Array => Buffer.from(id.replaceAll('-', ''), 'hex')

export const idOfBytes = (bytes: Uint8Array): EventId => {
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as EventId
}
