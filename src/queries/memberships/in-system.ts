import { memo } from '../../common/memo.ts'
import type { Day } from '../../time/day.ts'
import { at, holdsOn, type Days } from '../../time/timeline.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { believesAll } from '../question/source-policy.ts'
import type { System, SystemSpells } from './system-spells.ts'
import { loadUntoldMembers } from './untold-members.ts'

/** What the sources that a world believes tell of a state system. */
export interface InSystem {
  /** Whether a state was, or may have been, in it on a day; null where they do not tell. */
  readonly on: (state: string, day: Day) => boolean | null
  /** The days on which they do not tell whether a state was in it, in order. */
  readonly untold: (state: string) => readonly Days[]
}

/**
 * Loads what is told of a system. A list of states speaks of all states, whoever is believed. Of members of the United
 * Nations sources tell: where some are not believed, it is not known of every day of every state whether it was one.
 */
export const loadInSystem = async (world: Snapshot, system: System, spells: SystemSpells): Promise<InSystem> => {
  const untold = system === 'un' && !believesAll(world) ? memo(await loadUntoldMembers(world, spells)) : () => []
  return {
    on: (state, day) => {
      if (at(spells.get(state) ?? [], day) !== undefined) return true
      return untold(state).some((days) => holdsOn(days, day)) ? null : false
    },
    untold,
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
