import type { Confidence, NewEvent } from '../src/events/envelope.ts'
import type { JsonObject } from '../src/events/json.ts'
import { definitionOf } from '../src/events/registry.ts'
import type { Source } from '../src/events/source.ts'

export interface CatalogueEvent {
  readonly stream: string
  readonly event: Omit<NewEvent, 'id'>
}

/** Drops what is absent: a payload holds JSON and nothing else. */
const plain = (data: object): JsonObject => JSON.parse(JSON.stringify(data)) as JsonObject

const confidence: Confidence = 'certain'

/** What is said: the type of the event, what the fact is called in its stream, and when it was done. */
interface What {
  readonly type: string
  readonly fact: string
  readonly on?: string | undefined
}

/** One event of the catalogue, in the newest version of its type. */
export const said = (stream: string, { type, fact, on }: What, data: object, source: Source): CatalogueEvent => ({
  stream,
  event: {
    type,
    schemaVersion: definitionOf(type).version,
    ...(on !== undefined && { occurred: on }),
    sources: [source],
    confidence,
    fact,
    data: plain(data),
  },
})
