import { randomUUID } from 'node:crypto'
import type { EventId, NewEvent } from '../../src/events/envelope.ts'
import type { JsonObject } from '../../src/events/json.ts'
import { seal, type SealedEvent } from '../../src/events/seal.ts'

/** A well-formed event for tests that do not care what it says. */
export const anEvent = (more: Partial<NewEvent> & { data?: JsonObject } = {}): NewEvent => ({
  id: randomUUID() as EventId,
  type: 'TreatySigned',
  schemaVersion: 1,
  occurred: '1988-04-18',
  sources: [{ citation: 'A treaty collection, for tests', kind: 'depositary' }],
  confidence: 'certain',
  data: { actor: 'usa' },
  ...more,
})

export const aSealedEvent = (more: Partial<NewEvent> = {}): SealedEvent => seal(anEvent(more))
