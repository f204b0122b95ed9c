import { z } from 'zod'
import { standingOn, type MembershipSpan } from '../../../projections/compose/membership/membership.ts'
import { groupBy } from '../../common/group-by.ts'
import { firstDayOfYear, type Day } from '../../time/day.ts'
import { flag, fromInput, systemInput, toInput, yearDayInput } from '../question/inputs.ts'
import { loadAllMemberships } from '../memberships/load-memberships.ts'
import { loadImputed } from '../memberships/imputed-years.ts'
import { intColumn, type Column } from '../question/columns.ts'
import { coverageCells, coverageColumns, coverageOf } from '../question/coverage-fields.ts'
import { withSystem } from '../subjects/default-system.ts'
import { loadCoverageOfMemberships } from '../memberships/membership-coverage.ts'
import { dayInYear, panelCells, panelColumns, stateYears } from './state-years.ts'
import { panelAnswer, panelText } from './panel-status.ts'
import { question } from '../question/question.ts'

const counted = ['full', 'associate', 'observer', 'unknown'] as const

const columns: readonly Column[] = [
  ...panelColumns,
  intColumn('full', 'In how many organisations it was a full member on that day, suspended ones included'),
  intColumn('associate', 'In how many organisations it was an associate member'),
  intColumn('observer', 'In how many organisations it was an observer; these are counted nowhere else'),
  intColumn('unknown', 'Of how many organisations the source says that it cannot tell whether it belonged to them'),
  ...coverageColumns,
]

export const panelMemberships = question({
  name: 'panel memberships',
  asks: 'State-year panel of the number of memberships in international organisations, by kind.',
  takesLong: true,
  positional: [],
  sources: 'parameter',
  input: z.object({
    from: fromInput,
    to: toInput,
    at: yearDayInput,
    system: systemInput,
    excludeImputed: flag('Leave out organisation-years that the source filled in itself'),
  }),
  output: panelAnswer,
  format: 'csv',
  settle: withSystem,
  answer: async (world, input) => {
    const { system } = await withSystem(world, input)
    const years = await stateYears(world, system, input.from, input.to, dayInYear(input.at))
    const imputed = input.excludeImputed ? await loadImputed(world) : () => false
    const memberships = await loadAllMemberships(world)
    const byActor = groupBy(memberships, ({ actor }) => actor)
    const coverage = await loadCoverageOfMemberships(world)
    const byIgo = new Map<string, readonly (readonly MembershipSpan[])[]>()
    const rows = years.map((row) => {
      const ofIgos = byIgo.get(row.state) ?? [...groupBy(byActor.get(row.state) ?? [], ({ igo }) => igo).values()]
      byIgo.set(row.state, ofIgos)
      const kinds = countKinds(ofIgos, row.at, (igo) => imputed(igo, firstDayOfYear(row.year)))
      return [
        ...panelCells(row),
        ...counted.map((kind) => kinds[kind]),
        ...coverageCells(coverageOf(coverage.inAll(row.state, row.at))),
      ]
    })
    return {
      columns: columns.map(({ name }) => name),
      rows,
      parameters: {
        from: input.from,
        to: input.to,
        at: input.at,
        system,
        exclude_imputed: input.excludeImputed ? 1 : 0,
      },
    }
  },
  text: panelText,
  table: { columns, rows: (panel) => panel.rows },
})

/** How many organisations the state stood in each kind of relation to, on a day. */
const countKinds = (ofIgos: readonly (readonly MembershipSpan[])[], day: Day, leftOut: (igo: string) => boolean) => {
  const kinds = { full: 0, associate: 0, observer: 0, unknown: 0, none: 0 }
  for (const spans of ofIgos) {
    const span = standingOn(spans, day)
    if (span !== undefined && !leftOut(span.igo)) kinds[span.kind] += 1
  }
  return kinds
}
