import { z } from 'zod'
import { formulaOf } from '../../exposure/formulas/index.ts'
import { groupBy } from '../../common/group-by.ts'
import { yearOf, type Day } from '../../time/day.ts'
import { laggedDay, lagText } from '../network/lag.ts'
import { channelInputs, checkChannels } from '../channels/channel-inputs.ts'
import type { ChannelId } from '../channels/index.ts'
import type { Scoring } from '../network/scoring.ts'
import { checkDiscount, formulasInput } from '../exposure/formula-inputs.ts'
import { exposurePresets } from '../network/presets.ts'
import { companyInputs } from '../network/network-inputs.ts'
import { correlationOut, correlationsOf } from './correlations.ts'
import { cellsBy, exposureCells, loadChannels, ofPartners, parametersOfChannels } from './exposure-cells.ts'
import { anyExposureColumns, exposureColumns, markOf, measureColumns, measuresOf } from './exposure-columns.ts'
import { optionsOn } from '../exposure/exposure-value.ts'
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
import { panelAnswer, panelText } from './panel-answer.ts'
import { question } from '../question/question.ts'
import { stepByStep } from '../question/steps.ts'

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
    const only = wanted?.size === 1 ? [...wanted][0] : undefined
    const channels = await loadChannels(world, { ...input, system, only }, ofPast)
    const own = channels.find(ofPartners)?.companies.scoreOn
    const lag = lagText(input.lag)
    const cells = new Map<StateYear, readonly (string | number | null)[]>()
    const byDay = [...groupBy(years, (row) => row.at)].toSorted(([one], [other]) => one - other)
    for await (const [day, rows] of stepByStep(world, yearsDone, byDay)) {
      const read = laggedDay(day, input.lag)
      const ownBeside = ownCells(own, day, read, lag)
      const found = channels.map((channel) => cellsBy(channel, { day, read }, { formulas, optionsFor, input, only }))
      for (const row of rows) {
        const byChannel = found.map((of) => of(row.state))
        cells.set(row, [...panelCells(row), ...ownBeside(row.state), ...exposureCells(byChannel)])
      }
    }
    const measures = measuresOf(input.formula, input.channel, markOf(input))
    const columns = exposureColumns(measures, lag).map(({ name }) => name)
    const rows = years.map((row) => [...(cells.get(row) ?? [])])
    return {
      columns,
      rows,
      parameters: {
        ...parametersOfChannels(channels, { ...input, system }, ofPast),
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
