import { z } from 'zod'
import { badInput } from '../../common/error.ts'
import { formulaIds, formulaOf } from '../../exposure/formulas/index.ts'
import type { Formula } from '../../exposure/formulas/formula.ts'
import { addDays, formatDay, type Day } from '../../time/day.ts'
import { coalesce, segments, type Days } from '../../time/timeline.ts'
import { loadChannel } from '../channels/channel-companies.ts'
import type { ChannelInput } from '../channels/channel.ts'
import { channelInputs, checkChannels, type Asked } from '../channels/channel-inputs.ts'
import { channelIds, formal, hasPartners, type ChannelId, type PartnerChannelId } from '../channels/index.ts'
import { mayBeAloneIn, reasonBy } from '../exposure/exposure-by-channel.ts'
import { parametersOfChannel, parametersOut, type Parameters } from '../exposure/exposure-parameters.ts'
import { exposuresIn, optionsOn } from '../exposure/exposure-value.ts'
import { checkDiscount, formulaInput } from '../exposure/formula-inputs.ts'
import { averagedText } from '../exposure/exposure-text.ts'
import { laggedDay } from '../network/lag.ts'
import { companyInputs } from '../network/network-inputs.ts'
import { exposurePresets } from '../network/presets.ts'
import { dateColumn, doubleColumn, intColumn, stateColumn, textColumn, type Column } from '../question/columns.ts'
import { coverageCells, coverageColumns, coverageOf, coverageOut, coverageText } from '../question/coverage-fields.ts'
import { dayOrYearInput, stateInput, systemInput } from '../question/inputs.ts'
import { question } from '../question/question.ts'
import { clocksText, type Snapshot } from '../question/snapshot.ts'
import { policyText } from '../question/source-policy.ts'
import { stepByStep } from '../question/steps.ts'
import { withSystem } from '../subjects/default-system.ts'
import {
  columnName,
  coverageOfMeasure,
  inWords,
  laggedName,
  markOf,
  whyMissing,
  type Measure,
} from './exposure-columns.ts'
import { turningDays } from './turning-days.ts'

const spanOut = z.object({
  channel: z.enum(channelIds),
  from: z.string().describe('The first day of the stretch'),
  to: z.string().describe('The first day after it'),
  value: z.number().nullable().describe('The exposure on each of these days; null where there is none'),
  min: z.number().nullable().describe('The least that it may be over what is uncertain on these days'),
  max: z.number().nullable().describe('The most that it may be'),
  missing: z.string().nullable().describe('Why there is no value, as `exposure` says it'),
  coverage: z.number().describe('Share of the weight that is observed'),
  degree: z.int().describe('mm, max: organisations or groups that count; other formulas: rated partners'),
  covered: coverageOut,
})
type ExposureSpan = z.output<typeof spanOut>

const seriesAnswer = z.object({
  state: z.string(),
  from: z.string(),
  to: z.string().describe('The first day that was not asked about'),
  formula: z.string(),
  definition: z.string(),
  spans: z
    .array(spanOut)
    .describe('By channel in the order asked for, then in time: nothing of one changes before the next begins'),
  assumptions: z.array(z.string()).describe('What the channels take for granted, each behind its id'),
  parameters: parametersOut,
})

/** The days from a first to a last one. */
const daysAsked = (from: Day, last: Day): Days => {
  if (last < from)
    throw badInput('bad-input', `to is ${formatDay(last)}; expected no day before ${formatDay(from)}.`, { where: 'to' })
  return { from, to: addDays(last, 1) }
}

/** The channels, each with partners. What wears off is another every day, and has no stretches. */
const partnerChannels = (channels: readonly ChannelId[] = [formal]): readonly PartnerChannelId[] =>
  channels.map((id) => {
    if (hasPartners(id)) return id
    throw badInput('bad-input', `the channel ${id} is a stock, which is another every day.`, {
      where: 'channel',
      hint: 'Leave it out, or ask for a panel, which has it for one day of each year.',
    })
  })

const refusePast = ({ ofPast, id }: Formula): void => {
  if (ofPast)
    throw badInput('bad-input', `the formula ${id} looks at many years before each day.`, {
      where: 'formula',
      hint: 'Take a formula of the day, or ask for a panel.',
    })
}

interface Wanted {
  readonly state: string
  readonly formula: Formula
  readonly days: Days
}

/** The stretches of a state's exposure by one channel. */
const spansBy = async (
  world: Snapshot,
  input: ChannelInput & Asked,
  id: PartnerChannelId,
  { state, formula, days }: Wanted,
) => {
  const companies = await loadChannel(world, input, id)
  const coverageIn = await companies.loadCoverage()
  const optionsFor = await optionsOn(world, input, input.system, [formula])
  const turning = await turningDays(world, input, id, days)
  const spans: (Days & { readonly told: Omit<ExposureSpan, 'from' | 'to'> })[] = []
  for await (const { from, to } of stepByStep(world, 'days', segments([...turning, days.to]))) {
    const on = companies.on(laggedDay(from, input.lag), from)
    const whom = { mayBeAlone: mayBeAloneIn(companies, on), only: state }
    const found = exposuresIn(on, formula, optionsFor(on), input, whom)(state)
    const missing = reasonBy(id, found.missing, { companies, state, day: on.day })
    spans.push({ from, to, told: { channel: id, ...found, missing, covered: coverageOf(coverageIn(on)(state)) } })
  }
  const isSame = (a: (typeof spans)[number], b: (typeof spans)[number]): boolean =>
    JSON.stringify(a.told) === JSON.stringify(b.told)
  return {
    assumptions: companies.assumptions.map((one) => `${id}: ${one}`),
    spans: coalesce(spans, isSame).map(({ from, to, told }) => ({ from: formatDay(from), to: formatDay(to), ...told })),
  }
}

const spanText = ({ from, to, value, min, max, missing, coverage, degree, covered }: ExposureSpan): string => {
  const bounds = min === max ? '' : ` (between ${min} and ${max})`
  const known = value === null ? `no value: ${missing}` : `${value}${bounds}`
  const measured = `coverage ${coverage.toFixed(3)} · degree ${degree}`
  return `  ${from} to ${to}  ${known} · ${measured} · ${coverageText(covered)}`
}

/** What names of columns say of the lag: N for any. */
type LagInName = string | number

const measureOf = (formula: string, mark?: Measure['mark']): Measure => ({ formula, channel: undefined, mark })

/** The columns of a series: the exposure by the formula asked for, and what belongs to it. */
const seriesColumns = (exposures: readonly Measure[], measure: Measure, lag: LagInName): readonly Column[] => [
  stateColumn,
  textColumn('channel', 'By which channel; igo where none was asked for'),
  dateColumn('from', 'The first day of the stretch'),
  dateColumn('to', 'The first day after it: the next stretch begins on it'),
  ...exposures.map((one) =>
    doubleColumn(
      columnName(one, lag),
      `The exposure on each of these days. ${inWords(one)}`,
      `There is no value: ${columnName(one, lag, 'missing_')} says why`,
    ),
  ),
  doubleColumn(
    columnName(measure, lag, 'min_'),
    'The least that the value may be over uncertain dates; the value itself where nothing is uncertain',
    'There is no value',
  ),
  doubleColumn(columnName(measure, lag, 'max_'), 'The most that it may be', 'There is no value'),
  textColumn(columnName(measure, lag, 'missing_'), whyMissing(measure), 'There is one'),
  doubleColumn(columnName(measure, lag, 'coverage_'), coverageOfMeasure(measure)),
  intColumn(
    columnName(measure, lag, 'degree_'),
    'What was averaged, or compared. mm, max: organisations or groups; others: rated partners',
  ),
  ...coverageColumns.map((column) => ({ ...column, name: laggedName(column.name, lag) })),
]

const cellsOf = (state: string, span: ExposureSpan) => [
  state,
  span.channel,
  span.from,
  span.to,
  span.value,
  span.min,
  span.max,
  span.missing,
  span.coverage,
  span.degree,
  ...coverageCells(span.covered),
]

export const seriesExposure = question({
  name: 'series exposure',
  asks:
    "A state's exposure over time, a row for each stretch of days on which nothing of it changes: " +
    'who joined, left, adopted or was rated anew ends one. A description, not an effect.',
  takesLong: true,
  positional: ['state'],
  sources: 'parameter',
  input: z.object({
    state: stateInput,
    from: dayOrYearInput('first').describe('The first day, or a year whose first day is meant'),
    to: dayOrYearInput('last').describe('The last day, or a year whose last day is meant'),
    formula: formulaInput,
    system: systemInput,
    ...companyInputs,
    ...channelInputs,
  }),
  output: seriesAnswer,
  presets: exposurePresets,
  settle: withSystem,
  answer: async (world, asked) => {
    const [formula, channels] = [formulaOf(asked.formula), partnerChannels(asked.channel)]
    checkChannels(asked)
    const days = daysAsked(asked.from, asked.to)
    refusePast(formula)
    checkDiscount([formula], asked.discount)
    const state = world.names.require('state', asked.state, { day: days.from })
    const input = { ...asked, system: (await withSystem(world, asked)).system }
    const found: Awaited<ReturnType<typeof spansBy>>[] = []
    for (const id of channels) found.push(await spansBy(world, input, id, { state, formula, days }))
    const parameters = channels.map((id) => parametersOfChannel(id, input, input.system))
    return {
      state,
      from: formatDay(days.from),
      to: formatDay(days.to),
      formula: formula.id,
      definition: formula.definition,
      spans: found.flatMap(({ spans }) => spans),
      assumptions: found.flatMap(({ assumptions }) => assumptions),
      parameters: {
        formula: formula.id,
        ...(Object.assign({}, ...parameters) as Parameters),
        ...(formula.ofSystem && { system: input.system }),
        channel: channels.join(','),
      },
    }
  },
  text: (answer) => {
    const { parameters, spans } = answer
    const channels = [...new Set(spans.map(({ channel }) => channel))]
    return [
      `${answer.state} · ${answer.formula.toUpperCase()} of ` +
        `${averagedText(parameters, 'each day')} · ` +
        `from ${answer.from} until ${answer.to}, lag ${parameters['lag']} · ` +
        `${clocksText(answer)}${policyText({ sources: String(parameters['sources']) })}`,
      `  ${answer.definition}`,
      ...channels.flatMap((channel) => [
        `${channel}`,
        ...spans.filter((span) => span.channel === channel).map(spanText),
      ]),
      ...answer.assumptions.map((one) => `  assumed: ${one}`),
    ].join('\n')
  },
  table: {
    columns: seriesColumns(
      formulaIds.filter((id) => !formulaOf(id).ofPast).map((id) => measureOf(id)),
      measureOf('<formula>'),
      'N',
    ),
    note:
      'Columns whose names end in _lagN are read a lag before the stretch; N is the lag (1, 90d), and where it is 0 ' +
      'the ending is left out: mm_lag1, mm. Only the formula asked for has a column, and <formula> is that one.',
    columnsOf: ({ formula, parameters }) => {
      const measure = measureOf(formula, markOf(parameters))
      return seriesColumns([measure], measure, parameters['lag'] as LagInName)
    },
    rows: (answer) => answer.spans.map((span) => cellsOf(answer.state, span)),
  },
})
