import { z } from 'zod'
import { badInput, notFound } from '../../common/error.ts'
import { groupBy } from '../../common/group-by.ts'
import { formulaIds, formulaOf } from '../../exposure/formulas/index.ts'
import { riskYears, spellsAtRisk, type RiskYear, type SpellsAtRisk } from '../../diffusion/event-history.ts'
import { lastDayOfYear, yearOf } from '../../time/day.ts'
import { channelInputs, checkChannels } from '../channels/channel-inputs.ts'
import { channelIds, isStock, type ChannelId } from '../channels/index.ts'
import { checkDiscount, formulasInputOf } from '../exposure/formula-inputs.ts'
import { optionsOn } from '../exposure/exposure-value.ts'
import { laggedDay, lagText, type Years } from '../network/lag.ts'
import { companyInputs } from '../network/network-inputs.ts'
import { exposurePresets } from '../network/presets.ts'
import { cellsBy, exposureCells, loadChannels, parametersOfChannels } from '../panels/exposure-cells.ts'
import { cellColumns, lagColumn, markOf, measuresOf, type LagText, type Measure } from '../panels/exposure-columns.ts'
import { panelAnswer, panelText } from '../panels/panel-answer.ts'
import {
  panelCells,
  panelColumns,
  stateYear,
  statesInput,
  statesNamed,
  yearCodesInput,
  yearsDone,
  type StateYear,
} from '../panels/state-years.ts'
import { intColumn, type Column } from '../question/columns.ts'
import { flag, freeWords, subjectInput, systemInput, yearInput } from '../question/inputs.ts'
import { question, type TableCell } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { stepByStep } from '../question/steps.ts'
import { adoptionThresholds } from '../status/adoption-threshold.ts'
import { withSystem } from '../subjects/default-system.ts'
import { scoresInput } from '../subjects/scores-input.ts'
import { inYears } from './adoption-spells.ts'
import { unsettledIn } from './unsettled-years.ts'
import { loadAdoptions, type Adoptions } from './adoptions.ts'
import { asActed } from './as-acted.ts'
import { loadOwn, ownColumns } from './own-covariates.ts'
import { riskCells, riskColumns } from './risk-columns.ts'

interface RiskRow {
  readonly of: StateYear
  readonly risk: RiskYear
}

/** Every year at risk of every state, by state and year. */
const riskRows = (
  world: Snapshot,
  adoptions: Adoptions,
  { years, spells, wanted }: { years: Years; spells: SpellsAtRisk; wanted: ReadonlySet<string> | undefined },
): readonly RiskRow[] => {
  const { system, spells: adopted, uncovered } = adoptions
  return [...system]
    .filter(([state]) => wanted?.has(state) ?? true)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([state, spans]) => {
      const history = {
        inSystem: inYears(spans, world.asOf),
        adopted: inYears(adopted.get(state) ?? [], world.asOf),
        unknown: inYears(uncovered.get(state) ?? [], world.asOf),
        unsettled: unsettledIn(world, adoptions, state),
      }
      const asked = { opened: adoptions.years.first, first: years.from, last: years.to, spells }
      return riskYears(history, asked).flatMap((risk) => {
        const of = stateYear(world, state, spans, lastDayOfYear(risk.year))
        return of === undefined ? [] : [{ of, risk }]
      })
    })
}

const nobodyAtRisk = ({ subject, systemName, years: { first } }: Adoptions, { from, to }: Years) =>
  notFound('nobody-at-risk', `nobody was at risk of adopting ${subject.id} from ${from} to ${to}.`, {
    hint:
      `At risk is who was in the system ${systemName} and is known not to have adopted by the end of the year ` +
      `before; nobody was before ${first}, the year of opening.`,
  })

/** The years asked for: from the opening to the day asked about where nobody says. Throws `bad-years`. */
const yearsAsked = (world: Snapshot, { years }: Adoptions, asked: Partial<Record<keyof Years, number | undefined>>) => {
  const { from = Math.min(years.first, asked.to ?? years.first), to = years.last } = asked
  const now = yearOf(world.asOf)
  if (to > now)
    throw badInput('bad-years', `the last year is ${to}; expected none after that of the day asked about, ${now}.`, {
      where: 'to',
    })
  if (from > to) throw badInput('bad-years', `the first year, ${from}, lies after the last, ${to}.`)
  return { from, to }
}

/** The columns by which a row is known, as other panels have them; all are of states in the system. */
const idColumns = panelColumns.filter(({ name }) => name !== 'in_system')
const idCells = (row: StateYear): readonly TableCell[] => panelCells(row).slice(0, idColumns.length)

const readYearColumn = intColumn('read_year', 'The year in which exposures and own values are read: year less lag')

const columnsFor = (
  exposures: readonly Measure[],
  measures: readonly Measure[],
  lag: LagText,
  own: readonly Column[],
): readonly Column[] => [
  ...idColumns,
  ...riskColumns,
  lagColumn(lag),
  readYearColumn,
  ...cellColumns(exposures, measures, lag),
  ...own,
]

const stocks = measuresOf([], channelIds.filter(isStock), undefined)
const anyColumns = columnsFor(
  [...measuresOf(formulaIds, undefined, undefined), ...stocks],
  [...measuresOf(['<formula>'], undefined, undefined), ...stocks],
  'N',
  ownColumns({ score: ['<rater:indicator>'], attribute: ['<attribute>'] }, 'N'),
)

// Of what exposures are is asked apart: always of the adoption itself, and scores are the state's own.
const { adoption: _adoption, published: _published, ...networkInputs } = companyInputs

const input = z.object({
  subject: subjectInput,
  from: yearInput.optional().describe('First year (default: that of the opening)'),
  to: yearInput.optional().describe('Last year (default: that of the day asked about)'),
  states: statesInput,
  system: systemInput,
  formula: formulasInputOf(['dc']),
  ...networkInputs,
  threshold: z
    .enum(adoptionThresholds)
    .default('CONSENTED')
    .describe('The status from which on a state, and a partner, counts as an adopter'),
  spells: z
    .enum(spellsAtRisk)
    .default('first')
    .describe('first: a state is at risk until it first adopts; all: again from the year after an exit'),
  retroactive: flag(
    'Count a succession, of the state and of its partners, from the day on which it took effect, which may lie ' +
      'before the state acted; else from its notification',
  ),
  score: scoresInput
    .optional()
    .describe("The state's own scores as further columns, read a lag before, as rater:indicator"),
  attribute: freeWords
    .optional()
    .describe("The state's own attributes as further columns, read a lag before, with commas between (cow-nmc:cinc)"),
  yearCodes: yearCodesInput,
  ...channelInputs,
})
type Asked = z.output<typeof input>

/**
 * What says how partners are averaged is checked as for any exposure; the threshold is of the state itself, too, and
 * the formula that is meant without more ado is another one here.
 */
const checkHow = ({ threshold: _threshold, score: _own, attribute: _attribute, formula: _formula, ...how }: Asked) =>
  checkChannels(how)

/** What exposures are asked with: they are of the adoption, and partners adopt when the state itself would. */
const exposureInput = (asked: Asked, subject: string, system: 'cow' | 'gw' | 'un') => ({
  ...asked,
  system,
  adoption: subject,
  score: undefined,
  attribute: undefined,
  published: false,
  ...(!asked.retroactive && { adoptionHistory: asActed }),
})

const parametersOf = ({ spells, retroactive, score, attribute, states, threshold, lag }: Asked) => ({
  threshold,
  spells,
  lag: lagText(lag),
  ...(retroactive && { retroactive: 1 }),
  ...(score !== undefined && { own_score: score.join(',') }),
  ...(attribute !== undefined && { own_attribute: attribute.join(',') }),
  ...(states !== undefined && { states: states.join(',') }),
})

const listOf = (text: unknown): readonly string[] | undefined =>
  typeof text === 'string' ? text.split(',') : undefined

export const panelEventHistory = question({
  name: 'panel event-history',
  asks:
    'The event history of an adoption in discrete time: a row for each state and year at risk, whether it adopted, ' +
    'and how exposed it was a lag before, by channel. A table to estimate from; no effect is claimed.',
  takesLong: true,
  positional: [],
  sources: 'parameter',
  input,
  output: panelAnswer.extend({
    opened: z.int().describe('The first year in which anybody could adopt; no year before is at risk'),
    assumptions: z.array(z.string()).describe('What the channels take for granted, each behind its id'),
  }),
  format: 'csv',
  presets: exposurePresets,
  settle: withSystem,
  answer: async (world, asked) => {
    checkHow(asked)
    const formulas = asked.formula.map(formulaOf)
    checkDiscount(formulas, asked.discount)
    const ofPast = formulas.some((formula) => formula.ofPast)
    const lag = lagText(asked.lag)
    const own = ownColumns(asked, lag)
    const { system } = await withSystem(world, asked)
    const wanted = statesNamed(world, asked.states)
    const adoptions = await loadAdoptions(world, { ...asked, system })
    const years = yearsAsked(world, adoptions, asked)
    const rows = riskRows(world, adoptions, { years, spells: asked.spells, wanted })
    if (rows.length === 0) throw nobodyAtRisk(adoptions, years)
    const network = { ...exposureInput(asked, adoptions.subject.id, system), ...years }
    const optionsFor = await optionsOn(world, network, system, formulas)
    const channels = await loadChannels(world, network, ofPast)
    const ownOn = await loadOwn(world, asked, years, asked.lag)
    const cells = new Map<RiskRow, readonly TableCell[]>()
    const byDay = [...groupBy(rows, ({ of }) => of.at)].toSorted(([one], [other]) => one - other)
    for await (const [day, ofYear] of stepByStep(world, yearsDone, byDay)) {
      const read = laggedDay(day, asked.lag)
      const found = channels.map((channel) => cellsBy(channel, { day, read }, { formulas, optionsFor, input: network }))
      for (const row of ofYear) {
        const { state } = row.of
        cells.set(row, [lag, yearOf(read), ...exposureCells(found.map((of) => of(state))), ...ownOn(state, read)])
      }
    }
    const opened = adoptions.years.first
    const measures = measuresOf(asked.formula, asked.channel, markOf(asked))
    return {
      columns: columnsFor(measures, measures, lag, own).map(({ name }) => name),
      rows: rows.map((row) => [...idCells(row.of), ...riskCells(row.risk, opened), ...(cells.get(row) ?? [])]) as (
        string | number | null
      )[][],
      parameters: {
        subject: adoptions.subject.id,
        ...parametersOfChannels(channels, network, ofPast),
        ...parametersOf(asked),
        ...years,
        system,
      },
      opened,
      assumptions: channels.flatMap((channel) =>
        ('companies' in channel ? channel.companies : channel.stock).assumptions.map((one) => `${channel.id}: ${one}`),
      ),
    }
  },
  text: panelText,
  table: {
    columns: anyColumns,
    note:
      'The rows of a year are the column at_risk of `spread`, those with 1 in adopted its column adopters, where ' +
      'spells is first. Columns whose names end in _lagN are read in read_year; N is the lag (1, 90d), and ' +
      'where it is 0 the ending is left out. <formula> is each formula asked for, by each channel where channels ' +
      'are: dc_igo_lag1, dc_region_lag1. <rater_indicator> and <attribute> are the scores and attributes asked for: ' +
      'cirights_physint_lag1, cow_nmc_cinc_lag1.',
    columnsOf: ({ parameters }) => {
      const measures = measuresOf(
        listOf(parameters['formula']) ?? [],
        listOf(parameters['channel']) as readonly ChannelId[] | undefined,
        markOf(parameters),
      )
      const lag = parameters['lag'] ?? 0
      const own = { score: listOf(parameters['own_score']), attribute: listOf(parameters['own_attribute']) }
      return columnsFor(measures, measures, lag, ownColumns(own, lag))
    },
    rows: (panel) => panel.rows,
  },
})
