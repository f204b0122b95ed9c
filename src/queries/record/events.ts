import { z } from 'zod'
import type { RecordedEvent } from '../../events/envelope.ts'
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
import { list } from '../lists/list.ts'
import { afterEventInput } from '../lists/place.ts'
import { eventFilters } from './event-filter-inputs.ts'
import { meantEvents } from './meant-events.ts'
import { ordinalOf, placeInLog } from './place-in-log.ts'
import { refuseUnknown } from './event-filters.ts'
import type { TableCell } from '../question/question.ts'
import { summaryOf } from './event-summary.ts'
import type { Snapshot } from '../question/snapshot.ts'

const shownEvent = z.looseObject({
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
})
type ShownEvent = z.infer<typeof shownEvent>

const correctedText = ({ reads, corrections }: ShownEvent): string =>
  reads === null
    ? ''
    : `  (corrected; it reads ${reads.occurred ?? 'undated'}, ${reads.says}: ${corrections.at(-1)?.reason ?? ''})`

/** Events with what later ones have made of them. */
const shownOf = async (world: Snapshot, shown: readonly RecordedEvent[]): Promise<readonly ShownEvent[]> => {
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

const lineOf = (event: ShownEvent): string =>
  `${String(event.ordinal).padStart(7)}  ` +
  `${(event.occurred ?? '').padEnd(12)} ${event.stream.padEnd(28)} ` +
  `${summaryOf(event as never)}  ` +
  `${event.id}${correctedText(event)}${retractedText(event.retracted)}`

/** A place after which other events follow, as it was told: also after the last of all. */
const placeAfter = async (world: Snapshot, last: ShownEvent | undefined): Promise<string | null> =>
  last === undefined ? null : placeInLog(world, last.ordinal)

export const events = list({
  name: 'events',
  asks: 'The log itself: events in the order in which they were recorded, filtered.',
  words: ['event', 'events'],
  withoutRivals: 'the log lists what every source says, side by side',
  filters: eventFilters,
  item: shownEvent,
  from: { input: afterEventInput, keyOf: ordinalOf },
  find: async (world, asked) => {
    await refuseUnknown(world, asked)
    return meantEvents(world, asked)
  },
  keyOf: ({ ordinal }) => ordinal,
  show: shownOf,
  lines: (event) => [lineOf(event)],
  columns,
  cells: cellsOf,
  formerly: {
    wasWhole: false,
    shape: async ({ items, next }, world) => ({
      events: items,
      more: next !== null,
      next: await placeAfter(world, items.at(-1)),
    }),
  },
})
