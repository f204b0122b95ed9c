import { z } from 'zod'

/** Who speaks, in falling order of the default trust: see `defaultPolicy`. */
export const sourceKinds = ['depositary', 'organisation', 'scholarly', 'dataset', 'press'] as const
export const sourceKind = z.enum(sourceKinds)
export type SourceKind = z.infer<typeof sourceKind>

/** Whether a source may be passed on as it came: said by its publisher, refused, or said nowhere. */
export const redistributables = ['yes', 'no', 'unknown'] as const
export const redistributable = z.enum(redistributables)
export type Redistributable = z.infer<typeof redistributable>

/** A source as it is cited in full. */
export const citedSource = z.strictObject({
  citation: z.string().min(1).describe('What a reader can look up: title, body, symbol, date'),
  locator: z.string().min(1).optional().describe('Where in the source: article, page, table, row'),
  kind: sourceKind.describe('Who speaks'),
  series: z
    .string()
    .min(1)
    .optional()
    .describe('The publication that is revised from release to release, such as `cow-igo`'),
  version: z.string().min(1).optional().describe('The release, such as 3.0'),
  published: z.string().min(4).optional().describe('When the source was published (EDTF)'),
  retrieved: z.string().min(4).optional().describe('When it was read (EDTF)'),
  url: z.string().min(1).optional(),
  licence: z
    .string()
    .min(1)
    .optional()
    .describe('On which terms it is to be had: CC BY 4.0, or in the words of its publisher'),
  redistributable: redistributable
    .optional()
    .describe('Whether it may be passed on as it came; unknown where it is left out'),
})
export type CitedSource = z.infer<typeof citedSource>

export const directions = ['higher-is-better', 'higher-is-worse'] as const
/** What the values of an indicator mean; they are never turned around. */
export const scale = z.strictObject({
  direction: z.enum(directions).describe('What a higher value means'),
  lowest: z.number().optional(),
  highest: z.number().optional(),
})
export type Scale = z.infer<typeof scale>

/** A source that a `SourceRegistered` event describes once, and many events point into. */
const registeredSource = z.strictObject({
  ref: z.string().min(1).describe('The id of a registered source, such as `cow-igo-3.0`'),
  locator: z.string().min(1).optional().describe('Where in the source: row, column'),
  kind: sourceKind.optional().describe('Filled in when the event is recorded, from the registered source'),
  series: z.string().min(1).optional().describe('Filled in when the event is recorded, from the registered source'),
})

/** The series of what comes with normtrail. */
export const bundledSeries = 'normtrail-bundled'

export const source = z.union([registeredSource, citedSource])
export type Source = z.infer<typeof source>
