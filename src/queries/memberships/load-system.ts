import { groupBy } from '../../common/group-by.ts'
import type { Day } from '../../time/day.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { countsState } from '../question/without.ts'
import type { System, SystemSpells } from './system-spells.ts'
import { membersOfUnitedNations } from './united-nations.ts'

const loadSpells = async (world: Snapshot, system: System): Promise<SystemSpells> => {
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

/**
 * A state system as the log holds it; empty where it does not. That of the United Nations are its members. Of a world
 * that is asked without a state that one is no member.
 */
export const loadSystem = async (world: Snapshot, system: System): Promise<SystemSpells> => {
  const recorded = await loadSpells(world, system)
  const spells = system === 'un' ? await membersOfUnitedNations(world, recorded) : recorded
  return world.without === undefined ? spells : new Map([...spells].filter(([state]) => countsState(world)(state)))
}
