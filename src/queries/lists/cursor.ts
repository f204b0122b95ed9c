import { hash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '../../events/json.ts'
import { parseDay } from '../../time/day.ts'
import type { Key } from './listing.ts'

/** How much of the hash of a log, and of what was asked, a place in a list carries. */
export const digitsOfLog = 16
const digitsOfFilters = 8

/** Where a list goes on: after which entry, of which list, as of which day and as known up to which event. */
export interface Cursor {
  readonly question: string
  /** The beginning of a hash of what the list was asked for. */
  readonly filters: string
  /** The last event that was known to the first page. */
  readonly ordinal: number
  /** The beginning of the hash of the log up to that event. */
  readonly log: string
  readonly asOf: string
  /** The key of the last entry that was shown. */
  readonly key: Key
}

const isDay = (text: string): boolean => {
  try {
    parseDay(text)
    return true
  } catch {
    return false
  }
}

const hexadecimal = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`))

const shape = z.tuple([
  z.string(),
  hexadecimal(digitsOfFilters),
  z.int().min(0),
  hexadecimal(digitsOfLog),
  z.string().refine(isDay),
  z.union([z.string(), z.int()]),
])

/** A place in a list as one text, which says nothing to whoever hands it back. */
export const cursorText = ({ question, filters, ordinal, log, asOf, key }: Cursor): string =>
  Buffer.from(JSON.stringify([question, filters, ordinal, log, asOf, key])).toString('base64url')

/** The place that a text stands for; undefined where it is none. */
export const readCursor = (text: string): Cursor | undefined => {
  if (!/^[\w-]{1,4096}$/.test(text)) return undefined
  try {
    const [question, filters, ordinal, log, asOf, key] = shape.parse(
      JSON.parse(Buffer.from(text, 'base64url').toString('utf8')),
    )
    return { question, filters, ordinal, log, asOf, key }
  } catch {
    return undefined
  }
}

/** What a list was asked for, but for where its page begins and ends, in a few digits. */
export const digestOfFilters = (asked: object): string => {
  const { after: _after, limit: _limit, count: _count, ...filters } = asked as Record<string, unknown>
  const text = canonicalJson(JSON.parse(JSON.stringify(filters)) as Parameters<typeof canonicalJson>[0])
  return hash('sha256', text, 'hex').slice(0, digitsOfFilters)
}
