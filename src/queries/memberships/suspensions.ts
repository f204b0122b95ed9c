import { exitsOf } from '../../../projections/compose/membership/exits.ts'
import { untilExits, type Suspension } from '../../../projections/compose/membership/suspensions.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Day } from '../../time/day.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import { loadMemberActs } from './load-spans.ts'
import { loadExitClauses } from './load-memberships.ts'

interface Place {
  readonly igo: string
  readonly actor: string
}

const placeOf = ({ igo, actor }: Place): string => `${igo}\n${actor}`

/** The suspensions of every member of every organisation, by organisation and actor. */
export const loadSuspensions = async (world: Snapshot): Promise<(place: Place) => readonly Suspension[]> => {
  const rows = await knownRows(world, 'membership_attribute')
    .selectAll()
    .where('attribute', '=', 'suspended')
    .orderBy('valid_from')
    .execute()
  const clauses = await loadExitClauses(world)
  const acts = rows.length === 0 ? new Map<string, never>() : groupBy(await loadMemberActs(world, {}), placeOf)
  const suspensions = new Map(
    [...groupBy(rows, placeOf)].map(([place, list]) => {
      const told = list.map((row): Suspension => ({
        from: row.valid_from as Day,
        to: row.valid_to as Day,
        certainty: row.certainty,
        decidedBy: idsOf(row.decided_by),
      }))
      return [place, untilExits(told, exitsOf(acts.get(place) ?? [], clauses.get(list[0]?.igo ?? '')).exits)]
    }),
  )
  return (place) => suspensions.get(placeOf(place)) ?? []
}
