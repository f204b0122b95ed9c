import { z } from 'zod'
import { closest } from '../../common/closest.ts'
import { coverageClass } from '../../events/coverage.ts'
import { catalogue } from '../../events/registry.ts'
import { systems } from '../../events/state-system.ts'
import { directions, redistributable, sourceKind } from '../../events/source.ts'
import { encodingHint, isEncoding } from '../../text/encodings.ts'
import { skipReasons, type SkipReason } from '../importer/draft.ts'

import { column, date, id, missing, reference, template } from './mapping-fields.ts'
import { attributes, ties } from './mapping-ties.ts'

export type { DateSpec, ReferenceSpec } from './mapping-fields.ts'

/**
 * What the columns of a table mean, as data: the generic importer (`table.ts`) does the rest.
 * A user writes the same as JSON and imports with `normtrail import table --mapping my.json file.csv`.
 */
const missingCodes = z
  .record(z.string(), z.string().min(1))
  .describe('Cells that are no value, and why: { "-999": "missing", "": "not-rated" }')
const range = z.tuple([z.number(), z.number()]).describe('The lowest and the highest value that the rater gives')
const direction = z.enum(directions)

const indicator = z
  .strictObject({
    id: id.describe('The name of the indicator in streams and questions'),
    column: column.optional(),
    sum: z
      .array(column)
      .min(2)
      .optional()
      .describe(
        'Derived: the sum of these columns where all are rated; they ' +
          'share range and missing codes of their own indicators',
      ),
    rater: id.optional().describe('Where it is not the rater of the mapping'),
    range: range.optional(),
    integer: z.boolean().optional(),
    direction: direction.optional(),
    missing: missingCodes.optional(),
    reason: z
      .strictObject({ column, codes: missingCodes })
      .optional()
      .describe('A second column that says why the value is missing'),
    sd: column.optional().describe('The standard deviation of the value, for scores that are estimates'),
    years: z
      .tuple([z.int(), z.int()])
      .optional()
      .describe('The years that the rater coded: an empty cell outside them says nothing'),
  })
  .refine((it) => (it.column === undefined) !== (it.sum === undefined), 'expected either "column" or "sum"')
export type Indicator = z.infer<typeof indicator>

/** One row per state and year, one indicator or several: scores, and missing scores with their reason. */
const scores = z.strictObject({
  kind: z.literal('scores'),
  rater: id,
  actor: reference,
  year: column,
  direction: direction.describe('What a higher value means; the values themselves are never turned around'),
  range: range.optional(),
  missing: missingCodes.default({ '': 'not-rated' }),
  emptyRow: z
    .enum(['missing', 'skip'])
    .default('missing')
    .describe('A row without any value or code: unrated, or, in a table filled up to all years, nothing'),
  indicators: z.array(indicator).min(1),
  published: date
    .optional()
    .describe('When the scores of a row were published, where rows came out on days of their own'),
  prefer: z
    .array(z.strictObject({ column, equals: z.string(), weight: z.number() }))
    .default([])
    .describe('Rows that stand where two are about the same state and year'),
})
export type Scores = z.infer<typeof scores>

/** One row per spell of a state in a state system. */
const spells = z
  .strictObject({
    kind: z.literal('spells'),
    system: z.enum(systems),
    actor: reference,
    start: date,
    end: date,
    endNames: z.enum(['lastDayIn', 'firstDayOut']).default('lastDayIn'),
    lastDay: z.iso.date().optional().describe('The last day of the data: a spell that ends on it goes on'),
    openEnd: z
      .array(z.string())
      .default([])
      .describe('Cells of the end (of its year, where it has parts) that mean that the spell goes on: [""], ["NA"]'),
    lineBreaks: z
      .record(z.string(), z.array(z.strictObject({ on: z.iso.date(), why: z.string().min(1) })))
      .default({})
      .describe('Codes that mean another actor from a day on: the spell ends for the one and begins for the other'),
  })
  .refine(
    ({ lastDay, openEnd }) => lastDay !== undefined || openEnd.length > 0,
    'expected "lastDay", or "openEnd": which spells go on?',
  )
export type Spells = z.infer<typeof spells>

const eventType = z.string().refine((type) => catalogue.has(type), {
  error: ({ input }) =>
    `"${String(input)}" is no event type that normtrail knows. Closest: ` +
    `${closest(String(input), catalogue.keys()).join(', ') || 'none'}`,
})
const value = z.union([
  z.strictObject({ constant: z.json() }),
  z.strictObject({
    column,
    as: z.enum(['text', 'number', 'integer']).default('text'),
    range: range.optional(),
    codes: z.record(z.string(), z.json()).optional().describe('What the cells mean; any other cell is an error'),
    optional: z.boolean().default(false).describe('An empty cell leaves the field out'),
    missing: missing.optional(),
  }),
])
export type ValueSpec = z.infer<typeof value>

/** An event of a row: any type, its fields from columns or constants. */
const eventOfARow = {
  type: z.union([
    eventType,
    z.strictObject({
      column,
      codes: z.record(z.string(), eventType.nullable()).describe('null: no act, the row is skipped'),
    }),
  ]),
  stream: z.array(z.union([z.string().min(1), reference])).min(2),
  occurred: date.optional(),
  effective: date.optional(),
  fact: template,
  locator: template,
  references: z.record(z.string(), reference).default({}),
  data: z.record(z.string(), value).default({}),
}
/** One row, one event. */
const events = z.strictObject({ kind: z.literal('events'), ...eventOfARow })
/** One row, several events: a table with a column for each date. */
const wide = z.strictObject({ kind: z.literal('wide'), events: z.array(z.strictObject(eventOfARow)).min(1) })
export type Events = z.infer<(typeof wide)['shape']['events']['element']>

const release = z.strictObject({
  citation: z.string().min(1),
  series: id,
  version: z.string().min(1),
  kind: sourceKind.default('dataset'),
  published: z.string().min(4).optional(),
  retrieved: z.string().min(4).optional(),
  url: z.string().min(1).optional(),
  licence: z.string().min(1).optional().describe('On which terms the table is to be had'),
  redistributable: redistributable.optional().describe('Whether it may be passed on as it came'),
})
const about = z.strictObject({
  download: z.string().min(1).describe('Where the file is to be had'),
  covers: z.string().min(1).describe('Whom and which years it speaks of'),
})

const complete = z.strictObject({
  classes: z.array(coverageClass).min(1).describe('Classes of acts: whoever is not in the table did none of them'),
  actors: z
    .enum(['existing', 'all', 'named'])
    .default('existing')
    .describe('Of whom that is said: who exists on the last day; also who ended before; who is in the table'),
  from: z.iso.date().optional().describe('The first day of which the table holds all. Absent: from the beginning'),
  through: z.iso.date().describe('The last day of which the table holds all'),
  system: z.enum(systems).optional().describe('Of each actor only the days on which it was in this state system'),
  static: z.boolean().optional().describe('Whether what it says of these days is taken to have held before and after'),
})

export const mapping = z.strictObject({
  name: id,
  reads: z.string().min(1),
  order: z.int().default(50),
  header: z
    .array(column)
    .default([])
    .describe('Columns that tell this format from others, beside those that the mapping reads'),
  edition: z
    .strictObject({ column, is: z.string() })
    .optional()
    .describe('What the cells of a column say in this release, where others have the same columns'),
  release,
  about: about.optional().describe('Where a reader finds the table, and what it covers'),
  encoding: z
    .string()
    .refine(isEncoding, {
      error: ({ input }) => `"${String(input)}" is no encoding that is read. ${encodingHint(String(input))}`,
    })
    .optional()
    .describe('What the file is written in, such as windows-1252; without it UTF-8, or what a byte order mark says'),
  orElse: z
    .string()
    .refine(isEncoding)
    .optional()
    .describe('What the file is written in where it is not UTF-8, of a table that is about in both'),
  separator: z
    .string()
    .length(1)
    .optional()
    .describe('What sets the columns apart; without it, what the first lines show: , ; a tab or |'),
  vanished: z
    .enum(['retract', 'anomaly', 'ignore'])
    .default('retract')
    .describe('What a row means that an earlier release held and this one does not'),
  missing: missing.default([]).describe('Cells that hold nothing wherever they stand, unless a column says its own'),
  complete: complete
    .optional()
    .describe('What the table holds in full of the treaties, organisations or raters that it names. Absent: nothing'),
  unmatched: z.enum(['stop', 'skip']).default('stop'),
  outsideDays: z
    .enum(['stop', 'skip', 'take'])
    .default('skip')
    .describe('What becomes of a code that is read on days on which it meant nobody'),
  skip: z
    .array(
      z.strictObject({
        when: z.record(z.string(), z.string()).describe('Column and cell: all must hold'),
        as: z.enum(Object.keys(skipReasons) as [SkipReason, ...SkipReason[]]),
        detail: z.string().min(1).optional(),
      }),
    )
    .default([]),
  rows: z.discriminatedUnion('kind', [scores, spells, events, wide, ties, attributes]),
})
export type Mapping = z.infer<typeof mapping>
/** What a row of a table says once, in one of these ways. */
export type Part = Exclude<Mapping['rows'], { readonly kind: 'wide' }>
export type { AttributeRows, Figure, Ties, TieSpec } from './mapping-ties.ts'
export type MappingInput = z.input<typeof mapping>
