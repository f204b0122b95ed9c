import { z } from 'zod'
import { eventOfRow } from '../readmodel/stored-event.ts'
import { clocksOut } from './answer-parts.ts'
import { amendedEvents, correctionOut, correctionsOf, loadAmending, readsOf, readsOut, retractedText, retractionOf, retractionOut } from './load/amendments.ts'
import { question } from './question.ts'
import { summaryOf } from './summary.ts'
import { clocksOf, clocksText } from './world.ts'

const answer = z.object({
  events: z.array(z.looseObject({
    ordinal: z.int(), id: z.string(), stream: z.string(), revision: z.int(), type: z.string(), occurred: z.string().optional(), recordedAt: z.string(), recordedBy: z.string(),
    appendedAt: z.string().optional().describe('In a backdated log: when the log really took it'),
    corrections: z.array(correctionOut).describe('Later events that correct it'),
    reads: readsOut,
    retracted: retractionOut.nullable().describe('The later event that took it back, where one did'),
  })),
  /** Whether more match than were asked for. */
  more: z.boolean(),
  ...clocksOut,
})

const correctedText = ({ reads, corrections }: z.infer<typeof answer>['events'][number]): string =>
  reads === null ? '' : `  (corrected; it reads ${reads.occurred ?? 'undated'}, ${reads.says}: ${corrections.at(-1)?.reason ?? ''})`

export const events = question({
  name: 'events',
  asks: 'The log itself: events in the order in which they were recorded, filtered.',
  positional: [],
  input: z.object({
    stream: z.string().optional().describe('Only this stream, or those that begin with it where it ends in *: treaty-cat, igo-*'),
    type: z.string().optional().describe('Only this event type'),
    actor: z.string().optional().describe('Only events of this actor: id, code or name'),
    id: z.string().optional().describe('Only the event with this id'),
    after: z.coerce.number().int().min(0).default(0).describe('Only events after this ordinal'),
    limit: z.coerce.number().int().min(1).max(1_000_000).default(100).describe('At most so many'),
  }),
  output: answer,
  withoutRivals: 'the log lists what every source says, side by side',
  answer: async (world, input) => {
    let rows = world.sql.selectFrom('event').selectAll().where('ordinal', '<=', world.ordinal).where('ordinal', '>', input.after)
    if (input.stream?.endsWith('*')) {
      const prefix = input.stream.slice(0, -1)
      rows = rows.where('stream', '>=', prefix).where('stream', '<', `${prefix}\uffff`)
    } else if (input.stream !== undefined) rows = rows.where('stream', '=', input.stream)
    if (input.type !== undefined) rows = rows.where('type', '=', input.type)
    if (input.id !== undefined) rows = rows.where('id', '=', input.id.toLowerCase())
    if (input.actor !== undefined) rows = rows.where('key', '=', world.names.require('state', input.actor, { day: world.asOf }))
    const found = await rows.orderBy('ordinal').limit(input.limit + 1).execute()
    const shown = found.slice(0, input.limit).map(eventOfRow)
    const amending = await loadAmending(world, [...new Set(shown.map(({ stream }) => stream))])
    return {
      events: amendedEvents(shown, amending).map((one) => ({ ...one.event, corrections: correctionsOf(one), reads: readsOf(one), retracted: retractionOf(one) })),
      more: found.length > input.limit,
      ...clocksOf(world),
    }
  },
  text: (found) =>
    [
      ...found.events.map((event) => `${String(event.ordinal).padStart(7)}  ${(event.occurred ?? '').padEnd(12)} ${event.stream.padEnd(28)} ${summaryOf(event as never)}  ${event.id}${correctedText(event)}${retractedText(event.retracted)}`),
      ...(found.more ? ['… more; pass --after or --limit'] : []),
      clocksText(found),
    ].join('\n'),
  table: (found) => ({
    columns: ['ordinal', 'id', 'stream', 'revision', 'type', 'occurred', 'recorded_at', 'recorded_by', 'appended_at', 'corrected', 'retracted', 'event'],
    rows: found.events.map((event) => [event.ordinal, event.id, event.stream, event.revision, event.type, event.occurred ?? null, event.recordedAt, event.recordedBy, event.appendedAt ?? null, event.corrections.length > 0, event.retracted !== null, JSON.stringify(event)]),
  }),
})
