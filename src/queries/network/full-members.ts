import type { Day } from '../../time/day.ts'
import { indexed } from '../memberships/packed-spans.ts'
import { seatsOn, type Seating } from './seats-on-day.ts'

/** The full members that an organisation had on a day, by the id of the organisation. */
export type FullMembers = (igo: string) => readonly string[]

/**
 * The full members of all organisations on a day, whichever kinds of membership count otherwise, and whoever was
 * suspended. Who may have been one is among them, unless what is uncertain is left out.
 */
export const fullMembersOn = (seating: Omit<Seating, 'leftOutOn'>, day: Day): FullMembers => {
  const { states, organisations } = seating.packed
  const { alter } = seatsOn(
    {
      ...seating,
      suspensions: new Map(),
      imputed: () => false,
      leftOutOn: () => () => false,
      input: { kinds: ['full'], partnerKinds: ['full'] },
    },
    day,
  )
  const places = indexed(organisations)
  return (igo) => {
    const o = places.get(igo)
    if (o === undefined) return []
    const { start, items } = alter.held
    return Array.from(items.subarray(start[o], start[o + 1]), (i) => states[i] ?? '')
  }
}
