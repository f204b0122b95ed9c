import { groupBy } from '../../../common/group-by.ts'
import { byText } from '../../../common/by-text.ts'
import { holdsOn } from '../../../time/timeline.ts'
import { firstDayOfYear, type Day } from '../../../time/day.ts'
import { loadAllMemberships } from '../../memberships/load-memberships.ts'
import { dayInYear, yearsDone } from '../../panels/state-years.ts'
import { intColumn, textColumn } from '../../question/columns.ts'
import { formalityInput } from '../../question/inputs.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import { stepByStep } from '../../question/steps.ts'
import { withSystem } from '../../subjects/default-system.ts'
import { columnsOfOrganisations } from '../columns/of-organisation.ts'
import { loadColumns, requiredOf } from '../load-columns.ts'
import type { Recipe } from '../recipe.ts'
import { onOrganisations } from '../rests/of-organisations.ts'
import { cellsOfRow } from './state-year.ts'
import type { Unit } from './unit.ts'

const identifiers = [
  textColumn('igo', 'The id of the organisation'),
  textColumn('name', 'Its name'),
  textColumn('cow_igo', 'Its number in the list of the Correlates of War', 'It has none there'),
  intColumn('year', 'The year; one day of it stands for it'),
]

/** The organisations in which somebody is told to stand on a day, by id. */
const loadOrganisations = async (world: Snapshot, { from, to }: Recipe['head']) => {
  const spans = await loadAllMemberships(world, firstDayOfYear(from), firstDayOfYear(to + 1))
  const byIgo = [...groupBy(spans, ({ igo }) => igo)].toSorted(([a], [b]) => byText(a, b))
  return (day: Day): readonly string[] =>
    byIgo.filter(([, list]) => list.some((span) => span.kind !== 'none' && holdsOn(span, day))).map(([igo]) => igo)
}

const load = async (opened: Snapshot, recipe: Recipe) => {
  const { head } = recipe
  const world = { ...opened, formality: head['formality'] as 'formal' | 'informal' | 'all' }
  const { system } = await withSystem(world, head)
  const organisationsOn = await loadOrganisations(world, head)
  const columns = await loadColumns(world, recipe, system)
  const required = requiredOf(recipe, columns)
  const years = Array.from({ length: Math.max(0, head.to - head.from + 1) }, (_, index) => head.from + index)
  const dayOf = dayInYear(head.day)
  const ofOrganisations = onOrganisations(world, head, false)
  return {
    columns: [
      ...identifiers.map((column) => ({ ...column, rests: ofOrganisations })),
      ...columns.flatMap((column) => column.columns),
    ],
    key: ['igo', 'year'],
    pages: async function* () {
      for await (const year of stepByStep(world, yearsDone, years)) {
        const day = dayOf(year)
        const readings = columns.map((column) => column.on(day))
        yield organisationsOn(day).flatMap((igo) => {
          const cells = cellsOfRow(columns, readings, { id: igo, required })
          const number = world.names.codeOf('igo', igo, 'cow-igo-number', day) ?? null
          return cells === undefined ? [] : [[igo, world.names.nameOn('igo', igo, day), number, year, ...cells]]
        })
      }
    },
  }
}

/** A row for each organisation and year. */
export const organisationYear: Unit = {
  id: 'organisation-year',
  says: 'A row for each organisation and year in which somebody is told to stand in it.',
  shape: { formality: formalityInput },
  kinds: columnsOfOrganisations,
  load,
}
