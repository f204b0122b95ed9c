import { z } from 'zod'
import { badInput } from '../../common/error.ts'
import { byText } from '../../common/by-text.ts'
import { groupBy } from '../../common/group-by.ts'
import { pagedPanel } from '../panels/paged-panel.ts'
import { panelAnswer, panelText } from '../panels/panel-answer.ts'
import { dayInYear, statesNamed, stateYears, yearCodesInput, yearsDone } from '../panels/state-years.ts'
import { freeWords, fromInput, systemInput, toInput, yearDayInput } from '../question/inputs.ts'
import { question, type TableCell } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { stepByStep } from '../question/steps.ts'
import { withSystem } from '../subjects/default-system.ts'
import { dyadColumns } from './dyad-columns.ts'
import { rowsOfYear } from './dyad-rows.ts'
import { sharedInputs } from './full-members.ts'
import { loadPairs } from './pairs.ts'

const input = z.object({
  from: fromInput,
  to: toInput,
  at: yearDayInput,
  system: systemInput,
  states: freeWords.optional().describe('Only dyads of these states, with commas between: aut,deu,ita; at least two'),
  ...sharedInputs,
  yearCodes: yearCodesInput,
})
type Input = z.output<typeof input>

/** The states whose dyads are wanted; undefined where all are. Throws where fewer than two are named. */
const wantedOf = (world: Snapshot, { states }: Input): ReadonlySet<string> | undefined => {
  const wanted = statesNamed(world, states)
  if (wanted !== undefined && wanted.size < 2)
    throw badInput('bad-input', `"${states?.join(',')}" is one state. Expected two or more.`, { where: 'states' })
  return wanted
}

/** A year of dyads at a time, and of each year a row at a time: the next is made when somebody takes it. */
async function* yearsOf(asked: Snapshot, given: Input): AsyncGenerator<Iterable<readonly TableCell[]>> {
  const world = { ...asked, formality: given.formality }
  const { system } = await withSystem(world, given)
  const wanted = wantedOf(world, given)
  const rows = await stateYears(world, system, given.from, given.to, dayInYear(given.at))
  const inSystem = rows.filter((row) => row.inSystem && (wanted?.has(row.state) ?? true))
  const pairs = await loadPairs(world, given, { from: given.from, to: given.to })
  const byYear = [...groupBy(inSystem, ({ year }) => year).values()].toSorted(inOrder)
  for await (const states of stepByStep(world, yearsDone, byYear)) {
    const [first] = states
    if (first !== undefined)
      yield rowsOfYear(
        pairs,
        states.toSorted((a, b) => byText(a.state, b.state)),
        first.at,
      )
  }
}

const inOrder = ([a]: readonly { year: number }[], [b]: readonly { year: number }[]): number =>
  (a?.year ?? 0) - (b?.year ?? 0)

export const panelDyads = question({
  name: 'panel dyads',
  asks:
    'Dyad-year panel: for each two states of the system what they share in each year: organisations, structured ones ' +
    'among them, borders, alliances, official languages, sub-region, former metropole, capabilities.',
  takesLong: true,
  positional: [],
  sources: 'parameter',
  input,
  output: panelAnswer,
  format: 'csv',
  settle: withSystem,
  ...pagedPanel(dyadColumns, yearsOf, async (world: Snapshot, given: Input) => ({
    from: given.from,
    to: given.to,
    at: given.at,
    system: (await withSystem(world, given)).system,
    states: given.states?.join(',') ?? null,
    formality: given.formality,
    exclude_imputed: Number(given.excludeImputed),
    exclude_suspended: Number(given.excludeSuspended),
    year_codes: given.yearCodes,
  })),
  text: panelText,
})
