import type { MembershipSpan } from '../../../projections/compose/membership.ts'
import type { Schema } from '../../readmodel/schema.ts'
import { ALWAYS, FOREVER, type Day } from '../../time/day.ts'
import type { World } from '../world.ts'
import { idsOf, knownRows } from './known.ts'

export const spanOfRow = (row: Schema['membership']): MembershipSpan => ({
  igo: row.igo,
  actor: row.actor,
  kind: row.kind,
  track: row.track,
  from: row.valid_from as Day,
  to: row.valid_to as Day,
  certainty: row.certainty,
  observed: row.first_year !== null,
  /** Read only when it is asked for: a panel counts a hundred thousand rows and cites none. */
  get decidedBy() {
    return idsOf(row.decided_by)
  },
})

/** All that sources say of one actor's standing in organisations. */
export const loadMembershipsOf = async (world: World, actor: string): Promise<readonly MembershipSpan[]> =>
  (await knownRows(world, 'membership').selectAll().where('actor', '=', actor).orderBy('valid_from').execute()).map(spanOfRow)

/** All that sources say of everybody's standing in one organisation. */
export const loadMembersOf = async (world: World, igo: string): Promise<readonly MembershipSpan[]> =>
  (await knownRows(world, 'membership').selectAll().where('stream', '=', `igo-${igo}`).orderBy('valid_from').execute()).map(spanOfRow)

/** All that sources say of everybody in every organisation, on any of the days [from, to). */
export const loadAllMemberships = async (world: World, from: Day = ALWAYS, to: Day = FOREVER): Promise<readonly MembershipSpan[]> => {
  const rows = knownRows(world, 'membership').selectAll().where('valid_from', '<', to).where('valid_to', '>', from)
  return (await rows.orderBy('valid_from').execute()).map(spanOfRow)
}
