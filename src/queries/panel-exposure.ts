import { z } from 'zod'
import { yearCodings } from '../../projections/compose/ways.ts'
import { boundsAround } from '../exposure/bounds.ts'
import { formulaOf } from '../exposure/formulas/index.ts'
import { readingOf } from '../exposure/reading.ts'
import { groupBy } from '../group-by.ts'
import type { Day } from '../time/day.ts'
import { laggedDay, loadCompanies } from './companies.ts'
import type { CompanyOn } from './company-on.ts'
import { companyInputs, formulasInput } from './company-inputs.ts'
import { optionsOf, parametersOf } from './exposure.ts'
import { fromInput, systemInput, toInput, yearDayInput } from './inputs.ts'
import { dayInYear, panelCells, panelColumns, stateYears } from './panel-rows.ts'
import { panelAnswer, panelText } from './panel-status.ts'
import { question } from './question.ts'
import { believing, policyIn } from './whom-to-believe.ts'
import { clocksOf } from './world.ts'

/** How many counting memberships a state holds. */
const countIgos = (on: CompanyOn, i: number): number =>
  (on.company.focal.start[i + 1] ?? 0) - (on.company.focal.start[i] ?? 0)

/** A panel's unit is the year, and so is that of the code: unless asked otherwise, the code of a year is that of the state-year. */
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
  asks: 'State-year panel of socialization exposure, one column for each formula, with coverage.',
  positional: [],
  input: z.object({ from: fromInput, to: toInput, ...exposurePanelInputs }),
  output: panelAnswer,
  format: 'csv',
  answer: async (all, input) => {
    const world = await believing(all, input.sources)
    const years = await stateYears(world, input.system, input.from, input.to, dayInYear(input.at))
    const companies = await loadCompanies(world, input, { from: input.from - input.lag, to: input.to - input.lag })
    const formulas = input.formula.map(formulaOf)
    const options = optionsOf(input)
    const cells = new Map<(typeof years)[number], readonly (string | number | null)[]>()
    for (const [day, rows] of groupBy(years, (row) => row.at)) {
      const on = companies(laggedDay(day as Day, input.lag))
      const exposures = formulas.map((formula) => formula.compute(on.company, options))
      for (const row of rows) {
        const i = on.indexOf(row.state)
        const readings = exposures.map((found) =>
          i === undefined
            ? undefined
            : readingOf(on.company, found, i, { minCoverage: input.minCoverage, self: options.self }),
        )
        const bounds = readings.map((reading, at) => {
          const formula = formulas[at]
          return i === undefined || formula === undefined || reading === undefined || 'missing' in reading
            ? undefined
            : boundsAround(reading.value, on.doubts, i, (doubts) => formula.bounds(doubts, i, options))
        })
        cells.set(row, [
          ...panelCells(row).slice(0, -1),
          on.scoreOf(row.state)?.value ?? null,
          ...readings.map((reading) => (reading !== undefined && 'value' in reading ? reading.value : null)),
          i === undefined ? 0 : countIgos(on, i),
          ...readings.map((reading) => reading?.coverage ?? 0),
          ...readings.map((reading) =>
            reading === undefined ? 'no-organisation' : 'missing' in reading ? reading.missing : null,
          ),
          ...bounds.map((found) => found?.min ?? null),
          ...bounds.map((found) => found?.max ?? null),
          row.inSystem ? 1 : 0,
        ])
      }
    }
    const [first] = input.formula
    const named = (what: string) => input.formula.map((formula) => (formula === first ? what : `${what}_${formula}`))
    return {
      columns: [
        ...panelColumns.slice(0, -1),
        'own',
        ...input.formula,
        'n_igos',
        ...named('coverage'),
        ...named('missing'),
        ...named('min'),
        ...named('max'),
        'in_system',
      ],
      rows: years.map((row) => [...(cells.get(row) ?? [])]),
      parameters: {
        ...Object.fromEntries(
          Object.entries(parametersOf(input)).map(([name, value]) => [
            name,
            typeof value === 'boolean' ? Number(value) : value,
          ]),
        ),
        formula: input.formula.join(','),
        from: input.from,
        to: input.to,
        at: input.at,
        system: input.system,
        ...policyIn(world),
      },
      ...clocksOf(world),
    }
  },
  text: panelText,
  table: (panel) => panel,
})
