import { z } from 'zod'
import { badInput, NormtrailError } from '../../../common/error.ts'
import { lastDayOfYear } from '../../../time/day.ts'
import type { Column } from '../../question/columns.ts'
import { tableOf, type Question, type TableCell } from '../../question/question.ts'
import { readInput } from '../../question/read-input.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import { withSystem } from '../../subjects/default-system.ts'
import type { ColumnKind } from '../columns/column-kind.ts'
import { columnsOfStates } from '../columns/index.ts'
import { loadColumns, requiredOf } from '../load-columns.ts'
import { inPlace, pagesInPlace, within } from '../in-place.ts'
import type { Recipe } from '../recipe.ts'
import type { RowsRead } from '../rests/of-exposure.ts'
import { onStates } from '../rests/of-states.ts'
import type { Rests } from '../rests/rests.ts'
import { statesOfRows } from '../rests/rows.ts'
import { cellsOfRow } from './state-year.ts'
import type { Unit } from './unit.ts'

/** A unit whose rows are those of a question. */
interface OfQuestion {
  readonly id: string
  readonly says: string
  readonly question: Question
  readonly key: readonly string[]
  /** The fields of the question that follow from those that every recipe has. */
  readonly given: (head: Recipe['head'], system: string) => Readonly<Record<string, unknown>>
  readonly rests: (world: Snapshot, input: never, rows: RowsRead) => Rests
  /** The columns of a row that say of which state and year it is, where columns of states may stand beside it. */
  readonly of?: { readonly state: string; readonly year: string }
}

/** As a shell would write them: what checks fields reads texts. */
const asText = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value))

const inputOf = (question: Question, asked: Readonly<Record<string, unknown>>) => {
  const known = Object.keys(question.input.shape)
  const stray = Object.keys(asked).find((name) => name !== '//' && !known.includes(name))
  if (stray !== undefined)
    throw badInput('bad-recipe', `there is no field "${stray}" here; expected one of ${known.join(', ')}.`, {
      where: `/of/${stray}`,
    })
  const given = Object.entries(asked).filter(([name, value]) => name !== '//' && value !== undefined)
  const texts = Object.fromEntries(given.map(([name, value]) => [name, asText(value)]))
  try {
    return readInput(question, texts, (field) => `/of/${field}`)
  } catch (thrown) {
    if (!(thrown instanceof NormtrailError) || thrown.code !== 'bad-input') throw thrown
    const { message, where, hint, faults } = thrown
    throw badInput('bad-recipe', message, {
      faults,
      ...(where !== undefined && { where }),
      ...(hint !== undefined && { hint }),
    })
  }
}

type Rows = Iterable<readonly TableCell[]>
type Input = ReturnType<typeof inputOf>

const rowsOf = async (world: Snapshot, question: Question, meant: Input) => {
  if (question.pages !== undefined)
    return { columns: question.table?.columns ?? [], pages: question.pages(world, meant) as AsyncIterable<Rows> }
  const { columns, rows } = tableOf(question, await question.answer(world, meant))
  return {
    columns,
    pages: (async function* () {
      yield rows
    })(),
  }
}

/** Rows with the cells of further columns behind them, each of its state in its year. */
const besides = async (
  { of }: OfQuestion,
  {
    world,
    recipe,
    system,
    found,
  }: { world: Snapshot; recipe: Recipe; system: 'cow' | 'gw' | 'un'; found: readonly Column[] },
) => {
  const columns = await loadColumns(world, recipe, system)
  const required = requiredOf(recipe, columns)
  const placeOf = (name: string | undefined): number => found.findIndex((column) => column.name === name)
  const [state, year] = [placeOf(of?.state), placeOf(of?.year)]
  const add = (row: readonly TableCell[]): readonly (readonly TableCell[])[] => {
    if (columns.length === 0) return [row]
    const day = lastDayOfYear(Number(row[year]))
    const readings = columns.map((column) => column.on(day))
    const cells = cellsOfRow(columns, readings, { id: String(row[state]), required })
    return cells === undefined ? [] : [[...row, ...cells]]
  }
  return { columns: columns.flatMap((column) => column.columns), add }
}

const noKinds: readonly ColumnKind[] = []

/** A unit whose rows are those of a question, asked with the fields under `of`. */
export const unitOfQuestion = (unit: OfQuestion): Unit => ({
  id: unit.id,
  says: unit.says,
  shape: {
    of: z
      .record(z.string(), z.unknown())
      .default({})
      .describe(
        `What \`${unit.question.name}\` takes, as an object: ${Object.keys(unit.question.input.shape).join(', ')}`,
      ),
  },
  kinds: unit.of === undefined ? noKinds : columnsOfStates,
  load: async (world, recipe) => {
    const { head } = recipe
    const { system } = await withSystem(world, head)
    const asked = head['of'] as Readonly<Record<string, unknown>>
    const input = inputOf(unit.question, { ...unit.given(head, system), ...asked })
    const {
      meant,
      columns: found,
      pages,
    } = await inPlace(async () => {
      const settled = (await unit.question.settle?.(world, input)) ?? input
      return { meant: settled, ...(await rowsOf(world, unit.question, settled)) }
    }, within('/of'))
    const { columns, add } = await besides(unit, { world, recipe, system, found })
    const rests = unit.rests(world, meant as never, { years: head, system })
    const ofStates = onStates(world, system, statesOfRows(world, head, system))
    return {
      columns: [
        ...found.map((column) => ({ ...column, rests: column.name === 'state' ? ofStates : rests })),
        ...columns,
      ],
      key: unit.key,
      pages: async function* () {
        for await (const rows of pagesInPlace(pages, within('/of'))) yield [...rows].flatMap(add)
      },
    }
  },
})
