import type { Day } from '../../time/day.ts'
import { at, type Span } from '../../time/timeline.ts'

export type System = 'cow' | 'gw' | 'un'

/** Days of a state in a state system. */
export interface SystemSpell extends Span<System> {
  /** Where a source coded years, it began on some day of the year of its first, or ended on one of that of its last. */
  readonly byYear?: { readonly begin: boolean; readonly end: boolean }
}

/** When each state was in a state system: actor → spells in order. */
export type SystemSpells = ReadonlyMap<string, readonly SystemSpell[]>

/** How many states were in a system on a day. */
export const sizeOn =
  (system: SystemSpells) =>
  (day: Day): number =>
    [...system.values()].filter((spells) => at(spells, day) !== undefined).length
