import { z } from 'zod'
import { yearCodings } from '../../../projections/compose/membership/possible-memberships.ts'
import { formulaOf } from '../../exposure/formulas/index.ts'
import { groupBy } from '../../common/group-by.ts'
import { yearOf } from '../../time/day.ts'
import { laggedDay, lagText } from '../network/lag.ts'
import { loadCompanies } from '../network/network.ts'
import type { CompanyOn } from '../network/company-on.ts'
import { formulasInput } from '../exposure/formula-inputs.ts'
import { companyInputs } from '../network/network-inputs.ts'
import { coverageCells, coverageOf } from '../question/coverage-fields.ts'
import { anyExposureColumns, exposureColumns } from './exposure-columns.ts'
import { exposuresIn, optionsOn } from '../exposure/exposure-value.ts'
import { parametersOf } from '../exposure/exposure.ts'
import { fromInput, systemInput, toInput, yearDayInput } from '../question/inputs.ts'
import { withSystem } from '../subjects/default-system.ts'
import { dayInYear, panelCells, stateYears, type StateYear } from './state-years.ts'
import { panelAnswer, panelText } from './panel-status.ts'
import { question } from '../question/question.ts'

/** How many counting memberships a state holds. */
const countIgos = (on: CompanyOn, i: number): number =>
  (on.company.focal.start[i + 1] ?? 0) - (on.company.focal.start[i] ?? 0)

/**
 * A panel's unit is the year, and so is that of the code: unless asked otherwise, the code of a year is that of the
 * state-year.
 */
const yearCodesInput = z
  .enum(yearCodings)
  .default('whole')
  .describe(
    'Memberships coded by years: throughout these (whole), or with uncertain days in the first and last year (edges)',
  )

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
  input: z.object({ from: fromInput, to: toInput, ...exposurePanelInputs }),
  output: panelAnswer,
  format: 'csv',
  settle: withSystem,
  answer: async (world, input) => {
    const formulas = input.formula.map(formulaOf)
    const ofPast = formulas.some((formula) => formula.ofPast)
    const { system } = await withSystem(world, input)
    const years = await stateYears(world, system, input.from, input.to, dayInYear(input.at))
    const optionsFor = await optionsOn(world, input, system, formulas)
    const companies = await loadCompanies(world, input, { years: { from: input.from, to: input.to }, ofPast })
    const coverageIn = await companies.loadCoverage()
    const lag = lagText(input.lag)
    const cells = new Map<StateYear, readonly (string | number | null)[]>()
    for (const [day, rows] of groupBy(years, (row) => row.at)) {
      const on = companies.on(laggedDay(day, input.lag))
      const exposures = formulas.map((formula) => exposuresIn(on, formula, optionsFor(on), input.minCoverage))
      const ownOn = companies.scoreOn(day)
      const coverageOn = coverageIn(on)
      for (const row of rows) {
        const found = exposures.map((of) => of(row.state))
        const i = on.indexOf(row.state)
        cells.set(row, [
          ...panelCells(row),
          lag,
          yearOf(on.day),
          ownOn(row.state)?.value ?? null,
          ...(lag === 0 ? [] : [on.scoreOf(row.state)?.value ?? null]),
          ...found.map(({ value }) => value),
          i === undefined ? 0 : countIgos(on, i),
          ...found.map(({ coverage }) => coverage),
          ...found.map(({ degree }) => degree),
          ...found.map(({ missing }) => missing),
          ...found.map(({ min }) => min),
          ...found.map(({ max }) => max),
          ...coverageCells(coverageOf(coverageOn(row.state))),
        ])
      }
    }
    return {
      columns: exposureColumns(input.formula, lag).map(({ name }) => name),
      rows: years.map((row) => [...(cells.get(row) ?? [])]),
      parameters: {
        ...Object.fromEntries(
          Object.entries(parametersOf(input)).map(([name, value]) => [
            name,
            typeof value === 'boolean' ? Number(value) : value,
          ]),
        ),
        formula: input.formula.join(','),
        ...(ofPast && { discount: input.discount }),
        from: input.from,
        to: input.to,
        at: input.at,
        system,
      },
    }
  },
  text: panelText,
  table: {
    columns: anyExposureColumns,
    note:
      'Columns whose names end in _lagN are read in read_year; N is the lag (1, 90d), and where it is 0 the ending is ' +
      'left out: mm_lag1, mm. In the others <formula> is each formula asked for: coverage_mm_lag1.',
    columnsOf: ({ parameters }) => exposureColumns(String(parameters['formula']).split(','), parameters['lag'] ?? 0),
    rows: (panel) => panel.rows,
  },
})
