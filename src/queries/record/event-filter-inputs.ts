import { z } from 'zod'
import { parseInstant, type Instant } from '../../time/instant.ts'
import { dayOrYearInput, readBy } from '../question/inputs.ts'

/** A moment of recording; a day stands for its first moment. */
const fromMoment = readBy((text): Instant => {
  const end = parseInstant(text)
  return text.length === 'YYYY-MM-DD'.length ? (`${text}T00:00:00.000000Z` as Instant) : end
})

/** The same; a day stands for its last moment. */
const toMoment = readBy(parseInstant)

const who = 'id, code or name'

/** Which events are meant: all, where nothing is said. */
export const eventFilters = z.object({
  stream: z
    .string()
    .optional()
    .describe('Only this stream, or those that begin with it where it ends in *: treaty-cat, igo-*'),
  type: z.string().optional().describe('Only this event type'),
  actor: z.string().optional().describe(`Only events of this state or other actor: ${who}`),
  state: z.string().optional().describe('The same as `actor`'),
  norm: z
    .string()
    .optional()
    .describe(`Only events that name this norm (${who}), of its own stream, and of the treaties that carry it`),
  id: z.string().optional().describe('Only the event with this id'),
  occurredFrom: dayOrYearInput('first')
    .optional()
    .describe('Only what was done, or may have been, on this day or later (a year: its first day), as it is recorded'),
  occurredTo: dayOrYearInput('last')
    .optional()
    .describe('Only what was done, or may have been, by this day (a year: its last day), as it is recorded'),
  recordedFrom: fromMoment
    .optional()
    .describe('Only what was recorded at this moment or later: an instant, or the beginning of a day'),
  recordedTo: toMoment.optional().describe('Only what was recorded by this moment: an instant, or the end of a day'),
})

export type EventFilters = z.output<typeof eventFilters>
