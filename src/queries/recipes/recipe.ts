import { z } from 'zod'
import { parseInstant } from '../../time/instant.ts'
import { parseDay } from '../../time/day.ts'
import { readBy, systemInput, yearDayInput, yearInput } from '../question/inputs.ts'
import type { ColumnKind } from './columns/column-kind.ts'
import { extraNames, extrasInWords, type ExtraName } from './columns/extras.ts'
import { lagGiven } from '../network/lag.ts'

/** A word for the reader of a recipe; nothing is made of it. */
export const remark = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .describe('A remark; nothing is made of it')

const textOf = (check: (text: string) => unknown) =>
  readBy((text) => {
    check(text)
    return text
  })

const names = z.array(z.string().min(1)).min(1)
const extrasOf = (known: readonly ExtraName[]) => z.array(z.enum(known as [ExtraName, ...ExtraName[]]))

/** A name that R, Python and SQL take as it is. */
export const columnName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]*$/, 'expected letters, digits and _, the first a letter')
  .max(63)

/** What a recipe says of its table as a whole, whatever its rows are. */
export const recipeShape = {
  $schema: z.string().optional().describe('Where the schema of recipes is, for an editor; nothing is made of it'),
  '//': remark,
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]*$/, 'expected small letters, digits, and . _ -')
    .optional()
    .describe('What the table, and a package of it, is called'),
  title: z.string().min(1).optional(),
  description: z.string().min(1).optional(),
  authors: names.optional().describe('Who made the table: a package of it is cited by them'),
  system: systemInput,
  from: yearInput.describe('First year'),
  to: yearInput.describe('Last year'),
  day: yearDayInput,
  asOf: textOf(parseDay)
    .optional()
    .describe('The day on which names and codes in the recipe mean what they mean (default: the last day of `to`)'),
  asKnownAt: textOf(parseInstant)
    .optional()
    .describe('What the log knew then: an instant, or the end of a day (default: all it knows)'),
  sources: names.optional().describe('Whom to believe, the most trusted first, and nobody else'),
  states: names.optional().describe('Only these states: ids, codes or names'),
  rows: z
    .enum(['anyDay', 'onDay'])
    .default('anyDay')
    .describe('States that were in the system on any day of the year, or on the day that stands for it'),
  require: names.optional().describe('Only rows that have a value in these columns'),
  with: extrasOf(extraNames).default([]).describe(`What stands beside every column that has it: ${extrasInWords}`),
}

/** The fields that every column has, whatever its kind. */
const commonShape = (kind: ColumnKind) => ({
  '//': remark,
  name: columnName.describe('What the column is called'),
  ...(kind.hasOwnLag === true
    ? {}
    : {
        lag: lagGiven
          .optional()
          .describe('Read so long before the day of the row: years (1) or days (90d)')
          .meta({ type: ['integer', 'string'] }),
        lead: z.coerce.number().int().min(1).max(100).optional().describe('Read so many years after it'),
      }),
  ...(kind.extras.length > 0 && {
    with: extrasOf(kind.extras).optional().describe('What stands beside it, in place of what the recipe says for all'),
  }),
})

/** All fields of a column of a kind; `more` are those of its unit. */
export const schemaOfColumn = (kind: ColumnKind, more: z.ZodRawShape = {}) =>
  z.strictObject({ ...commonShape(kind), ...kind.shape, ...more }).describe(kind.says)

export type RecipeHead = z.output<z.ZodObject<typeof recipeShape>>
export type AskedColumn = z.output<z.ZodObject<ReturnType<typeof commonShape>>> & {
  readonly name: string
  readonly lag?: z.output<typeof lagGiven>
  readonly lead?: number
  readonly with?: readonly ExtraName[]
}

/** A column of a recipe, and of which kind it is. */
export interface RecipeColumn {
  readonly kind: ColumnKind
  readonly asked: AskedColumn
}

/** A recipe: its fields, checked. */
export interface Recipe {
  readonly head: RecipeHead & Readonly<Record<string, unknown>>
  readonly columns: readonly RecipeColumn[]
  /** As it was written: what names the table, with all that was meant. */
  readonly written: Readonly<Record<string, unknown>>
}
