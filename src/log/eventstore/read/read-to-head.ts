import type { AllStreamRecordedEvent } from '@eventstore/db-client'
import { follow, live } from './follow.ts'
import type { LogNames } from '../records/names.ts'
import type { Place } from '../records/position.ts'
import { readFrom } from './read-page.ts'
import { recordOf, type LogRecord } from '../records/record.ts'
import { page, type Server } from '../connection/server.ts'

/**
 * The events after a position, up to the end of the log at this time. One short read is enough for a reader that is
 * nearly there; a longer way goes through a filtered catch-up subscription, since plain reads bring the events of
 * everybody.
 */
async function* toEnd(
  server: Server,
  names: LogNames,
  after: bigint | undefined,
  id: string | undefined,
): AsyncGenerator<readonly AllStreamRecordedEvent[]> {
  let from = after
  if (after !== undefined) {
    const events = await readFrom(server, after, page, { id })
    yield events.slice(1)
    if (events.length < page) return
    from = events.at(-1)?.position.commit
  }
  const over = new AbortController()
  try {
    for await (const items of follow(server, {
      prefix: names.prefix,
      after: from,
      signal: over.signal,
      patience: server.timing.patience,
    })) {
      const end = items.indexOf(live)
      yield (end < 0 ? items : items.slice(0, end)) as readonly AllStreamRecordedEvent[]
      if (end >= 0) return
    }
  } finally {
    over.abort()
  }
}

/** The seal again, for a reader that stands inside the commit which it seals. */
export async function* sealBehind(server: Server, names: LogNames, place: Place): AsyncGenerator<readonly LogRecord[]> {
  if (place.at === undefined || place.inside?.kind !== 'sealed') return
  yield recordsOf(names, await readFrom(server, place.at, 1))
}

/**
 * The records that a reader at a place has to replay; from farther on, where it knows that nothing counts before,
 * behind the record with this id.
 */
export async function* recordsToEnd(
  server: Server,
  names: LogNames,
  place: Place,
  from: bigint | undefined = place.at,
  id?: string,
): AsyncGenerator<readonly LogRecord[]> {
  yield* sealBehind(server, names, place)
  for await (const events of toEnd(server, names, from, id)) yield recordsOf(names, events)
}

const recordsOf = (names: LogNames, events: readonly AllStreamRecordedEvent[]): readonly LogRecord[] =>
  events.map((event) => recordOf(names, event))
