import { z } from 'zod'
import { groupBy } from '../../common/group-by.ts'
import { firstDayOfYear } from '../../time/day.ts'
import { flag, fromInput, systemInput, toInput, yearDayInput } from '../question/inputs.ts'
import { kindsOnDays } from '../memberships/kinds-on-days.ts'
import { loadKeptMemberships } from '../memberships/kept-memberships.ts'
import { loadImputed } from '../memberships/imputed-years.ts'
import { intColumn, type Column } from '../question/columns.ts'
import { coverageCellsOf, coverageColumns } from '../question/coverage-fields.ts'
import { withSystem } from '../subjects/default-system.ts'
import { keptCoverageOfMemberships } from '../memberships/membership-coverage.ts'
import { dayInYear, panelCells, panelColumns, stateYears } from './state-years.ts'
import { panelAnswer, panelText, type PanelAnswer } from './panel-answer.ts'
import { pagedPanel } from './paged-panel.ts'
import { question } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { stepByStep } from '../question/steps.ts'

const counted = ['full', 'associate', 'observer', 'unknown'] as const

const columns: readonly Column[] = [
  ...panelColumns,
  intColumn('full', 'In how many organisations it was a full member on that day, suspended ones included'),
  intColumn('associate', 'In how many organisations it was an associate member'),
  intColumn('observer', 'In how many organisations it was an observer; these are counted nowhere else'),
  intColumn('unknown', 'Of how many organisations the source says that it cannot tell whether it belonged to them'),
  ...coverageColumns,
]

const input = z.object({
  from: fromInput,
  to: toInput,
  at: yearDayInput,
  system: systemInput,
  excludeImputed: flag('Leave out organisation-years that the source filled in itself'),
})
type Input = z.output<typeof input>

/** The years of a state at a time. */
async function* ofEachState(world: Snapshot, asked: Input): AsyncGenerator<PanelAnswer['rows']> {
  const { system } = await withSystem(world, asked)
  const years = await stateYears(world, system, asked.from, asked.to, dayInYear(asked.at))
  const imputed = asked.excludeImputed ? await loadImputed(world) : undefined
  const kindsOf = kindsOnDays(await loadKeptMemberships(world))
  const coverage = await keptCoverageOfMemberships(world)
  const covered = coverageCellsOf()
  const states = [...groupBy(years, ({ state }) => state)]
  for await (const [state, rows] of stepByStep(world, 'states done:', states)) {
    const leftOut = imputed && ((igo: string, row: number) => imputed(igo, firstDayOfYear(rows[row]!.year)))
    const kinds = kindsOf(
      state,
      rows.map((row) => row.at),
      leftOut,
    )
    yield rows.map((row, index) => [
      ...panelCells(row),
      ...counted.map((kind) => kinds[kind][index]!),
      ...covered(coverage.inAll(state, row.at)),
    ])
  }
}

export const panelMemberships = question({
  name: 'panel memberships',
  asks: 'State-year panel of the number of memberships in international organisations, by kind.',
  takesLong: true,
  positional: [],
  sources: 'parameter',
  input,
  output: panelAnswer,
  format: 'csv',
  settle: withSystem,
  ...pagedPanel(columns, ofEachState, async (world: Snapshot, asked: Input) => ({
    from: asked.from,
    to: asked.to,
    at: asked.at,
    system: (await withSystem(world, asked)).system,
    exclude_imputed: asked.excludeImputed ? 1 : 0,
  })),
  text: panelText,
})
