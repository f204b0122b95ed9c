import { groupBy } from '../../../common/group-by.ts'
import { byText } from '../../../common/by-text.ts'
import { dayInYear, panelCells, panelColumns, statesNamed, stateYears, yearsDone } from '../../panels/state-years.ts'
import type { TableCell } from '../../question/question.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import { stepByStep } from '../../question/steps.ts'
import { withSystem } from '../../subjects/default-system.ts'
import { columnsOfStates } from '../columns/index.ts'
import type { ReadingOf } from '../columns/reading.ts'
import { loadColumns, requiredOf, type ReadyColumn } from '../load-columns.ts'
import type { Recipe } from '../recipe.ts'
import { onStates } from '../rests/of-states.ts'
import { statesOfRows } from '../rests/rows.ts'
import type { Unit } from './unit.ts'

/** The cells of a row, column by column; undefined where one that it may not miss has no value. */
export const cellsOfRow = (
  columns: readonly ReadyColumn[],
  readings: readonly ReadingOf[],
  { id, required }: { readonly id: string; readonly required: ReadonlySet<string> },
): readonly TableCell[] | undefined => {
  const cells: TableCell[] = []
  for (const [index, column] of columns.entries()) {
    const reading = readings[index]!(id)
    if (reading.value === null && required.has(column.asked.name)) return undefined
    column.addTo(cells, reading)
  }
  return cells
}

/** The states of each year that are asked for, year by year, each year's by id. */
export const yearsOfStates = async (world: Snapshot, { head }: Recipe) => {
  const { system } = await withSystem(world, head)
  const wanted = statesNamed(world, head.states)
  const all = await stateYears(world, system, head.from, head.to, dayInYear(head.day))
  const rows = all.filter(({ state, inSystem }) => (wanted?.has(state) ?? true) && (head.rows === 'anyDay' || inSystem))
  const byYear = groupBy(rows, ({ year }) => year)
  const years = [...byYear].toSorted(([a], [b]) => a - b)
  return { system, years: years.map(([, ofYear]) => ofYear.toSorted((a, b) => byText(a.state, b.state))) }
}

/** A row for each state and year: the shape of most of what is estimated. */
export const stateYear: Unit = {
  id: 'state-year',
  says: 'A row for each state and each year in which it was in the state system, by year and state.',
  shape: {},
  kinds: columnsOfStates,
  load: async (world, recipe) => {
    const { system, years } = await yearsOfStates(world, recipe)
    const columns = await loadColumns(world, recipe, system)
    const required = requiredOf(recipe, columns)
    const ofStates = onStates(world, system, statesOfRows(world, recipe.head, system))
    return {
      columns: [
        ...panelColumns.map((column) => ({ ...column, rests: ofStates })),
        ...columns.flatMap((column) => column.columns),
      ],
      key: ['state', 'year'],
      pages: async function* () {
        for await (const rows of stepByStep(world, yearsDone, years)) {
          const [first] = rows
          if (first === undefined) continue
          const readings = columns.map((column) => column.on(first.at))
          yield rows.flatMap((row) => {
            const cells = cellsOfRow(columns, readings, { id: row.state, required })
            return cells === undefined ? [] : [[...panelCells(row), ...cells]]
          })
        }
      },
    }
  },
}
