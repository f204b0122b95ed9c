import { sourceKinds } from '../../events/source.ts'
import type { Day } from '../../time/day.ts'
import { at } from '../../time/timeline.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { policyOf } from '../question/source-policy.ts'
import { loadDaysCovered } from './membership-coverage.ts'
import type { System, SystemSpells } from './system-spells.ts'

/** What the sources that a world believes tell of a state system. */
export interface InSystem {
  /** Whether a state was, or may have been, in it on a day; null where they do not tell of that state. */
  readonly on: (state: string, day: Day) => boolean | null
  /** Whether they tell of a state: else it is not known to have been outside on any day. */
  readonly tellsOf: (state: string) => boolean
}

/** Whether sources of all kinds are believed, in whatever order. */
const believesAll = (world: Snapshot): boolean => sourceKinds.every((kind) => policyOf(world).includes(kind))

/**
 * Loads what is told of a system. A list of states speaks of all states, whoever is believed. Of members of the United
 * Nations sources tell: where some are not believed, nobody is said to be outside but whose membership on other days
 * is told by those that are, or of whom these hold every membership.
 */
export const loadInSystem = async (world: Snapshot, system: System, spells: SystemSpells): Promise<InSystem> => {
  const covered = system === 'un' && !believesAll(world) ? await loadDaysCovered(world, 'un') : undefined
  const tellsOf = (state: string): boolean =>
    covered === undefined || spells.has(state) || covered('un', state) !== undefined
  return {
    on: (state, day) => at(spells.get(state) ?? [], day) !== undefined || (tellsOf(state) ? false : null),
    tellsOf,
  }
}

/** That an actor that is listed is none of the system, in words that follow a name; nothing where it is one. */
export const besideSystem = (inSystem: boolean | null): string => {
  if (inSystem === true) return ''
  return inSystem === false ? 'not in the system' : 'not told whether in the system'
}

/** How many of some actors were outside of a system, and of how many it is not told whether they were in it. */
export const countBeside = (listed: readonly { readonly inSystem: boolean | null }[]) => ({
  outside: listed.filter(({ inSystem }) => inSystem === false).length,
  untold: listed.filter(({ inSystem }) => inSystem === null).length,
})
