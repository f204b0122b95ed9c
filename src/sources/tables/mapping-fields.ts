import { z } from 'zod'
import { clashOf, dateFormat } from './date-format.ts'

export const column = z.string().min(1).describe('The name of a column')
export const id = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'expected lower-case letters, digits and single dashes, such as "tort-allegations"',
  )
export const template = z.string().min(1).describe('Text; {column} stands for the cell of that column')

/** Whose code or name a cell holds. */
export const scheme = z
  .string()
  .min(1)
  .describe(
    'cow, cow-abb, gw, iso3, iso2, iso-num, polity, vdem, name, ' +
      'amnesty, id; cow-igo for organisations; untc for treaties',
  )
export const subject = z.enum(['actor', 'treaty', 'igo', 'norm'])

/** Cells that hold nothing, though something is written in them. */
export const missing = z.array(z.string()).describe('Cells of these columns that hold nothing: ["NA", "-9"]')

export const reference = z.strictObject({
  scheme,
  column,
  missing: missing.optional(),
  year: column
    .optional()
    .describe('The column of the year that the code is read in, where it is not the date of the row'),
  otherwise: z.strictObject({ scheme, column }).optional().describe('Where to look when the first column is empty'),
  subject: subject.optional(),
  recode: z
    .array(
      z.strictObject({
        code: z.string(),
        years: z.tuple([z.int(), z.int()]),
        as: z.string(),
        scheme: scheme.optional().describe('The scheme of `as`, where it is another'),
        why: z.string().min(1),
      }),
    )
    .optional()
    .describe('Codes that this file uses for another state than the scheme does, in these years'),
})
export type ReferenceSpec = z.infer<typeof reference>

export const format = z.string().check(({ value, issues }) => {
  const reader = dateFormat(value)
  if (typeof reader === 'string') issues.push({ code: 'custom', message: reader, input: value })
})

export const formats = z
  .array(format)
  .min(1)
  .check(({ value, issues }) => {
    const clash = clashOf(value)
    if (clash !== undefined)
      issues.push({ code: 'custom', message: `the formats ${clash}. Expected one of the two`, input: value })
  })

/**
 * A date: one column of ISO days (or any EDTF, or the formats that are named), or columns of year, month and day; the
 * precision is that of the filled ones. Of cells that are missing, and parts of a date that are.
 */
export const date = z.union([
  z.strictObject({
    column,
    format: z
      .union([format, formats])
      .optional()
      .describe(
        'How the dates are written, where not in EDTF: D.M.YYYY, D MMM YYYY, YYYYMMDD, excel, …; the first that fits',
      ),
    missing: missing.optional(),
  }),
  z.strictObject({ year: column, month: column.optional(), day: column.optional(), missing: missing.optional() }),
  z.strictObject({ firstYear: column, lastYear: column, missing: missing.optional() }),
])
export type DateSpec = z.infer<typeof date>
