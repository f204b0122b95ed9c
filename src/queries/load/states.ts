import type { Span } from '../../time/timeline.ts'
import type { Day } from '../../time/day.ts'
import { groupBy } from '../../group-by.ts'
import type { World } from '../world.ts'
import { idsOf, knownRows } from './known.ts'

export type System = 'cow' | 'gw' | 'un'

/** When each state was in a state system: actor → spells in order. The members of the United Nations are that system. */
export const loadSystem = async (
  world: World,
  system: System,
): Promise<ReadonlyMap<string, readonly Span<System>[]>> => {
  const rows = await knownRows(world, 'state_spell')
    .selectAll()
    .where('system', '=', system)
    .orderBy('valid_from')
    .execute()
  const spells = rows.map((row) => ({
    actor: row.actor,
    span: {
      from: row.valid_from as Day,
      to: row.valid_to as Day,
      value: system,
      certainty: row.certainty,
      decidedBy: idsOf(row.decided_by),
    },
  }))
  return new Map(
    [...groupBy(spells, ({ actor }) => actor)].map(([actor, list]) => [actor, list.map(({ span }) => span)]),
  )
}
