import type { MembershipKind } from '../../../projections/compose/membership/membership.ts'
import type { Day } from '../../time/day.ts'
import { indexed, membershipKinds, type PackedSpans } from './packed-spans.ts'

type Counts = Readonly<Record<MembershipKind, Uint32Array>>

/** The first of some days, in order, that is not before a day, by its place. */
const placeFrom = (days: readonly Day[], day: Day): number => {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (days[middle]! < day) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * In how many organisations a state stood in each kind of relation, on each of some days, which are in order. What
 * answers for an organisation on a day is what `standingOn` says: a dated span before one that was observed year by
 * year, and of each the first. `isLeftOut` says of an organisation on the day of a place whether it is not counted.
 */
export const kindsOnDays = (packed: PackedSpans) => {
  const stateIndex = indexed(packed.states)
  return (state: string, days: readonly Day[], isLeftOut?: (igo: string, place: number) => boolean): Counts => {
    const counts = membershipKinds.map(() => new Uint32Array(days.length))
    const index = stateIndex.get(state)
    const end = index === undefined ? 0 : packed.ofState[index + 1]!
    // The kind that answers on each day, and one more; 0 where nobody says anything.
    const standing = new Uint8Array(days.length)
    for (let pair = index === undefined ? 0 : packed.ofState[index]!; pair < end; pair++) {
      standing.fill(0)
      for (const observed of [1, 0]) standIn(packed, pair, { observed, days, standing })
      const igo = packed.organisations[packed.organisation[pair]!]!
      for (let place = 0; place < days.length; place++) {
        const kind = standing[place]!
        if (kind > 0 && isLeftOut?.(igo, place) !== true) counts[kind - 1]![place]! += 1
      }
    }
    return Object.fromEntries(membershipKinds.map((kind, at) => [kind, counts[at]!])) as Record<
      MembershipKind,
      Uint32Array
    >
  }
}

/** Writes what spans of a pair say over what is there: from the last to the first, so that the first stays. */
const standIn = (
  { start, from, to, kind, observed: isObserved }: PackedSpans,
  pair: number,
  { observed, days, standing }: { readonly observed: number; readonly days: readonly Day[]; standing: Uint8Array },
): void => {
  for (let s = start[pair + 1]! - 1; s >= start[pair]!; s--)
    if (isObserved[s] === observed)
      standing.fill(kind[s]! + 1, placeFrom(days, from[s] as Day), placeFrom(days, to[s] as Day))
}

/**
 * The same of one state on one day: how many organisations it stood in, by the place of the kind among
 * `membershipKinds`.
 */
export const kindsOnDay = (packed: PackedSpans) => {
  const stateIndex = indexed(packed.states)
  return (state: string, day: Day): readonly number[] => {
    const counts = membershipKinds.map(() => 0)
    const index = stateIndex.get(state)
    if (index === undefined) return counts
    for (let pair = packed.ofState[index]!; pair < packed.ofState[index + 1]!; pair++) {
      const kind = kindOn(packed, pair, day)
      if (kind >= 0) counts[kind]! += 1
    }
    return counts
  }
}

/** The kind that answers for a pair on a day: a dated span before one that was observed; -1 where none holds. */
const kindOn = ({ start, from, to, kind, observed }: PackedSpans, pair: number, day: Day): number => {
  let coded = -1
  for (let s = start[pair]!; s < start[pair + 1]!; s++) {
    if (day < from[s]! || day >= to[s]!) continue
    if (observed[s] === 0) return kind[s]!
    if (coded < 0) coded = kind[s]!
  }
  return coded
}
