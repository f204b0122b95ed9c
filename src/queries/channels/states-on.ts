import type { Day } from '../../time/day.ts'
import { at } from '../../time/timeline.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { heldSystem } from '../subjects/state-systems.ts'
import { loadInSystem } from '../memberships/in-system.ts'
import type { System } from '../memberships/system-spells.ts'

/** The states that may be partners: all that were ever in a state system, and which of them were on a day. */
export interface SystemStates {
  readonly states: readonly string[]
  readonly places: ReadonlyMap<string, number>
  readonly isIn: (state: string, day: Day) => boolean
  /** Whether the sources believed tell whether a state was in it on a day. */
  readonly isTold: (state: string, day: Day) => boolean
}

/** Loads the states of a system. Throws `unknown-system` where the log does not hold it. */
export const loadSystemStates = async (world: Snapshot, system: System): Promise<SystemStates> => {
  const spells = await heldSystem(world, system)
  const inSystem = await loadInSystem(world, system, spells)
  const states = [...spells.keys()].toSorted()
  return {
    states,
    places: new Map(states.map((state, i) => [state, i])),
    isIn: (state, day) => at(spells.get(state) ?? [], day) !== undefined,
    isTold: (state, day) => inSystem.on(state, day) !== null,
  }
}
