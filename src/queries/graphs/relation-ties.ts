import type { YearCodes } from '../../../projections/compose/membership/possible-memberships.ts'
import { groupBy } from '../../common/group-by.ts'
import { addDays, ALWAYS, FOREVER } from '../../time/day.ts'
import type { Days } from '../../time/timeline.ts'
import { isOfOneYear } from '../relations/by-year-codes.ts'
import { loadRelations, type TieOnDay } from '../relations/load-relations.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { overlap, within, type TieDays, type Ties } from './tie-days.ts'

const nameOf = ({ a, b, type, value, series }: TieOnDay): string => JSON.stringify([a, b, type, value, series])

/** The days before, on and after those that a source speaks of. */
const partsAround = ({ from, to }: Days) => ({
  told: [{ from, to }],
  assumed: [
    { from: ALWAYS, to: from },
    { from: to, to: FOREVER },
  ],
})

/**
 * Ties of a relation between two states, as its sources tell them: those of the types that are asked for, or all. Where
 * a source does not speak of some of their days, these stand apart.
 */
export const loadRelationTies = async (
  world: Snapshot,
  relation: string,
  { types, yearCodes }: { readonly types?: readonly string[] | undefined; readonly yearCodes: YearCodes },
): Promise<Ties> => {
  const last = addDays(FOREVER, -1)
  const all = (await loadRelations(world, relation, yearCodes)).begunBy(last)
  const counting = all.filter(({ type }) => types === undefined || (type !== undefined && types.includes(type)))
  // What is told by the year leaves a year open at one of its ends.
  const open = groupBy(
    (await loadRelations(world, relation, 'edges'))
      .begunBy(last)
      .filter((one) => one.certainty === 'possible' && isOfOneYear(one)),
    nameOf,
  )
  const isByYear = (tie: TieOnDay): boolean =>
    (open.get(nameOf(tie)) ?? []).some(
      (year) => overlap(year, tie) !== undefined || year.to === tie.from || year.from === tie.to,
    )
  const daysOf = (tie: TieOnDay): readonly TieDays[] => {
    const { told, assumed } = partsAround(tie.spokenOf)
    const days: TieDays = {
      ego: tie.a,
      alter: tie.b,
      from: tie.from,
      to: tie.to,
      kind: tie.type ?? null,
      weight: tie.value ?? null,
      certainty: tie.certainty,
      toldBy: isByYear(tie) ? 'years' : 'days',
      isAssumed: false,
      series: tie.series,
    }
    return [...within(days, told), ...within({ ...days, isAssumed: true }, assumed)]
  }
  const byState = groupBy(counting, ({ a }) => a)
  return {
    alters: 'state',
    isDirected: counting.some(({ directed }) => directed),
    of: (ego) => (byState.get(ego) ?? []).flatMap(daysOf),
  }
}
