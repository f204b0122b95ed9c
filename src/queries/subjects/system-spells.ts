import type { Day } from '../../time/day.ts'
import { at, type Span } from '../../time/timeline.ts'

export type System = 'cow' | 'gw' | 'un'

/** When each state was in a state system: actor → spells in order. */
export type SystemSpells = ReadonlyMap<string, readonly Span<System>[]>

/** How many states were in a system on a day. */
export const sizeOn =
  (system: SystemSpells) =>
  (day: Day): number =>
    [...system.values()].filter((spells) => at(spells, day) !== undefined).length
