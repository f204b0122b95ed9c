import { z } from 'zod'
import type { StateYear } from '../../panels/state-years.ts'
import { yearsDone } from '../../panels/state-years.ts'
import { dyadColumns } from '../../dyads/dyad-columns.ts'
import type { TableCell } from '../../question/question.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import { stepByStep } from '../../question/steps.ts'
import { columnsOfStates } from '../columns/index.ts'
import { dyadicColumn, dyadId } from '../columns/dyadic.ts'
import type { Reading } from '../columns/reading.ts'
import { loadColumns, requiredOf, type ReadyColumn } from '../load-columns.ts'
import type { Recipe } from '../recipe.ts'
import { onStates } from '../rests/of-states.ts'
import { statesOfRows } from '../rests/rows.ts'
import { yearsOfStates } from './state-year.ts'
import type { Unit } from './unit.ts'

const identifiers = dyadColumns.slice(0, dyadColumns.findIndex(({ name }) => name === 'year') + 1)

const stateCells = ({ state, name, cow, gw, iso3 }: StateYear): readonly TableCell[] => [state, name, cow, gw, iso3]

/** Of whom a column is in a row: of one of both, or of the two together. */
type Side = 'a' | 'b' | 'both'

const sideOf = ({ asked }: ReadyColumn): Side => (asked as { readonly of?: 'a' | 'b' }).of ?? 'both'

/** The pairs of a year: each once, the lesser id first; or, directed, each in both orders. */
function* pairsOf(states: readonly StateYear[], isDirected: boolean): Generator<readonly [StateYear, StateYear]> {
  for (const [i, a] of states.entries())
    for (const [j, b] of states.entries()) if (isDirected ? i !== j : i < j) yield [a, b]
}

/** What a column says of a row. Of one state it is read once for all rows of a year. */
const readerOf = (column: ReadyColumn, day: StateYear['at']) => {
  const [side, of] = [sideOf(column), column.on(day)]
  const known = new Map<string, Reading>()
  const once = (id: string): Reading => {
    const reading = known.get(id) ?? of(id)
    known.set(id, reading)
    return reading
  }
  return (a: string, b: string): Reading => {
    if (side === 'both') return of(dyadId(a, b))
    return once(side === 'a' ? a : b)
  }
}

function* rowsOf(
  states: readonly StateYear[],
  {
    columns,
    required,
    isDirected,
  }: { columns: readonly ReadyColumn[]; required: ReadonlySet<string>; isDirected: boolean },
): Generator<readonly TableCell[]> {
  const [first] = states
  if (first === undefined) return
  const readers = columns.map((column) => readerOf(column, first.at))
  for (const [a, b] of pairsOf(states, isDirected)) {
    const readings = readers.map((read) => read(a.state, b.state))
    const isComplete = columns.every(({ asked }, index) => !required.has(asked.name) || readings[index]!.value !== null)
    if (!isComplete) continue
    const cells = [...stateCells(a), ...stateCells(b), first.year]
    for (const [index, column] of columns.entries()) column.addTo(cells, readings[index]!)
    yield cells
  }
}

const loadDyads = (isDirected: boolean) => async (world: Snapshot, recipe: Recipe) => {
  const { system, years } = await yearsOfStates(world, recipe)
  const columns = await loadColumns(world, recipe, system)
  const required = requiredOf(recipe, columns)
  const ofStates = onStates(world, system, statesOfRows(world, recipe.head, system))
  return {
    columns: [
      ...identifiers.map((column) => ({ ...column, rests: ofStates })),
      ...columns.flatMap((column) => column.columns),
    ],
    key: ['state_a', 'state_b', 'year'],
    pages: async function* () {
      for await (const states of stepByStep(world, yearsDone, years))
        yield rowsOf(states, { columns, required, isDirected })
    },
  }
}

const of = z.enum(['a', 'b']).describe('Of which of the two states it is').optional()

const kinds = [dyadicColumn, ...columnsOfStates]

/** A row for each two states and year, each pair once. */
export const dyadYear: Unit = {
  id: 'dyad-year',
  says: 'A row for each two states of the system and each year, each pair once: the lesser id is state_a.',
  shape: {},
  kinds,
  ofColumn: { of },
  load: loadDyads(false),
}

/** The same in both orders. */
export const directedDyadYear: Unit = {
  id: 'directed-dyad-year',
  says: 'A row for each ordered pair of states of the system and each year.',
  shape: {},
  kinds,
  ofColumn: { of },
  load: loadDyads(true),
}
