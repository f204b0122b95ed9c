import { z } from 'zod'
import { amended, amendmentsAmong } from '../../../projections/fold/facts.ts'
import type { RecordedEvent } from '../../events/envelope.ts'
import { eventOfRow } from '../../readmodel/stored-event.ts'
import { summaryOf } from './event-summary.ts'
import type { Snapshot } from '../question/snapshot.ts'

const recordedOut = { id: z.string(), reason: z.string(), recordedAt: z.string(), recordedBy: z.string() }

export const retractionOut = z
  .object(recordedOut)
  .describe('The event that took it back: why, when, and who recorded that')
const contentOut = z.object({
  type: z.string(),
  occurred: z.string().nullable(),
  effective: z.string().nullable(),
  says: z.string(),
})
export const readsOut = contentOut.nullable().describe('How it reads, where it was corrected')
export const correctionOut = z.object({
  ...recordedOut,
  before: contentOut.describe('What it said before this correction'),
})
export type CorrectionOut = z.infer<typeof correctionOut>
export type RetractionOut = z.infer<typeof retractionOut>

/** What later events of the stream have made of an event. */
export interface AmendedEvent {
  readonly event: RecordedEvent
  /** The event as it reads, all standing corrections applied. */
  readonly reads: RecordedEvent
  readonly corrections: readonly { readonly correction: RecordedEvent; readonly before: RecordedEvent }[]
  readonly retraction: RecordedEvent | undefined
}

/** Every event, with what those among the amending ones have made of it. */
export const amendedEvents = (
  events: readonly RecordedEvent[],
  amending: readonly RecordedEvent[] = events,
): readonly AmendedEvent[] => {
  const { retractedBy, correctedBy } = amendmentsAmong(amending)
  return events.map((event) => {
    let reads = event
    const corrections = (correctedBy.get(event.id) ?? []).map((correction) => {
      const before = reads
      reads = amended(reads, correction)
      return { correction, before }
    })
    return { event, reads, corrections, retraction: retractedBy.get(event.id) }
  })
}

const recordedOf = ({ id, data, recordedAt, recordedBy }: RecordedEvent) => ({
  id,
  reason: String(data.reason),
  recordedAt,
  recordedBy,
})

const contentOf = (event: RecordedEvent) => ({
  type: event.type,
  occurred: event.occurred ?? null,
  effective: event.effective ?? null,
  says: summaryOf(event),
})

export const readsOf = ({ reads, corrections }: AmendedEvent) => (corrections.length === 0 ? null : contentOf(reads))

export const correctionsOf = ({ corrections }: AmendedEvent): CorrectionOut[] =>
  corrections.map(({ correction, before }) => ({ ...recordedOf(correction), before: contentOf(before) }))

export const retractionOf = ({ retraction }: AmendedEvent): RetractionOut | null =>
  retraction === undefined ? null : recordedOf(retraction)

/** How many streams one query asks for. */
const batch = 500
/** The types of events that say something of other events. */
export const metaTypes: readonly string[] = ['EventCorrected', 'EventRetracted']

/** What corrects or retracts events of these streams, as far as it was known. */
export const loadAmending = async (world: Snapshot, streams: readonly string[]): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = []
  for (let from = 0; from < streams.length; from += batch) {
    const rows = await world.sql
      .selectFrom('event')
      .selectAll()
      .where('stream', 'in', streams.slice(from, from + batch))
      .where('type', 'in', metaTypes)
      .where('ordinal', '<=', world.ordinal)
      .orderBy('ordinal')
      .execute()
    events.push(...rows.map(eventOfRow))
  }
  return events
}

/** A retraction in the words of a list. */
export const retractedText = (retracted: RetractionOut | null): string =>
  retracted === null ? '' : `  (retracted: ${retracted.reason})`
