import { z } from 'zod'

/** How much of the events behind an exposure an answer tells. */
export const evidenceInput = z
  .enum(['none', 'ids', 'full'])
  .optional()
  .describe(
    'How much of the events behind the value: full (also where it is left out) tells each, ids leaves `evidence` ' +
      'empty and keeps their ids in `decidedBy`, none empties these, too. The numbers are the same',
  )
export type EvidenceWanted = z.output<typeof evidenceInput>

/** The same, where nothing says by which events it was decided: every `decidedBy` is empty, however deep. */
export const withoutEventIds = <Told>(told: Told): Told => without(told) as Told

const without = (told: unknown): unknown => {
  if (Array.isArray(told)) return told.map(without)
  if (typeof told !== 'object' || told === null) return told
  return Object.fromEntries(
    Object.entries(told).map(([name, value]) => [name, name === 'decidedBy' ? [] : without(value)]),
  )
}
