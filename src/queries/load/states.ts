import type { Span } from '../../time/timeline.ts'
import { FOREVER, type Day } from '../../time/day.ts'
import { groupBy } from '../../group-by.ts'
import type { World } from '../world.ts'
import { idsOf, knownRows } from './known.ts'

export type System = 'cow' | 'gw' | 'un'

/** When each state was in a state system: actor → spells in order. The members of the United Nations are that system. */
export const loadSystem = async (world: World, system: System): Promise<ReadonlyMap<string, readonly Span<System>[]>> => {
  const rows = await knownRows(world, 'state_spell').selectAll().where('system', '=', system).orderBy('valid_from').execute()
  const spells = rows.map((row) => ({
    actor: row.actor,
    span: { from: row.valid_from as Day, to: row.valid_to as Day, value: system, certainty: row.certainty, decidedBy: idsOf(row.decided_by) },
  }))
  return new Map([...groupBy(spells, ({ actor }) => actor)].map(([actor, list]) => [actor, list.map(({ span }) => span)]))
}

/** The first day on which a state was in no system any more, if it has left for good; by whichever system keeps it longest. */
export const loadExtinction = async (world: World, actor: string): Promise<{ extinctFrom: Day | undefined; extinctDecidedBy: ReturnType<typeof idsOf> }> => {
  const rows = await knownRows(world, 'state_spell').select(['valid_to', 'decided_by']).where('stream', '=', `state-${actor}`).execute()
  const last = rows.toSorted((a, b) => a.valid_to - b.valid_to).at(-1)
  if (last === undefined || last.valid_to >= FOREVER) return { extinctFrom: undefined, extinctDecidedBy: [] }
  return { extinctFrom: last.valid_to as Day, extinctDecidedBy: idsOf(last.decided_by) }
}
