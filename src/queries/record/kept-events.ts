import type { RecordedEvent } from '../../events/envelope.ts'
import type { Changes } from '../question/changes.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** How many events are kept, some 2 kB each; and of how many at once it is worth while. */
const most = 2_000
const few = 200

/** Events by their ids. No event ever changes: one that was read is what it is for as long as its log goes on. */
const kept = new WeakMap<Changes, Map<string, RecordedEvent>>()

const keptOf = (changes: Changes): Map<string, RecordedEvent> => {
  const known = kept.get(changes) ?? new Map<string, RecordedEvent>()
  kept.set(changes, known)
  return known
}

/**
 * The events with these ids, in the order of the log. Of what is known now a few are kept from one question to the
 * next: what decides a status is told again and again. `load` reads others, in no order.
 */
export const fewEvents = async (
  { changes, ordinal }: Snapshot,
  ids: readonly string[],
  load: (ids: readonly string[]) => Promise<readonly RecordedEvent[]>,
): Promise<readonly RecordedEvent[]> => {
  const distinct = [...new Set(ids)]
  if (changes === undefined || distinct.length > few) return load(distinct)
  const known = keptOf(changes)
  const there = distinct.flatMap((id) => known.get(id) ?? []).filter((event) => event.ordinal <= ordinal)
  const others = distinct.filter((id) => !known.has(id))
  const read = others.length === 0 ? [] : await load(others)
  for (const event of read) known.set(event.id, event)
  for (const id of known.keys()) {
    if (known.size <= most) break
    known.delete(id)
  }
  return [...there, ...read].toSorted((a, b) => a.ordinal - b.ordinal)
}
