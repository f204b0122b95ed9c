import { z } from 'zod'
import { byText } from '../../common/by-text.ts'
import { groupBy } from '../../common/group-by.ts'
import { pagedPanel } from '../panels/paged-panel.ts'
import { panelAnswer, panelText } from '../panels/panel-answer.ts'
import { doubleColumn, intColumn, textColumn, type Column } from '../question/columns.ts'
import { flag, yearDayInput } from '../question/inputs.ts'
import { question } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { stepByStep } from '../question/steps.ts'
import { withSystem } from '../subjects/default-system.ts'
import { checkOneMode, graphInputs } from './graph-inputs.ts'
import { loadPassedOn } from './told-by.ts'
import { parametersOfTies } from './tie-parameters.ts'
import { loadTiesByYear, type TieInYear } from './years-of-ties.ts'

// Of memberships nothing is asked: both ends of a tie are states.
const { kinds: _kinds, formality: _formality, excludeImputed: _imputed, ...ofStates } = graphInputs
const input = z.object({
  ...ofStates,
  ties: graphInputs.ties.unwrap().describe('contiguity, alliance, or the id of any other relation between states'),
  at: yearDayInput,
  possible: flag('Count ties, too, that only may have held; else those alone that certainly held'),
})
type Input = z.output<typeof input>

const inFull = (asked: Input) => ({
  ...asked,
  kinds: ['full', 'associate', 'observer'] as const,
  formality: 'formal' as const,
  excludeImputed: false,
})

export const netdiffuserColumns: readonly Column[] = [
  textColumn('ego', 'Id of the state from which the tie leads; a tie without direction is there both ways'),
  textColumn('alter', 'Id of the state to which it leads', 'The state has no tie in any of the years'),
  doubleColumn('w', 'The value of the tie, 1 where it has none, 0 for a state without ties'),
  intColumn('t0', 'The first year of the tie'),
  intColumn('t1', 'The last year of it: there is one row for all years that follow one another'),
]

/** Years that follow one another with the same value. */
interface Run {
  readonly w: number
  readonly t0: number
  readonly t1: number
}

const valueOf = ({ tie }: TieInYear): number => tie.weight ?? 1

/** The ties of one pair as runs: in a year the greatest value counts, whatever types the pair has. */
export const runsOf = (ties: readonly TieInYear[]): readonly Run[] => {
  const years = [...groupBy(ties, ({ ego }) => ego.year)]
    .map(([year, ofYear]) => ({ year, w: Math.max(...ofYear.map(valueOf)) }))
    .toSorted((a, b) => a.year - b.year)
  const runs: Run[] = []
  for (const { year, w } of years) {
    const last = runs.at(-1)
    if (last?.w === w && last.t1 === year - 1) runs[runs.length - 1] = { ...last, t1: year }
    else runs.push({ w, t0: year, t1: year })
  }
  return runs
}

type Row = readonly [ego: string, alter: string | null, w: number, t0: number, t1: number]

/** A state at a time; at the end those without ties, which would not be known to be there. */
async function* ofEachState(world: Snapshot, asked: Input): AsyncGenerator<readonly Row[]> {
  checkOneMode(inFull(asked))
  const { states, of, isDirected } = await loadTiesByYear(world, await withSystem(world, inFull(asked)))
  const tied = new Set<string>()
  for await (const ego of stepByStep(world, 'states done:', states)) {
    const counting = of(ego).filter(({ tie }) => asked.possible || tie.certainty === 'certain')
    const rows = [...groupBy(counting, ({ tie }) => tie.alter)].flatMap(([alter, ties]) =>
      runsOf(ties).flatMap(({ w, t0, t1 }): readonly Row[] => {
        const there: Row = [ego, alter, w, t0, t1]
        return isDirected ? [there] : [there, [alter, ego, w, t0, t1]]
      }),
    )
    for (const [from, to] of rows) tied.add(from).add(to ?? from)
    yield rows
  }
  yield states
    .filter((state) => !tied.has(state))
    .toSorted(byText)
    .map((state) => [state, null, 0, asked.from, asked.to])
}

export const netdiffuserEdges = question({
  name: 'network netdiffuser edges',
  asks: 'Ties between states with their first and last year, as edgelist_to_adjmat of netdiffuseR takes them.',
  takesLong: true,
  positional: [],
  sources: 'parameter',
  input,
  output: panelAnswer,
  format: 'csv',
  settle: withSystem,
  passesOn: (world, asked) => loadPassedOn(world, inFull(asked)),
  ...pagedPanel(netdiffuserColumns, ofEachState, async (world: Snapshot, asked: Input) => {
    const { from, to, ties, types, year_codes, system } = await parametersOfTies(world, inFull(asked))
    return { from, to, ties, types, year_codes, system, at: asked.at, possible: Number(asked.possible) }
  }),
  text: panelText,
})
