import type { CommitId, EventId, NewEvent, RecordedEvent } from '../../src/events/envelope.ts'
import type { JsonObject } from '../../src/events/json.ts'
import type { Instant } from '../../src/time/instant.ts'

/** An event that a test asserts, before it is given a place in a log. */
export interface Said {
  readonly stream: string
  readonly event: NewEvent
}

let made = 0

/** A fresh event id, the same in every run of a file. */
export const nextId = (): EventId => {
  made += 1
  return `00000000-0000-4000-8000-${made.toString(16).padStart(12, '0')}` as EventId
}

/**
 * An event in a stream: `said('igo-un', 'MembershipStarted', '1945-10-24', { actor: 'usa', kind: 'full' })`. Without a
 * date: a definition.
 */
export const said = (
  stream: string,
  type: string,
  occurred: string | undefined,
  data: JsonObject,
  more: Partial<NewEvent> = {},
): Said => ({
  stream,
  event: {
    id: nextId(),
    type,
    schemaVersion: 1,
    ...(occurred !== undefined && { occurred }),
    sources: [{ citation: 'A record of the depositary, for tests', kind: 'depositary' }],
    confidence: 'certain',
    data,
    ...more,
  },
})

export const corrected = (target: Said, replacement: JsonObject): Said =>
  said(target.stream, 'EventCorrected', undefined, { target: target.event.id, reason: 'it was misread', replacement })

export const retracted = (target: Said): Said =>
  said(target.stream, 'EventRetracted', undefined, { target: target.event.id, reason: 'it never happened' })

/** The events as one log would hold them, each a commit by itself, recorded in the order given. */
export const recorded = (list: readonly Said[]): readonly RecordedEvent[] => {
  const revisions = new Map<string, number>()
  return list.map(({ stream, event }, index) => {
    const revision = revisions.get(stream) ?? 0
    revisions.set(stream, revision + 1)
    const recordedAt = `2020-01-01T00:00:00.${String(index).padStart(6, '0')}Z` as Instant
    return {
      ...event,
      stream,
      revision,
      ordinal: index + 1,
      commit: `commit-${index + 1}` as CommitId,
      recordedAt,
      recordedBy: 'a test',
    }
  })
}
