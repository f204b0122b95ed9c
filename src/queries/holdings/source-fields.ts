import { z } from 'zod'
import { redistributable, sourceKind } from '../../events/source.ts'
import type { Citing } from './events-by-source.ts'
import type { RegisteredSource } from './registered-sources.ts'

/** What is said of a registered source. */
export const sourceOut = z.object({
  source: z.string().describe('Its id'),
  series: z.string().nullable().describe('The publication that is revised from release to release'),
  version: z.string().nullable().describe('The release'),
  kind: sourceKind.describe('Who speaks'),
  published: z.string().nullable().describe('When it was published (EDTF)'),
  retrieved: z.string().nullable().describe('When it was read (EDTF)'),
  licence: z.string().nullable().describe('On which terms it is to be had; null where nobody has said it'),
  redistributable: redistributable.describe('Whether it may be passed on as it came'),
  url: z.string().nullable(),
  citation: z.string(),
  events: z.int().describe('How many events cite it'),
})
export type SourceOut = z.infer<typeof sourceOut>

export const sourceAsShown = (one: RegisteredSource, citing: Citing): SourceOut => ({
  source: one.id,
  series: one.series ?? null,
  version: one.version ?? null,
  kind: one.kind,
  published: one.published ?? null,
  retrieved: one.retrieved ?? null,
  licence: one.licence ?? null,
  redistributable: one.redistributable,
  url: one.url ?? null,
  citation: one.citation,
  events: citing.registered.get(one.id) ?? 0,
})
