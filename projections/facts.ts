import type { RecordedEvent } from '../src/events/envelope.ts'
import type { JsonObject } from '../src/events/json.ts'
import { upcast } from '../src/events/registry.ts'
import type { Source } from '../src/events/source.ts'
import { ALWAYS, FOREVER } from '../src/time/day.ts'
import { parseDate } from '../src/time/edtf.ts'
import type { EventId } from '../src/time/event-id.ts'
import type { Fact } from './fold.ts'
import { inLegalOrder } from './legal-order.ts'

const isMeta = (event: RecordedEvent): boolean => event.type === 'EventCorrected' || event.type === 'EventRetracted'
const targetOf = (event: RecordedEvent): EventId => event.data.target as EventId

interface Replacement {
  readonly type?: string
  readonly occurred?: string
  readonly effective?: string
  readonly sources?: readonly Source[]
  readonly data?: JsonObject
}

const timeless = { lo: ALWAYS, hi: FOREVER }

const factOf = (event: RecordedEvent): Fact => ({
  id: event.id,
  type: event.type,
  stream: event.stream,
  occurred: event.occurred === undefined ? timeless : parseDate(event.occurred),
  effective: event.effective === undefined ? undefined : parseDate(event.effective),
  data: upcast(event.type, event.schemaVersion, event.data),
  sources: event.sources,
  decidedBy: [event.id],
})

const correct = (fact: Fact, correction: RecordedEvent): Fact => {
  const { type, occurred, effective, sources, data } = correction.data.replacement as Replacement
  return {
    ...fact,
    ...(type !== undefined && { type }),
    ...(occurred !== undefined && { occurred: parseDate(occurred) }),
    ...(effective !== undefined && { effective: parseDate(effective) }),
    ...(sources !== undefined && { sources }),
    ...(data !== undefined && { data }),
    decidedBy: [...fact.decidedBy, correction.id],
  }
}

/**
 * The facts that the events of one key leave standing, in legal order.
 * A retraction takes its target away, be it a fact or a correction; a correction of a correction amends what that one amended.
 */
export const factsOf = (events: readonly RecordedEvent[]): readonly Fact[] => {
  const metas = events.filter(isMeta)
  if (metas.length === 0) return inLegalOrder(events.map(factOf))
  const byOrdinal = metas.toSorted((a, b) => a.ordinal - b.ordinal)
  const gone = new Set<EventId>()
  for (const meta of byOrdinal.toReversed()) if (meta.type === 'EventRetracted' && !gone.has(meta.id)) gone.add(targetOf(meta))
  const facts = new Map(events.filter((event) => !isMeta(event) && !gone.has(event.id)).map((event) => [event.id, factOf(event)]))
  const amends = new Map<EventId, EventId>()
  for (const meta of byOrdinal) {
    if (meta.type !== 'EventCorrected') continue
    const root = amends.get(targetOf(meta)) ?? targetOf(meta)
    amends.set(meta.id, root)
    const fact = facts.get(root)
    if (fact !== undefined && !gone.has(meta.id) && !gone.has(targetOf(meta))) facts.set(root, correct(fact, meta))
  }
  return inLegalOrder([...facts.values()])
}
