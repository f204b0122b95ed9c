import type { Day } from '../../../src/time/day.ts'
import type { Act } from './acts.ts'

/** What a trigger may depend on beyond the treaty's own stream. Absent answers leave the rule unresolved. */
export interface TreatyContext {
  readonly isOrganisation: (actor: string) => boolean
  readonly isMember: (organisation: string, actor: string, day: Day) => boolean
  /** When another treaty entered into force, if it has. */
  readonly inForce: (treaty: string) => Day | undefined
  /** An actor's weight in a measure, such as its share of emissions; undefined where the measure is not recorded. */
  readonly weight: (measure: string, actor: string) => number | undefined
  /** The states that are no longer, to whose instruments an act of succession puts its maker in their place. */
  readonly replacedBy?: (act: Act) => readonly string[]
}
