import { z } from 'zod'
import { standingOn } from '../../../../projections/compose/membership/membership.ts'
import { byText } from '../../../common/by-text.ts'
import { groupBy } from '../../../common/group-by.ts'
import { firstDayOfYear, type Day } from '../../../time/day.ts'
import { loadAllMemberships } from '../../memberships/load-memberships.ts'
import { yearsDone } from '../../panels/state-years.ts'
import { intColumn, stateColumn, textColumn } from '../../question/columns.ts'
import { formalityInput } from '../../question/inputs.ts'
import type { TableCell } from '../../question/question.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import { stepByStep } from '../../question/steps.ts'
import type { Recipe } from '../recipe.ts'
import { onOrganisations } from '../rests/of-organisations.ts'
import { onStates } from '../rests/of-states.ts'
import { statesOfRows } from '../rests/rows.ts'
import { yearsOfStates } from './state-year.ts'
import type { Unit } from './unit.ts'

const columns = [
  stateColumn,
  intColumn('cow', 'Its Correlates of War number on its last day in the system in that year', 'It had none then'),
  textColumn('igo', 'The id of the organisation'),
  textColumn('igo_name', 'Its name'),
  intColumn('year', 'The year; one day of it stands for it'),
  textColumn('kind', 'full, associate, observer, or unknown: the source cannot tell'),
  textColumn('certainty', 'Whether it certainly stood so on that day, or only may have'),
]

interface Asked {
  readonly formality: 'formal' | 'informal' | 'all'
  readonly kinds: readonly string[]
}

const load = async (opened: Snapshot, recipe: Recipe) => {
  const { from, to, formality, kinds } = recipe.head as Recipe['head'] & Asked
  const world = { ...opened, formality }
  const { system, years } = await yearsOfStates(world, recipe)
  const ofStates = onStates(world, system, statesOfRows(world, recipe.head, system))
  const ofOrganisations = onOrganisations(world, { from, to }, true)
  const spans = await loadAllMemberships(world, firstDayOfYear(from), firstDayOfYear(to + 1))
  const byState = new Map(
    [...groupBy(spans, ({ actor }) => actor)].map(([actor, list]) => [
      actor,
      [...groupBy(list, ({ igo }) => igo)].toSorted(([a], [b]) => byText(a, b)),
    ]),
  )
  const tiesOn = (state: string, cow: number | null, { day, year }: { day: Day; year: number }) =>
    (byState.get(state) ?? []).flatMap(([igo, list]): readonly (readonly TableCell[])[] => {
      const standing = standingOn(list, day)
      if (standing === undefined || !kinds.includes(standing.kind)) return []
      const certainty = standing.observed ? 'certain' : standing.certainty
      return [[state, cow, igo, world.names.nameOf('igo', igo), year, standing.kind, certainty]]
    })
  return {
    columns: columns.map((column) => ({
      ...column,
      rests: column.name === 'state' || column.name === 'cow' ? ofStates : ofOrganisations,
    })),
    key: ['state', 'igo', 'year'],
    pages: async function* () {
      for await (const rows of stepByStep(world, yearsDone, years))
        yield rows.flatMap(({ state, cow, at, year }) => tiesOn(state, cow, { day: at, year }))
    },
  }
}

/** A row for each state, organisation and year: the edges of the graph of both. */
export const membershipYear: Unit = {
  id: 'membership-year',
  says: 'A row for each state of the system, organisation and year in which it stood there: an edge list of both.',
  shape: {
    formality: formalityInput,
    kinds: z
      .array(z.enum(['full', 'associate', 'observer', 'unknown']))
      .min(1)
      .default(['full', 'associate', 'observer'])
      .describe('Which standings have a row; unknown: the source says that it cannot tell'),
  },
  kinds: [],
  load,
}
