import { z } from 'zod'
import { edtf } from '../../events/define.ts'
import { column, date, id, reference } from './mapping-fields.ts'

const range = z.tuple([z.number(), z.number()]).describe('The lowest and the highest value that the source gives')
const describes = edtf
  .optional()
  .describe('The days that the table describes, where it tells no other: what held before and after is assumed')

const tie = z.strictObject({
  relation: id.describe('What ties them, as this source defines it'),
  directed: z.boolean().default(false).describe('Whether it leads from the actor to the other'),
  when: z
    .strictObject({ column, is: z.array(z.string()).min(1) })
    .optional()
    .describe('The cells of a column that say that there is a tie; without it every row tells one'),
  type: z
    .union([
      z.strictObject({ constant: z.string().min(1) }),
      z.strictObject({
        column,
        codes: z.record(z.string(), z.string().min(1).nullable()).describe('null: no tie'),
      }),
    ])
    .optional()
    .describe('The class of the tie'),
  value: z.strictObject({ column, range: range.optional() }).optional().describe('An empty cell: no tie is told'),
  from: date.optional(),
  through: date.optional(),
})
export type TieSpec = z.infer<typeof tie>

/** One row per pair: one tie, or several of different relations, types or times. */
export const ties = z
  .strictObject({
    kind: z.literal('ties'),
    actor: reference.describe('The actor that is named first; of directed ties the one that they lead from'),
    other: reference,
    from: date.optional().describe('The first day, where the ties do not say their own'),
    through: date.optional().describe('The last day. Without a column the ties go on as far as the table reaches'),
    openEnd: z
      .array(z.string())
      .default([])
      .describe('Cells of the end (of its year, where it has parts) that mean that the tie goes on: [""], ["NA"]'),
    lastDay: z.iso.date().optional().describe('The last day of the data: a tie that ends on it goes on'),
    describes,
    label: column.optional().describe('What tells two ties of one pair apart, such as the number of a pact'),
    ties: z.array(tie).min(1),
  })
  .refine(
    (rows) => rows.ties.every((each) => (rows.describes === undefined) !== ((each.from ?? rows.from) === undefined)),
    'expected either "from", of all ties or of each, or "describes"',
  )
export type Ties = z.infer<typeof ties>

const figure = z
  .strictObject({
    id: id.describe('What it is called, as this source defines it'),
    column: column.optional(),
    words: z.array(column).min(1).optional().describe('Columns whose words together are the value: official languages'),
    range: range.optional(),
    missing: z
      .record(z.string(), z.string().min(1))
      .default({})
      .describe('Cells that are no value, and why: { "-9": "missing" }; an empty cell says nothing'),
  })
  .refine((it) => (it.column === undefined) !== (it.words === undefined), 'expected either "column" or "words"')
export type Figure = z.infer<typeof figure>

/** One row per actor or organisation and year, or one per actor or organisation. */
export const attributes = z
  .strictObject({
    kind: z.literal('attributes'),
    of: z.enum(['state', 'igo']).default('state'),
    entity: reference.describe('Whose it is'),
    year: column.optional(),
    describes,
    attributes: z.array(figure).min(1),
  })
  .refine(
    ({ year, describes: time }) => (year === undefined) !== (time === undefined),
    'expected "year" or "describes"',
  )
export type AttributeRows = z.infer<typeof attributes>
