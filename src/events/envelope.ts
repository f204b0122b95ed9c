import { z } from 'zod'
import type { Instant } from '../time/instant.ts'
import type { EventId } from '../time/event-id.ts'
import type { JsonObject } from './json.ts'
import { source, type Source } from './source.ts'

export type { EventId } from '../time/event-id.ts'

/** The act of recording an event belongs to: one append, or one whole import. */
export type CommitId = string & { readonly commitId: unique symbol }

export const confidence = z.enum(['certain', 'probable', 'disputed'])
export type Confidence = z.infer<typeof confidence>

/** Every event but a definition says when the act was done; every event says who says so. */
export interface EventHeader {
  readonly id: EventId
  /** A past-tense domain word, unique over all families. */
  readonly type: string
  readonly schemaVersion: number
  /** EDTF: when the act was done. Absent only where the type is a definition. */
  readonly occurred?: string
  /** EDTF: only where a source states the day of effect; otherwise it is derived from the rule. */
  readonly effective?: string
  readonly sources: readonly Source[]
  readonly confidence: Confidence
  /**
   * What an assertion is about, within its stream and actor: `consent/1`. Same series and same fact: a revision of it.
   */
  readonly fact?: string
  readonly note?: string
  /**
   * SHA-256 (hexadecimal) of the request that it came with over HTTP, where that had a key of its own: another request
   * with that key is told from the same one by it, on every engine and for as long as the log is.
   */
  readonly request?: string
}

/** An event on its way into the log. */
export interface NewEvent extends EventHeader {
  readonly data: JsonObject
}

/** An event as the log holds it. */
export interface RecordedEvent extends NewEvent {
  readonly stream: string
  /** Place in the stream: 0, 1, 2, … */
  readonly revision: number
  /** Place in the whole log: 1, 2, 3, …, the same on every engine. */
  readonly ordinal: number
  readonly commit: CommitId
  readonly recordedAt: Instant
  readonly recordedBy: string
  /** When the store really took it. Only in a backdated log, where `recordedAt` is when the sources made it known. */
  readonly appendedAt?: Instant
}

/**
 * What a user hands in: one line of JSON Lines. Ids and versions are filled in; names in `data` may be any known name.
 */
export const draftLine = z.strictObject({
  id: z.uuid().optional().describe('Made from what the line says where it is left out'),
  stream: z.string().min(1).describe('Whose history it belongs to: a family and a subject, such as treaty-cat'),
  type: z.string().min(1).describe('What happened: one of the event types'),
  schemaVersion: z.int().min(1).optional().describe('The newest where it is left out'),
  occurred: z.string().optional().describe('When it was done (EDTF): 1984-12-10, 1984-12, 1984, 1984~, 1965/1966'),
  effective: z.string().optional().describe('When it took effect (EDTF), only where a source states it'),
  sources: z.array(source).min(1).describe('Who says so: cited in full, or registered before'),
  confidence: confidence.optional().describe('How sure the sources are; certain where it is left out'),
  fact: z.string().min(1).optional().describe('What it is about within its stream and actor: consent/1'),
  note: z.string().min(1).optional().describe('Whatever else a reader should know'),
  data: z.record(z.string(), z.json()).describe('What the event type takes'),
})
export type DraftLine = z.infer<typeof draftLine>
