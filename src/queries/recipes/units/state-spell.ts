import { badInput } from '../../../common/error.ts'
import { byText } from '../../../common/by-text.ts'
import { firstDayOfYear, formatDay, type Day } from '../../../time/day.ts'
import { at, inOrder, segments, type Span } from '../../../time/timeline.ts'
import { statesNamed } from '../../panels/state-years.ts'
import { dateColumn, stateColumn, textColumn } from '../../question/columns.ts'
import type { TableCell } from '../../question/question.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import { stepByStep } from '../../question/steps.ts'
import { withSystem } from '../../subjects/default-system.ts'
import { heldSystem } from '../../subjects/state-systems.ts'
import { columnsOfStates } from '../columns/index.ts'
import { loadColumns, requiredOf, type ReadyColumn } from '../load-columns.ts'
import type { Recipe } from '../recipe.ts'
import { onStates } from '../rests/of-states.ts'
import { statesOfRows } from '../rests/rows.ts'
import { cellsOfRow } from './state-year.ts'
import type { Unit } from './unit.ts'

const identifiers = [
  stateColumn,
  textColumn('name', 'What it was called on the first day'),
  dateColumn('from', 'The first day of the spell'),
  dateColumn('to', 'The first day after it', 'It goes on behind the years that were asked for'),
]

/** Spells need to know on which days something changes. */
const turning = (columns: readonly ReadyColumn[]) =>
  columns.map(({ turns, asked }, place) => {
    if (turns !== undefined) return turns
    throw badInput('bad-recipe', `"${asked.name}" may change on any day; expected what holds from a day to a day.`, {
      where: `/columns/${place}`,
      hint: 'Ask for a status or a membership, on the day and without a lag.',
    })
  })

interface Stretch {
  readonly from: Day
  to: Day
  readonly cells: readonly TableCell[]
}

/** The stretches of days on each of which all columns say the same, within the days that a state was in the system. */
const spellsOf = (
  state: string,
  spans: readonly Span<unknown>[],
  { columns, days, required }: { columns: readonly ReadyColumn[]; days: readonly Day[]; required: ReadonlySet<string> },
): readonly Stretch[] => {
  const spells: Stretch[] = []
  for (const { from, to } of segments(days)) {
    if (at(spans, from) === undefined) continue
    const readings = columns.map((column) => column.on(from))
    const cells = cellsOfRow(columns, readings, { id: state, required })
    if (cells === undefined) continue
    const before = spells.at(-1)
    if (before?.to === from && before.cells.join('\n') === cells.join('\n')) before.to = to
    else spells.push({ from, to, cells })
  }
  return spells
}

const load = async (world: Snapshot, recipe: Recipe) => {
  const { head } = recipe
  const { system } = await withSystem(world, head)
  const wanted = statesNamed(world, head.states)
  const lives = [...(await heldSystem(world, system))]
    .filter(([state]) => wanted?.has(state) ?? true)
    .toSorted(([a], [b]) => byText(a, b))
  const columns = await loadColumns(world, recipe, system)
  const [required, turns] = [requiredOf(recipe, columns), turning(columns)]
  const ofStates = onStates(world, system, statesOfRows(world, head, system))
  const [first, end] = [firstDayOfYear(head.from), firstDayOfYear(head.to + 1)]
  return {
    columns: [
      ...identifiers.map((column) => ({ ...column, rests: ofStates })),
      ...columns.flatMap((column) => column.columns),
    ],
    key: ['state', 'from'],
    pages: async function* () {
      for await (const [state, spans] of stepByStep(world, 'states done:', lives)) {
        const all = [...spans.flatMap(({ from, to }) => [from, to]), ...turns.flatMap((of) => of(state))]
        const days = inOrder([first, ...all.filter((day) => first < day && day < end), end])
        yield spellsOf(state, spans, { columns, days, required }).map(({ from, to, cells }) => [
          state,
          world.names.nameOn('state', state, from),
          formatDay(from),
          to >= end ? null : formatDay(to),
          ...cells,
        ])
      }
    },
  }
}

/** A row for each stretch of days on which nothing changes. */
export const stateSpell: Unit = {
  id: 'state-spell',
  says: 'A row for each stretch of days of a state in the system on which every column says the same.',
  shape: {},
  kinds: columnsOfStates,
  load,
}
