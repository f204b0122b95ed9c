import { z } from 'zod'
import { formulaOf } from '../../exposure/formulas/index.ts'
import type { Formula } from '../../exposure/formulas/formula.ts'
import { groupBy } from '../../common/group-by.ts'
import { yearOf, type Day } from '../../time/day.ts'
import { laggedDay, lagText, type Years } from '../network/lag.ts'
import { loadChannel, type ChannelCompanies } from '../channels/channel-companies.ts'
import type { ChannelInput, LoadedStock } from '../channels/channel.ts'
import { channelInputs, checkChannels, type Asked } from '../channels/channel-inputs.ts'
import {
  formal,
  isStock,
  stockChannelOf,
  type ChannelId,
  type PartnerChannelId,
  type StockChannelId,
} from '../channels/index.ts'
import type { Scoring } from '../network/scoring.ts'
import type { CompanyOn } from '../network/company-on.ts'
import { checkDiscount, formulasInput } from '../exposure/formula-inputs.ts'
import { exposurePresets } from '../network/presets.ts'
import { unpublishedIn, type Unpublished } from '../network/unpublished.ts'
import { companyInputs, type NetworkInput } from '../network/network-inputs.ts'
import { coverageCells, coverageOf, type CoverageOut } from '../question/coverage-fields.ts'
import { correlationOut, correlationsOf } from './correlations.ts'
import { anyExposureColumns, exposureColumns, markOf, measureColumns, measuresOf } from './exposure-columns.ts'
import { mayBeAloneIn, reasonBy } from '../exposure/exposure-by-channel.ts'
import { exposuresIn, optionsOn, type ExposureValue } from '../exposure/exposure-value.ts'
import { parametersOfChannel, type Parameters } from '../exposure/exposure-parameters.ts'
import { fromInput, systemInput, toInput, yearDayInput } from '../question/inputs.ts'
import { withSystem } from '../subjects/default-system.ts'
import {
  dayInYear,
  panelCells,
  statesInput,
  statesNamed,
  stateYears,
  yearCodesInput,
  yearsDone,
  type StateYear,
} from './state-years.ts'
import { panelAnswer, panelText } from './panel-status.ts'
import { question } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { stepByStep } from '../question/steps.ts'

interface PartnersOfPanel {
  readonly id: PartnerChannelId
  readonly companies: ChannelCompanies
  readonly coverageIn: Awaited<ReturnType<ChannelCompanies['loadCoverage']>>
}
interface StockOfPanel {
  readonly id: StockChannelId
  readonly stock: LoadedStock
}
type ChannelOfPanel = PartnersOfPanel | StockOfPanel

const ofPartners = (channel: ChannelOfPanel): channel is PartnersOfPanel => 'companies' in channel

const loadChannels = async (
  world: Snapshot,
  input: ChannelInput & Years & Asked,
  ofPast: boolean,
): Promise<readonly ChannelOfPanel[]> => {
  const channels: ChannelOfPanel[] = []
  for (const id of input.channel ?? [formal]) {
    if (isStock(id)) {
      channels.push({ id, stock: await stockChannelOf(id).load(world, input) })
      continue
    }
    const companies = await loadChannel(world, input, id, { years: { from: input.from, to: input.to }, ofPast })
    channels.push({ id, companies, coverageIn: await companies.loadCoverage() })
  }
  return channels
}

/** What a row says of a channel: an exposure for each formula, or a stock. */
interface CellsOfChannel {
  readonly exposures: readonly ExposureValue[]
  /** In how many groups the state is: null where nobody says; a stock has none. */
  readonly groups?: number | null
  /** Of how many partners the scores were not read; none where that is not asked. */
  readonly unread?: readonly (number | null)[]
  readonly covered: CoverageOut
}

/** Parameters as cells of a table: what is true is 1. */
const asCells = (parameters: Readonly<Record<string, string | number | boolean | null>>) =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value]),
  )

interface How {
  readonly formulas: readonly Formula[]
  readonly optionsFor: Awaited<ReturnType<typeof optionsOn>>
  readonly input: Pick<NetworkInput, 'minCoverage' | 'isolates' | 'published'>
}

/**
 * Every state's exposures by one channel on a day, one for each formula; in how many groups it is, and how far known.
 */
const exposuresBy = (
  { id, companies, coverageIn }: PartnersOfPanel,
  { day, by }: { readonly day: Day; readonly by: Day },
  { formulas, optionsFor, input }: How,
) => {
  const on = companies.on(day, by)
  const unpublished = input.published ? unpublishedIn(on) : undefined
  const mayBeAlone = mayBeAloneIn(companies, on)
  const exposures = formulas.map((formula) => exposuresIn(on, formula, optionsFor(on), input, { mayBeAlone }))
  const coverage = coverageIn(on)
  return (state: string): CellsOfChannel => {
    const i = on.indexOf(state)
    const groups = i === undefined ? 0 : countGroups(on, i)
    // None that are told are none where sources would tell of them; else nobody knows how many there were.
    const reason = reasonBy(id, groups === 0 ? 'no-organisation' : null, { companies, state, day })
    const isKnown = reason !== 'unknown' && reason !== 'not-in-system'
    return {
      exposures: exposures
        .map((of) => of(state))
        .map((found) => ({ ...found, missing: reasonBy(id, found.missing, { companies, state, day }) })),
      groups: isKnown ? groups : null,
      unread: unreadCells(unpublished?.(state), isKnown),
      covered: coverageOf(coverage(state)),
    }
  }
}

const unreadCells = (unpublished: Unpublished, isKnown: boolean): readonly (number | null)[] =>
  [unpublished?.notYet, unpublished?.unknown].flatMap((partners) =>
    partners === undefined ? [] : [isKnown ? partners.length : null],
  )

/** Every state's stock on the day of its rows. */
const stocksOn =
  ({ stock }: StockOfPanel, day: Day) =>
  (state: string): CellsOfChannel => {
    const { value, min, max, missing, observed, terms } = stock.on(state, day)
    return {
      exposures: [{ value, min, max, missing, coverage: observed, degree: terms.length }],
      covered: coverageOf(stock.coverageOf(state, day)),
    }
  }

/** In how many organisations, or other groups, that count a state is. */
const countGroups = (on: CompanyOn, i: number): number =>
  (on.company.focal.start[i + 1] ?? 0) - (on.company.focal.start[i] ?? 0)

/** The lag, the year that is read, and the own scores of a row; nothing where no channel has partners. */
const ownCells = (own: Scoring | undefined, day: Day, read: Day, lag: number | string) => {
  if (own === undefined) return () => []
  const [ownOn, ownRead] = [own(day), own(read, day)]
  return (state: string) => [
    lag,
    yearOf(read),
    ownOn(state)?.value ?? null,
    ...(lag === 0 ? [] : [ownRead(state)?.value ?? null]),
  ]
}

/** What a row says of all channels, in the order of its columns. */
const cellsOf = (byChannel: readonly CellsOfChannel[]): readonly (string | number | null)[] => {
  const exposures = byChannel.flatMap((one) => one.exposures)
  return [
    ...exposures.map(({ value }) => value),
    ...byChannel.flatMap(({ groups }) => (groups === undefined ? [] : [groups])),
    ...byChannel.flatMap(({ unread = [] }) => unread),
    ...exposures.map(({ coverage }) => coverage),
    ...exposures.map(({ degree }) => degree),
    ...exposures.map(({ missing }) => missing),
    ...exposures.map(({ min }) => min),
    ...exposures.map(({ max }) => max),
    ...byChannel.flatMap(({ covered }) => coverageCells(covered)),
  ]
}

/** What shaped any of the channels, and nothing else. */
const parametersOfPanel = (
  channels: readonly ChannelOfPanel[],
  input: ChannelInput & Asked & { readonly formula: readonly string[]; readonly discount: number },
  ofPast: boolean,
) => {
  const { channel, formula, discount, system } = input
  const ofChannels = channels.map((one) =>
    ofPartners(one) ? parametersOfChannel(one.id, input, system) : one.stock.parameters,
  )
  return asCells({
    ...(Object.assign({}, ...ofChannels) as Parameters),
    ...(channel !== undefined && { channel: channel.join(',') }),
    ...(channels.some(ofPartners) && { formula: formula.join(','), ...(ofPast && { discount }) }),
  })
}

/** How a panel of exposures is made, its years apart. */
export const exposurePanelInputs = {
  at: yearDayInput,
  system: systemInput,
  formula: formulasInput,
  ...companyInputs,
  yearCodes: yearCodesInput,
}
export type ExposurePanelInput = z.output<z.ZodObject<typeof exposurePanelInputs>>

export const panelExposure = question({
  name: 'panel exposure',
  asks:
    'State-year panel of socialization exposure, one column for each formula, with coverage and ' +
    'the own score of the year. What is read a lag before says so in its name: mm_lag1.',
  takesLong: true,
  positional: [],
  sources: 'parameter',
  input: z.object({ from: fromInput, to: toInput, states: statesInput, ...exposurePanelInputs, ...channelInputs }),
  output: panelAnswer.extend({
    assumptions: z
      .array(z.string())
      .optional()
      .describe('What the channels that were asked for take for granted, each behind its id'),
    correlations: z
      .array(correlationOut)
      .optional()
      .describe('Of each two exposures over the rows, where channels were asked for: none holds the others constant'),
  }),
  format: 'csv',
  presets: exposurePresets,
  settle: withSystem,
  answer: async (world, input) => {
    checkChannels(input)
    const formulas = input.formula.map(formulaOf)
    checkDiscount(formulas, input.discount)
    const ofPast = formulas.some((formula) => formula.ofPast)
    const { system } = await withSystem(world, input)
    const wanted = statesNamed(world, input.states)
    const all = await stateYears(world, system, input.from, input.to, dayInYear(input.at))
    const years = wanted === undefined ? all : all.filter(({ state }) => wanted.has(state))
    const optionsFor = await optionsOn(world, input, system, formulas)
    const channels = await loadChannels(world, { ...input, system }, ofPast)
    const own = channels.find(ofPartners)?.companies.scoreOn
    const lag = lagText(input.lag)
    const cells = new Map<StateYear, readonly (string | number | null)[]>()
    const byDay = [...groupBy(years, (row) => row.at)].toSorted(([one], [other]) => one - other)
    for await (const [day, rows] of stepByStep(world, yearsDone, byDay)) {
      const read = laggedDay(day, input.lag)
      const ownBeside = ownCells(own, day, read, lag)
      const found = channels.map((channel) =>
        ofPartners(channel)
          ? exposuresBy(channel, { day: read, by: day }, { formulas, optionsFor, input })
          : stocksOn(channel, day),
      )
      for (const row of rows) {
        const byChannel = found.map((of) => of(row.state))
        cells.set(row, [...panelCells(row), ...ownBeside(row.state), ...cellsOf(byChannel)])
      }
    }
    const measures = measuresOf(input.formula, input.channel, markOf(input))
    const columns = exposureColumns(measures, lag).map(({ name }) => name)
    const rows = years.map((row) => [...(cells.get(row) ?? [])])
    return {
      columns,
      rows,
      parameters: {
        ...parametersOfPanel(channels, { ...input, system }, ofPast),
        from: input.from,
        to: input.to,
        ...(input.states !== undefined && { states: input.states.join(',') }),
        at: input.at,
        system,
      },
      ...(input.channel !== undefined && {
        assumptions: channels.flatMap((channel) =>
          (ofPartners(channel) ? channel.companies : channel.stock).assumptions.map((one) => `${channel.id}: ${one}`),
        ),
        correlations: correlationsOf(columns, rows, measureColumns(measures, lag)),
      }),
    }
  },
  text: panelText,
  table: {
    columns: anyExposureColumns,
    note:
      'Columns whose names end in _lagN are read in read_year; N is the lag (1, 90d), and where it is 0 ' +
      'the ending is ' +
      'left out: mm_lag1, mm. In the others <formula> is each formula asked for: coverage_mm_lag1. Where ' +
      'channels are ' +
      'asked for, each formula comes by each of them: mm_region_lag1, n_groups_region_lag1, covered_region_lag1. ' +
      'Where adoption is cumulative, all that is made of it says so: own_cumulative, mm_cumulative_lag1. Where only ' +
      'scores that had been published are read, so do the exposures (mm_published_lag1) and own_published_lag1, and ' +
      'n_not_yet_published_lag1 and n_publication_unknown_lag1 count the partners whose scores are not read.',
    columnsOf: ({ parameters }) => {
      const channels = parameters['channel'] as string | undefined
      const formulas = parameters['formula'] as string | undefined
      const measures = measuresOf(
        formulas?.split(',') ?? [],
        channels?.split(',') as readonly ChannelId[] | undefined,
        markOf(parameters),
      )
      return exposureColumns(measures, parameters['lag'] ?? 0)
    },
    rows: (panel) => panel.rows,
  },
})
