import { z } from 'zod'
import { readCursor, type Cursor } from './cursor.ts'

/** Where a list begins: at a place that an answer gave; in the list of events also after an event. */
export type Place = Cursor | PlaceInLog

/** After an event of the log, with the beginning of the hash of the log up to it where an answer gave it. */
export interface PlaceInLog {
  readonly event: number
  readonly log?: string | undefined
}

export const isInLog = (place: Place): place is PlaceInLog => 'event' in place

const inLog = /^(\d{1,15})(?:-([0-9a-f]{16}))?$/

const placeIn = (text: string): PlaceInLog | undefined => {
  const [, event, log] = inLog.exec(text) ?? []
  return event === undefined ? undefined : { event: Number(event), ...(log !== undefined && { log }) }
}

const placeInput = <P extends Place>(read: (text: string) => P | undefined, expected: string) =>
  z.coerce
    .string()
    .transform((text, context): P => {
      const place = read(text)
      if (place !== undefined) return place
      context.addIssue({ code: 'custom', message: `"${text}" is no place in this list. Expected ${expected}` })
      return z.NEVER
    })
    .optional()

const asGiven = 'what an earlier answer gave as `next`'

/** Where a list goes on. */
export const afterInput = placeInput(readCursor, asGiven).describe(
  'Only what follows the place that an earlier answer gave as `next`: of the same list, as it was known then',
)

/** Where the list of events goes on. */
export const afterEventInput = placeInput<Place>(
  (text) => placeIn(text) ?? readCursor(text),
  `the ordinal of an event, or ${asGiven}`,
).describe(
  'Only events after this ordinal; or what follows the place that an earlier answer gave as `next`, ' +
    'as it was known then',
)
