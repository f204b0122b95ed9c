import { z } from 'zod'
import { eventOfRow } from '../../readmodel/stored-event.ts'
import {
  amendedEvents,
  correctionOut,
  correctionsOf,
  loadAmending,
  readsOf,
  readsOut,
  retractedText,
  retractionOf,
  retractionOut,
} from './amendments.ts'
import { booleanColumn, intColumn, textColumn, type Column } from '../question/columns.ts'
import { afterInput, cursorAt, ordinalOf } from './event-cursor.ts'
import { refuseUnknown } from './event-filters.ts'
import { question, type TableCell } from '../question/question.ts'
import { summaryOf } from './event-summary.ts'
import { clocksText, type Snapshot } from '../question/snapshot.ts'

const answer = z.object({
  events: z.array(
    z.looseObject({
      ordinal: z.int(),
      id: z.string(),
      stream: z.string(),
      revision: z.int(),
      type: z.string(),
      occurred: z.string().optional(),
      recordedAt: z.string(),
      recordedBy: z.string(),
      appendedAt: z.string().optional().describe('In a backdated log: when the log really took it'),
      corrections: z.array(correctionOut).describe('Later events that correct it'),
      reads: readsOut,
      retracted: retractionOut.nullable().describe('The later event that took it back, where one did'),
    }),
  ),
  /** Whether more match than were asked for. */
  more: z.boolean(),
  next: z
    .string()
    .nullable()
    .describe(
      'The place after the last of these: given as `after`, it reaches those that follow, in this log and no other',
    ),
})

type ShownEvent = z.infer<typeof answer>['events'][number]

const correctedText = ({ reads, corrections }: ShownEvent): string =>
  reads === null
    ? ''
    : `  (corrected; it reads ${reads.occurred ?? 'undated'}, ${reads.says}: ${corrections.at(-1)?.reason ?? ''})`

const filters = z.object({
  stream: z
    .string()
    .optional()
    .describe('Only this stream, or those that begin with it where it ends in *: treaty-cat, igo-*'),
  type: z.string().optional().describe('Only this event type'),
  actor: z.string().optional().describe('Only events of this actor: id, code or name'),
  id: z.string().optional().describe('Only the event with this id'),
  after: afterInput,
  limit: z.coerce.number().int().min(1).max(1_000_000).default(100).describe('At most so many'),
})
type Asked = z.output<typeof filters>

/** The next events that are asked for, in order. */
const rowsAfter = async (world: Snapshot, { stream, type, id, actor }: Asked, after: number, limit: number) => {
  let rows = world.sql
    .selectFrom('event')
    .selectAll()
    .where('ordinal', '<=', world.ordinal)
    .where('ordinal', '>', after)
  if (stream?.endsWith('*')) {
    const prefix = stream.slice(0, -1)
    rows = rows.where('stream', '>=', prefix).where('stream', '<', `${prefix}\uffff`)
  } else if (stream !== undefined) rows = rows.where('stream', '=', stream)
  if (type !== undefined) rows = rows.where('type', '=', type)
  if (id !== undefined) rows = rows.where('id', '=', id.toLowerCase())
  if (actor !== undefined) rows = rows.where('key', '=', world.names.require('state', actor, { day: world.asOf }))
  return rows.orderBy('ordinal').limit(limit).execute()
}

/** Events with what later ones have made of them. */
const shownOf = async (world: Snapshot, rows: Awaited<ReturnType<typeof rowsAfter>>): Promise<ShownEvent[]> => {
  const shown = rows.map(eventOfRow)
  const amending = await loadAmending(world, [...new Set(shown.map(({ stream }) => stream))])
  return amendedEvents(shown, amending).map((one) => ({
    ...one.event,
    corrections: correctionsOf(one),
    reads: readsOf(one),
    retracted: retractionOf(one),
  }))
}

const columns: readonly Column[] = [
  intColumn('ordinal', 'The place of the event in the log: 1, 2, 3, …'),
  textColumn('id', 'The id of the event'),
  textColumn('stream', 'The stream that it belongs to'),
  intColumn('revision', 'Its place in that stream'),
  textColumn('type', 'The type of event'),
  textColumn(
    'occurred',
    'When it was done, as its source writes the date (EDTF)',
    'It has no date, as a definition has none',
  ),
  textColumn('recorded_at', 'When the log knew it: an instant in UTC'),
  textColumn('recorded_by', 'Who recorded it'),
  textColumn('appended_at', 'When the log really took it', 'Then; only a backdated log says another instant'),
  booleanColumn('corrected', 'Whether a later event corrects it'),
  booleanColumn('retracted', 'Whether a later event took it back'),
  textColumn('event', 'The whole event, with what later ones made of it, as JSON'),
]
const cellsOf = (event: ShownEvent): readonly TableCell[] => [
  event.ordinal,
  event.id,
  event.stream,
  event.revision,
  event.type,
  event.occurred ?? null,
  event.recordedAt,
  event.recordedBy,
  event.appendedAt ?? null,
  event.corrections.length > 0,
  event.retracted !== null,
  JSON.stringify(event),
]

/** How many events are in memory at once. */
const pageSize = 1_000

/** A whole log does not fit in memory: what was recorded does not change, so it may be read page by page. */
async function* pagesOf(world: Snapshot, asked: Asked): AsyncGenerator<readonly (readonly TableCell[])[]> {
  await refuseUnknown(world, asked)
  let [after, left] = [await ordinalOf(world, asked.after), asked.limit]
  while (left > 0) {
    const rows = await rowsAfter(world, asked, after, Math.min(pageSize, left))
    const last = rows.at(-1)
    if (last === undefined) return
    yield (await shownOf(world, rows)).map(cellsOf)
    after = last.ordinal
    left -= rows.length
    if (rows.length < pageSize) return
  }
}

export const events = question({
  name: 'events',
  asks: 'The log itself: events in the order in which they were recorded, filtered.',
  positional: [],
  sources: { withoutRivals: 'the log lists what every source says, side by side' },
  input: filters,
  output: answer,
  answer: async (world, input) => {
    await refuseUnknown(world, input)
    const found = await rowsAfter(world, input, await ordinalOf(world, input.after), input.limit + 1)
    const shown = found.slice(0, input.limit)
    const last = shown.at(-1)
    return {
      events: await shownOf(world, shown),
      more: found.length > input.limit,
      next: last === undefined ? null : await cursorAt(world, last.ordinal),
    }
  },
  text: (found) =>
    [
      ...found.events.map(
        (event) =>
          `${String(event.ordinal).padStart(7)}  ` +
          `${(event.occurred ?? '').padEnd(12)} ${event.stream.padEnd(28)} ` +
          `${summaryOf(event as never)}  ` +
          `${event.id}${correctedText(event)}${retractedText(event.retracted)}`,
      ),
      ...(found.more ? ['… more: the parameters `after` and `limit` reach them'] : []),
      clocksText(found),
    ].join('\n'),
  table: { columns, rows: (found) => found.events.map(cellsOf) },
  pages: pagesOf,
})
