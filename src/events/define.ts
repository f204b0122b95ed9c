import { z } from 'zod'
import { messageOf } from '../common/error.ts'
import { parseDate } from '../time/edtf.ts'
import type { JsonObject } from './json.ts'

/** An older payload in the words of the next version. */
export type Upcast = (data: JsonObject) => JsonObject

/** What one event type means: the schema of its newest payload, and how each older one becomes the next. */
export interface EventDefinition {
  readonly type: string
  /** In which streams it may stand: the first word of the stream's name. */
  readonly family: string | readonly string[]
  readonly version: number
  /** Definitions have no date of their own; everything else says when it was done. */
  readonly dated: boolean
  /** The law foresees it for the future: a due date, a sunset. May lie after the recording. */
  readonly scheduled: boolean
  readonly means: string
  readonly data: z.ZodType<JsonObject>
  /** `upcasts[0]` turns version 1 into 2, and so on. */
  readonly upcasts: readonly Upcast[]
}

type Shape = z.ZodRawShape

/** One event type of a family; later versions name their number and how the older payloads become them. */
export const event = <S extends Shape>(
  family: string | readonly string[],
  type: string,
  means: string,
  shape: S,
  more: { dated?: boolean; scheduled?: boolean; upcasts?: readonly Upcast[] } = {},
): EventDefinition => ({
  type,
  family,
  means,
  version: 1 + (more.upcasts?.length ?? 0),
  dated: more.dated ?? true,
  scheduled: more.scheduled ?? false,
  data: z.strictObject(shape) as unknown as z.ZodType<JsonObject>,
  upcasts: more.upcasts ?? [],
})

/** The id of an actor; `normtrail append` also takes any name or code that the log knows. */
export const actor = z
  .string()
  .regex(/^[a-z0-9]+$/)
  .describe('An actor: id, or any name or code that the log knows')
export const treatyId = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .describe('A treaty')
export const igoId = z
  .string()
  .regex(/^[a-z0-9_-]+$/)
  .describe('An organisation')
export const normId = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .describe('A norm')
export const year = z.int().min(1).max(9999)
/** What is wrong with a date, in words; undefined where it can be read. */
const wrongWith = (text: string): string | undefined => {
  try {
    parseDate(text)
    return undefined
  } catch (cause) {
    return messageOf(cause)
  }
}
export const edtf = z
  .string()
  .check(({ value, issues }) => {
    const message = wrongWith(value)
    if (message !== undefined) issues.push({ code: 'custom', message, input: value })
  })
  .describe('A date (EDTF)')
export const text = z.string().min(1)
/** Every end says which day it names: the last day in, or the first day out. */
export const endNames = z.enum(['lastDayIn', 'firstDayOut']).describe('Which day the date of an end names')
