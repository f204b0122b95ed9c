import { addDays, FOREVER, formatBound, type Day } from '../../time/day.ts'
import { at, type Certainty } from '../../time/timeline.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadSystem } from '../memberships/load-system.ts'
import type { System } from '../memberships/system-spells.ts'

export const systems = ['cow', 'gw', 'un'] as const satisfies readonly System[]
/** Lists of states; the United Nations have members that were none. */
const ofStates = ['cow', 'gw'] as const

/** When states are in the state systems that the log holds. */
export interface StateLives {
  /** The systems that had a state on a day, or may have had it. */
  readonly systemsOn: (state: string, day: Day) => readonly { readonly system: System; readonly certainty: Certainty }[]
  /** The first and the last day of it in the lists of states; null where none has it, or it goes on. */
  readonly daysOf: (state: string) => { readonly firstDay: string | null; readonly lastDay: string | null }
  readonly isIn: (state: string, system: System, day: Day) => boolean
}

export const loadStateLives = async (world: Snapshot): Promise<StateLives> => {
  const known = {
    cow: await loadSystem(world, 'cow'),
    gw: await loadSystem(world, 'gw'),
    un: await loadSystem(world, 'un'),
  }
  const on = (state: string, system: System, day: Day) => at(known[system].get(state) ?? [], day)
  return {
    systemsOn: (state, day) =>
      systems.flatMap((system) => {
        const found = on(state, system, day)
        return found === undefined ? [] : [{ system, certainty: found.certainty }]
      }),
    isIn: (state, system, day) => on(state, system, day) !== undefined,
    daysOf: (state) => {
      const spells = ofStates.flatMap((system) => known[system].get(state) ?? [])
      if (spells.length === 0) return { firstDay: null, lastDay: null }
      const last = Math.max(...spells.map(({ to }) => to)) as Day
      return {
        firstDay: formatBound(Math.min(...spells.map(({ from }) => from)) as Day),
        lastDay: last >= FOREVER ? null : formatBound(addDays(last, -1)),
      }
    },
  }
}
