import type { Confidence, NewEvent, RecordedEvent } from '../../src/events/envelope.ts'
import type { JsonObject } from '../../src/events/json.ts'
import { definitionOf, upcast } from '../../src/events/registry.ts'
import type { Source } from '../../src/events/source.ts'
import { ALWAYS, FOREVER } from '../../src/time/day.ts'
import { parseDate } from '../../src/time/edtf.ts'
import type { EventId } from '../../src/time/event-id.ts'
import type { Fact } from './fold.ts'
import { inLegalOrder } from './legal-order.ts'

/** What amendments are read from: any event that knows its place, recorded or about to be. */
type Placed = Pick<RecordedEvent, 'id' | 'type' | 'data' | 'ordinal'>

/** Whether an event speaks of another one: it corrects it, or takes it back. */
export const isMeta = ({ type }: Pick<RecordedEvent, 'type'>): boolean =>
  type === 'EventCorrected' || type === 'EventRetracted'
const targetOf = (event: Pick<RecordedEvent, 'data'>): EventId => event.data.target as EventId

interface Replacement {
  readonly type?: string
  readonly occurred?: string
  readonly effective?: string
  readonly sources?: readonly Source[]
  readonly confidence?: Confidence
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
  fact: event.fact,
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

/** What corrections and retractions come to. */
export interface Amendments<E> {
  /** The standing retraction of each event that was taken back; an event may be a correction or a retraction itself. */
  readonly retractedBy: ReadonlyMap<EventId, E>
  /** The standing corrections that shape each event, in order; also of one that was itself taken back. */
  readonly correctedBy: ReadonlyMap<EventId, readonly E[]>
  /** The event that each correction amends in the end. */
  readonly rootOf: ReadonlyMap<EventId, EventId>
}

/**
 * Which events were taken back, and which corrections shape which event. A retraction takes its target away, be it a
 * fact, a correction or a retraction; a correction of a correction amends what that one amended, and goes with it.
 */
export const amendmentsAmong = <E extends Placed>(events: readonly E[]): Amendments<E> => {
  const byOrdinal = events.filter(isMeta).toSorted((a, b) => a.ordinal - b.ordinal)
  const retractedBy = new Map<EventId, E>()
  for (const meta of byOrdinal.toReversed())
    if (meta.type === 'EventRetracted' && !retractedBy.has(meta.id)) retractedBy.set(targetOf(meta), meta)
  const rootOf = new Map<EventId, EventId>()
  const correctedBy = new Map<EventId, E[]>()
  const undone = new Set<EventId>(retractedBy.keys())
  for (const meta of byOrdinal) {
    if (meta.type !== 'EventCorrected') continue
    const target = targetOf(meta)
    const root = rootOf.get(target) ?? target
    rootOf.set(meta.id, root)
    if (target !== root && undone.has(target)) undone.add(meta.id)
    if (undone.has(meta.id)) continue
    const known = correctedBy.get(root)
    if (known === undefined) correctedBy.set(root, [meta])
    else known.push(meta)
  }
  return { retractedBy, correctedBy, rootOf }
}

/** The facts that the events of one key leave standing, in legal order: corrected, and without what was taken back. */
export const factsOf = (events: readonly RecordedEvent[]): readonly Fact[] => {
  if (!events.some(isMeta)) return inLegalOrder(events.map(factOf))
  const { retractedBy, correctedBy } = amendmentsAmong(events)
  const standing = events.filter((event) => !isMeta(event) && !retractedBy.has(event.id))
  return inLegalOrder(standing.map((event) => (correctedBy.get(event.id) ?? []).reduce(correct, factOf(event))))
}

/** An event as a correction of it has it read, in the words of today. */
export const amended = <E extends NewEvent>(event: E, correction: Pick<NewEvent, 'data'>): E => {
  const { type = event.type, data, ...rest } = correction.data.replacement as Replacement
  return {
    ...event,
    ...rest,
    type,
    data: data ?? upcast(event.type, event.schemaVersion, event.data),
    schemaVersion: definitionOf(type).version,
  }
}
