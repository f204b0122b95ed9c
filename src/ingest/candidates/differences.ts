import type { NewEvent } from '../../events/envelope.ts'
import { canonicalJson, type Json } from '../../events/json.ts'

const longest = 80

/**
 * In which fields two events differ, each with both values; empty where they say the same. The id, and what the log
 * assigns, say nothing.
 */
export const differences = (was: Partial<NewEvent>, is: Partial<NewEvent>): string => {
  const [before, after] = [said(was), said(is)]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => text(before[field]) !== text(after[field]))
    .map((field) => `${field} is ${shown(before[field])} there, ${shown(after[field])} here`)
    .join('; ')
}

/** What an event says, field by field, those of its payload among them. */
const said = (event: Partial<NewEvent>): Readonly<Record<string, Json>> => {
  const { type, schemaVersion, occurred, effective, sources, confidence, fact, note, data = {} } = event
  const fields = { type, schemaVersion, occurred, effective, sources, confidence, fact, note } as Record<string, Json>
  return {
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    ...Object.fromEntries(Object.entries(data).map(([field, value]) => [`data.${field}`, value])),
  }
}

const text = (value: Json | undefined): string | undefined => (value === undefined ? undefined : canonicalJson(value))

const shown = (value: Json | undefined): string => {
  const written = text(value) ?? 'nothing'
  return written.length > longest ? `${written.slice(0, longest)}…` : written
}
