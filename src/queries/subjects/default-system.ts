import { bundledSeries } from '../../events/source.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { recordedIn } from '../question/changes.ts'
import { keeping } from '../question/kept.ts'
import { knownRows } from '../question/known-rows.ts'
import { loadSystem } from '../memberships/load-system.ts'
import type { System } from '../memberships/system-spells.ts'

const keptSystem = keeping<System>(
  () => 100,
  () => recordedIn('state'),
)

/** Found by the rows of the moment. */
const findSystem = async (world: Snapshot): Promise<System> => {
  const listed = await world.sql
    .selectFrom('event')
    .select('id')
    .where('stream', 'in', knownRows(world, 'state_spell').select('stream').where('system', '=', 'cow'))
    .where('type', '=', 'StateEntered')
    .where('ordinal', '<=', world.ordinal)
    // Both narrow texts that are written canonically.
    .where('body', 'like', '%"system":"cow"%')
    .where('body', 'not like', `%"series":"${bundledSeries}"%`)
    .limit(1)
    .executeTakeFirst()
  return listed === undefined ? 'un' : 'cow'
}

/**
 * The state system that is meant where none is named: that of the Correlates of War, where the log knew a list of it at
 * the moment of knowledge; else the members of the United Nations, by the memberships that the log knew then. The dates
 * of some states that came with earlier versions of normtrail are no list.
 */
export const defaultSystem = (world: Snapshot): Promise<System> => keptSystem(world, '', () => findSystem(world))

/** What was asked, with the state system that is meant: for questions whose field `system` may be left out. */
export const withSystem = async <I extends { readonly system?: System | undefined }>(
  world: Snapshot,
  input: I,
): Promise<I & { readonly system: System }> => ({ ...input, system: input.system ?? (await defaultSystem(world)) })

/** The same for a question that does without: none is meant where the log holds none that could be. */
export const withSystemIfHeld = async <I extends { readonly system?: System | undefined }>(
  world: Snapshot,
  input: I,
): Promise<I> => {
  if (input.system !== undefined) return input
  const system = await defaultSystem(world)
  return (await loadSystem(world, system)).size === 0 ? input : { ...input, system }
}
