import { z } from 'zod'
import { pagedPanel } from '../panels/paged-panel.ts'
import { panelAnswer, panelText } from '../panels/panel-answer.ts'
import { booleanColumn, doubleColumn, intColumn, textColumn, type Column } from '../question/columns.ts'
import { yearDayInput } from '../question/inputs.ts'
import { question, type TableCell } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { stepByStep } from '../question/steps.ts'
import { withSystem } from '../subjects/default-system.ts'
import { graphInputs } from './graph-inputs.ts'
import { loadPassedOn } from './told-by.ts'
import { parametersOfTies } from './tie-parameters.ts'
import type { AlterKind } from './tie-days.ts'
import { loadTiesByYear, type TieInYear } from './years-of-ties.ts'

const input = z.object({ ...graphInputs, at: yearDayInput })
type Input = z.output<typeof input>

const noState = 'It is no state, or had none then'

export const edgeColumns: readonly Column[] = [
  textColumn('ego', 'Id of the state that the tie is of; of a tie without direction between two states the lesser id'),
  textColumn('ego_name', 'Its name'),
  intColumn('ego_cow', 'Its Correlates of War number on its last day in the system in that year', 'It had none then'),
  textColumn('ego_iso3', 'Its ISO 3166-1 alpha-3 code on that day', 'It had none then'),
  textColumn('alter', 'Id of the state, organisation or treaty at the other end'),
  textColumn('alter_is', 'What that is: state, igo or treaty'),
  textColumn('alter_name', 'Its name'),
  intColumn('alter_cow', 'Its Correlates of War number, as that of ego', noState),
  textColumn('alter_iso3', 'Its ISO 3166-1 alpha-3 code, as that of ego', noState),
  intColumn('year', 'The year; one day of it stands for it, 31 December unless another is asked for'),
  textColumn('kind', 'full, associate or observer; the type of a tie as its source names it', 'It has none'),
  doubleColumn('weight', 'The value of the tie, in the unit of its source', 'The tie has none'),
  booleanColumn('directed', 'Whether the tie leads from ego to alter, and not back'),
  textColumn('certainty', 'Whether it held on that day for certain, or only possibly'),
  textColumn('told_by', 'days, or years: the tie is told by the year, and not to the day'),
  booleanColumn('assumed', 'Whether its source does not speak of that day, and the tie is taken to hold'),
  textColumn('series', 'The series that tells it', 'Acts tell it, or it follows from several'),
]

const cellsOf =
  (alters: AlterKind, isDirected: boolean, nameOf: (id: string) => string) =>
  ({ tie, ego, alter }: TieInYear): readonly TableCell[] => [
    ego.state,
    ego.name,
    ego.cow,
    ego.iso3,
    tie.alter,
    alters,
    alter?.name ?? nameOf(tie.alter),
    alter?.cow ?? null,
    alter?.iso3 ?? null,
    ego.year,
    tie.kind,
    tie.weight,
    isDirected,
    tie.certainty,
    tie.toldBy,
    tie.isAssumed,
    tie.series,
  ]

/** The ties of a state at a time. */
async function* ofEachState(world: Snapshot, asked: Input): AsyncGenerator<Iterable<readonly TableCell[]>> {
  const { alters, isDirected, states, of } = await loadTiesByYear(world, await withSystem(world, asked))
  const cells = cellsOf(alters, isDirected, (id) => world.names.nameOf(alters, id))
  for await (const state of stepByStep(world, 'states done:', states)) yield of(state).map(cells)
}

export const networkEdges = question({
  name: 'network edges',
  asks: 'Ties of states, one row a tie and year: to organisations, to treaties or to one another.',
  takesLong: true,
  positional: [],
  sources: 'parameter',
  input,
  output: panelAnswer,
  format: 'csv',
  settle: withSystem,
  passesOn: loadPassedOn,
  ...pagedPanel(edgeColumns, ofEachState, async (world: Snapshot, asked: Input) => ({
    ...(await parametersOfTies(world, asked)),
    at: asked.at,
  })),
  text: panelText,
})
