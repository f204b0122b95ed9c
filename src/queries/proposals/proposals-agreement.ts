import { z } from 'zod'
import { intervalAlpha, nominalAlpha, type Reliability } from '../../agreement/krippendorff-alpha.ts'
import { counted } from '../question/output-fields.ts'
import { codedUnits, fieldsOfCoding, valueNumber, valueText, type CodedUnit } from './coded-units.ts'
import { doubleColumn, intColumn, textColumn } from '../question/columns.ts'
import { loadProposals } from './load-proposals.ts'
import { codingFilters, filtered } from './proposal-inputs.ts'
import { question } from '../question/question.ts'
import { clocksText } from '../question/snapshot.ts'

const row = z.object({
  field: z.string().describe('type, occurred, effective, or a field of the payload: data.kind'),
  metric: z
    .enum(['nominal', 'interval'])
    .describe('Equal or not; or how far apart, in days or in the unit of the number'),
  units: z.int().describe('Facts of which two coders or more state the field'),
  values: z.int().describe('What they state of these, in all'),
  raw: z.number().nullable().describe('Share of equal pairs, 0 to 1; null where no two coders state it'),
  alpha: z.number().nullable().describe("Krippendorff's alpha; null where it is undefined"),
  missing: z
    .enum(['no-pairs', 'no-variation'])
    .nullable()
    .describe(
      'Why alpha is undefined: no two coders state it; all state the ' +
        'same value, so that nothing tells agreement from habit',
    ),
})

const method =
  "Krippendorff's alpha, and the share of equal pairs: Klaus Krippendorff, " +
  "Computing Krippendorff's Alpha-Reliability, University of Pennsylvania, 2011"

/** The values of a field, unit by unit, as far as two coders could have them. */
const valuesOf = (units: readonly CodedUnit[], field: string) =>
  units.map(({ codings }) =>
    [...codings.values()].flatMap((coding) => {
      const value = fieldsOfCoding(coding).get(field)
      return value === undefined ? [] : [value]
    }),
  )

/** The rows of a field: nominal, and for days and numbers also by distance. */
const rowsOfField = (units: readonly CodedUnit[], field: string): readonly z.infer<typeof row>[] => {
  const values = valuesOf(units, field)
  const numbers = values.map((list) => list.flatMap((value) => valueNumber(field, value) ?? []))
  const nominal = rowOf(field, 'nominal', nominalAlpha(values.map((list) => list.map(valueText))))
  const isNumeric = numbers.some((list) => list.length > 0)
  return isNumeric ? [nominal, rowOf(field, 'interval', intervalAlpha(numbers))] : [nominal]
}

const rowOf = (field: string, metric: 'nominal' | 'interval', reliability: Reliability): z.infer<typeof row> => ({
  field,
  metric,
  ...reliability,
})

const decimals = (value: number | null): string => (value === null ? '–' : value.toFixed(3))

export const proposalsAgreement = question({
  name: 'proposals agreement',
  asks: "How far coders who worked apart agree, field by field: the share of equal pairs, and Krippendorff's alpha.",
  takesLong: true,
  positional: [],
  sources: { withoutRivals: 'what coders say is held against what other coders say, and nobody else' },
  input: z.object(codingFilters),
  output: z.object({
    method: z.string().describe('What is computed, and where it is defined'),
    coders: z.array(z.string()),
    coded: z.object({
      units: z.int().describe('Facts that somebody coded'),
      byTwoOrMore: z.int(),
      byOne: z.int().describe('Facts that one coder alone coded: they have no pair, and leave every number'),
    }),
    rows: z.array(row),
  }),
  answer: async (world, input) => {
    const units = codedUnits(filtered(world, await loadProposals(world), input), input.coders)
    const shared = units.filter(({ codings }) => codings.size > 1)
    const fields = new Set(
      shared.flatMap(({ codings }) => [...codings.values()].flatMap((one) => [...fieldsOfCoding(one).keys()])),
    )
    return {
      method,
      coders: [...new Set(units.flatMap(({ codings }) => [...codings.keys()]))].toSorted(),
      coded: { units: units.length, byTwoOrMore: shared.length, byOne: units.length - shared.length },
      rows: [...fields].flatMap((field) => rowsOfField(shared, field)),
    }
  },
  text: (found) =>
    [
      `${counted(found.coded.units, 'fact')} coded by ` +
        `${found.coders.join(', ') || 'nobody'}, ${found.coded.byTwoOrMore} of them by two or ` +
        `more ${clocksText(found)}`,
      ...found.rows.map(
        (one) =>
          `  ${one.field.padEnd(20)} ${one.metric.padEnd(8)}  alpha ` +
          `${decimals(one.alpha)}${one.missing === null ? '' : ` (${one.missing})`}  raw ` +
          `${decimals(one.raw)}  ${counted(one.units, 'unit')}, ` +
          `${counted(one.values, 'value')}`,
      ),
      found.method,
    ].join('\n'),
  table: {
    columns: [
      textColumn('field', 'type, occurred, effective, or a field of the payload: data.kind'),
      textColumn('metric', 'nominal: equal or not; interval: how far apart, in days or in the unit of the number'),
      intColumn('units', 'Facts of which two coders or more state the field'),
      intColumn('values', 'What they state of these, in all'),
      doubleColumn('raw', 'Share of equal pairs, 0 to 1', 'No two coders state it'),
      doubleColumn('alpha', "Krippendorff's alpha", 'It is undefined'),
      textColumn('missing', 'Why alpha is undefined: no-pairs or no-variation', 'It is defined'),
    ],
    rows: (found) =>
      found.rows.map((one) => [one.field, one.metric, one.units, one.values, one.raw, one.alpha, one.missing]),
  },
})
