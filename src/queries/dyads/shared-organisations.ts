import type { Day } from '../../time/day.ts'
import { unionOf } from '../../time/timeline.ts'
import type { FullMembers } from './full-members.ts'
import type { Structures } from './structure.ts'

/** The organisations that two states share on a day, or may share, in the order of their ids. */
export const sharedOrganisations = (
  { members, structures }: { readonly members: FullMembers; readonly structures: Structures },
  day: Day,
  a: string,
  b: string,
) => {
  const { focal } = members.on(day)
  const eventsOf = members.events(day)
  /** The organisations of a state, and whether it surely belongs to each. */
  const seatsOf = (state: string): ReadonlyMap<number, boolean> => {
    const i = members.placeOf(state)
    if (i === undefined) return new Map()
    const { start, items } = focal.possible
    const [from, to] = [start[i]!, start[i + 1]!]
    return new Map(Array.from(items.subarray(from, to), (o, at) => [o, focal.sure[from + at] === 1]))
  }
  const others = seatsOf(b)
  return [...seatsOf(a)].flatMap(([o, isSure]) => {
    const isOtherSure = others.get(o)
    if (isOtherSure === undefined) return []
    const igo = members.organisations[o]!
    return [
      {
        igo,
        certainty: isSure && isOtherSure ? ('certain' as const) : ('possible' as const),
        structure: structures.of(igo, day),
        decidedBy: unionOf(eventsOf(igo)(a), eventsOf(igo)(b)),
      },
    ]
  })
}
