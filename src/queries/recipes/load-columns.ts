import { badInput } from '../../common/error.ts'
import { addMonths, firstDayOfYear, lastDayOfYear, yearOf, type Day } from '../../time/day.ts'
import { lagText, laggedDay, type Years } from '../network/lag.ts'
import type { Column } from '../question/columns.ts'
import type { TableCell } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { System } from '../memberships/system-spells.ts'
import type { Scope } from './columns/column-kind.ts'
import { extraCells, extraColumns, type ExtraName } from './columns/extras.ts'
import type { LoadedColumn, Reading } from './columns/reading.ts'
import { inPlace, within } from './in-place.ts'
import type { Recipe, RecipeColumn } from './recipe.ts'
import { statesOfRows } from './rests/rows.ts'
import { restsBeside } from './rests/rests.ts'
import type { TableColumn } from './units/unit.ts'

/** A column of a recipe, ready to be read on the day of a row. */
export interface ReadyColumn {
  readonly asked: RecipeColumn['asked']
  readonly columns: readonly TableColumn[]
  readonly on: LoadedColumn['on']
  readonly turns: LoadedColumn['turns']
  /** Adds what a reading says to the cells of a row. */
  readonly addTo: (cells: TableCell[], reading: Reading) => void
}

/** The day that is read for a row of a day: a lag before it, or years after. */
const dayRead = (day: Day, { lag, lead }: RecipeColumn['asked']): Day => {
  if (lag !== undefined) return laggedDay(day, lag)
  return lead === undefined ? day : addMonths(day, 12 * lead)
}

const whenRead = ({ lag, lead }: RecipeColumn['asked']): string => {
  if (lead !== undefined) return `. Read ${lead} ${lead === 1 ? 'year' : 'years'} after the day of the row`
  if (lag === undefined || lagText(lag) === 0) return ''
  const years = 'years' in lag ? ` ${lag.years === 1 ? 'year' : 'years'}` : ''
  return `. Read ${lagText(lag)}${years} before the day of the row`
}

/** What stands beside a column: what it says itself, else what the recipe says of all that have it. */
const besides = ({ kind, asked }: RecipeColumn, ofAll: readonly ExtraName[]): readonly ExtraName[] =>
  asked.with ?? ofAll.filter((extra) => kind.extras.includes(extra))

const valueColumn = ({ name }: RecipeColumn['asked'], loaded: LoadedColumn, when: string): Column => ({
  name,
  type: loaded.type,
  description: `${loaded.description}${when}`,
  empty: loaded.empty,
})

const ready = ({ asked }: RecipeColumn, loaded: LoadedColumn, beside: readonly ExtraName[]): ReadyColumn => {
  const named = [valueColumn(asked, loaded, whenRead(asked)), ...extraColumns(asked.name, beside)]
  const restsOfBeside = restsBeside(loaded)
  const isShifted = asked.lag !== undefined || asked.lead !== undefined
  return {
    asked,
    columns: named.map((one, index) => ({
      ...one,
      rests: index === 0 ? loaded.rests : restsOfBeside,
    })),
    on: isShifted ? (day) => loaded.on(dayRead(day, asked)) : loaded.on,
    turns: isShifted ? undefined : loaded.turns,
    addTo: (cells, reading) => {
      cells.push(reading.value)
      if (beside.length > 0) cells.push(...extraCells(reading, beside))
    },
  }
}

/** The years in which a column is read for rows of some years. */
const yearsOf = ({ from, to }: Years, { asked }: RecipeColumn): Years => ({
  from: yearOf(dayRead(firstDayOfYear(from), asked)),
  to: yearOf(dayRead(lastDayOfYear(to), asked)),
})

/** The years that any column reads, with those of the rows. */
const yearsRead = ({ head: { from, to }, columns }: Recipe): Years => {
  const years = [{ from, to }, ...columns.map((column) => yearsOf({ from, to }, column))]
  return { from: Math.min(...years.map((one) => one.from)), to: Math.max(...years.map((one) => one.to)) }
}

/** Loads the columns of a recipe. What cannot be asked is refused with the place of the column in it. */
export const loadColumns = async (world: Snapshot, recipe: Recipe, system: System): Promise<readonly ReadyColumn[]> => {
  const { head } = recipe
  const shared = { ...yearsRead(recipe), system, states: statesOfRows(world, head, system), shared: new Map() }
  const columns: ReadyColumn[] = []
  for (const [place, column] of recipe.columns.entries()) {
    const beside = besides(column, head.with)
    const scope: Scope = { ...shared, beside, read: yearsOf(head, column) }
    const loaded = await inPlace(() => column.kind.load(world, column.asked, scope), within(`/columns/${place}`))
    columns.push(ready(column, loaded, beside))
  }
  return columns
}

/** The names of columns that may not be missing, checked against those that there are. */
export const requiredOf = ({ head }: Recipe, columns: readonly ReadyColumn[]): ReadonlySet<string> => {
  const known = columns.map(({ asked }) => asked.name)
  const unknown = head.require?.find((name) => !known.includes(name))
  if (unknown === undefined) return new Set(head.require)
  throw badInput('bad-recipe', `"${unknown}" is no column of it; expected one of ${known.join(', ') || '(none)'}.`, {
    where: '/require',
  })
}
