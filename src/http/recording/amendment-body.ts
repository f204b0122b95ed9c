import { z } from 'zod'
import type { JsonObject } from '../../events/json.ts'
import { sourceKinds } from '../../events/source.ts'
import { shapeFaults } from '../../events/shape-faults.ts'
import type { Amendment, Changes } from '../../ingest/append/correct.ts'
import { readJson } from '../../text/strict-json.ts'
import { bodyRefused } from './pointer.ts'

const words = z.string().trim().min(1)

const amendment = {
  target: z.uuid().describe('The id of the event'),
  reason: words.describe('What was wrong; it is recorded'),
  source: words.describe('Who says so: a citation, or the id of a registered source'),
  sourceKind: z.enum(sourceKinds).default('scholarly').describe('What kind of source a citation is'),
}

export const retractionBody = z.strictObject(amendment)

export const correctionBody = z.strictObject({
  ...amendment,
  changes: z
    .strictObject({
      type: z.string().min(1).optional().describe('What it was: TreatyAcceded, …'),
      occurred: z.string().min(1).optional().describe('When it was done (EDTF)'),
      effective: z.string().min(1).optional().describe('When it took effect, where a source states it (EDTF)'),
      data: z.record(z.string(), z.json()).optional().describe('Its whole payload'),
      set: z
        .record(z.string().regex(/^[^=]+$/), z.json())
        .optional()
        .describe('Fields of its payload, by name; null takes a field out'),
    })
    .refine((changes) => Object.values(changes).some((change) => change !== undefined), 'a field that reads otherwise')
    .describe('What should read otherwise'),
})

export const acceptanceBody = z.strictObject({ because: words.optional().describe('Why; it is recorded') })
export const rejectionBody = z.strictObject({ because: words.describe('Why; it is recorded') })

/** A body by its schema. An empty one is an object without fields. Throws `bad-body`: each fault at its place. */
export const bodyBy = <S extends z.ZodType>(schema: S, text: string): z.output<S> => {
  const read = readJson(text.trim() === '' ? '{}' : text)
  if ('faults' in read) throw bodyRefused(read.faults)
  const faults = shapeFaults(schema, read.value, '')
  if (faults.length > 0) throw bodyRefused(faults)
  return schema.parse(read.value)
}

export const amendmentOf = (
  { target, reason, source, sourceKind }: z.output<typeof retractionBody>,
  expectedRevision: number | undefined,
): Amendment => ({ target, reason, source, sourceKind, expectedRevision })

/** What a correction changes: each value as it is in the body. */
export const changesOf = ({ changes }: z.output<typeof correctionBody>): Changes => {
  const { data, set, ...plain } = changes
  return {
    ...plain,
    ...(data !== undefined && { data: data as JsonObject }),
    ...(set !== undefined && { fields: set as JsonObject }),
  }
}
