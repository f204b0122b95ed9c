import type { Fold } from '../../projections/fold/fold.ts'
import type { EventId, RecordedEvent } from '../events/envelope.ts'
import type { Row } from './engine.ts'

/** A row that holds: no commit has taken it back so far. */
export interface CachedStream {
  readonly row: Row
  /** The events that decided it, as far as they have been compared already: its column holds them as text. */
  decidedBy: readonly EventId[] | undefined
}

/** All that has been said under one key of a stream, and what is made of it. */
export interface KnownKey {
  readonly events: RecordedEvent[]
  readonly held: Map<Fold, readonly CachedStream[]>
}

/** What the projector knows of a stream without asking the database. */
export interface KnownStream {
  readonly keys: Map<string, KnownKey>
  /** Whether these are all keys of the stream: then one that is not here has no history. */
  whole: boolean
  /** The keys of events by their ids, once a correction has asked for them. */
  ids: Map<string, string> | undefined
}

export const knownStream = (whole: boolean): KnownStream => ({ keys: new Map(), whole, ids: undefined })

/** A key of a stream; without a history where it has none yet. */
export const keyIn = ({ keys }: KnownStream, key: string): KnownKey => {
  const known = keys.get(key)
  if (known !== undefined) return known
  const fresh: KnownKey = { events: [], held: new Map() }
  keys.set(key, fresh)
  return fresh
}

/** The keys of all events that are known of a stream; to be kept up by whoever adds to it. */
export const idsIn = (stream: KnownStream): Map<string, string> => {
  stream.ids ??= new Map([...stream.keys].flatMap(([key, { events }]) => events.map(({ id }) => [id, key] as const)))
  return stream.ids
}
