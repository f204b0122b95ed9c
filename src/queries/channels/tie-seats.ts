import type { Names } from '../../names/names.ts'
import type { EventId } from '../../time/event-id.ts'
import { seatsOfMembers, type GroupSeats } from './member-seats.ts'

/** A tie between two states on a day, or one that may hold. */
export interface Tie {
  readonly from: string
  readonly to: string
  /** Where one-sided, `from` meets `to`, and not the other way round. */
  readonly isOneSided?: boolean
  readonly isCertain: boolean
  /** Finite, not negative; default 1. */
  readonly weight?: number
  readonly decidedBy: () => readonly EventId[]
}

/** The name of a tie as a group: `aut-deu`, the lesser id first; of a one-sided one who meets whom, `aut>deu`. */
export const tieName = ({ from, to, isOneSided }: Pick<Tie, 'from' | 'to' | 'isOneSided'>): string => {
  if (isOneSided === true) return `${from}>${to}`
  return from < to ? `${from}-${to}` : `${to}-${from}`
}

/** What a tie is called: by the names of the two, `Austria – Germany`. */
export const nameOfTie = (names: Names, tie: string): string => {
  const both = tie.split(/[->]/)
  return both.length === 2 ? both.map((state) => names.nameOf('state', state)).join(' – ') : tie
}

/**
 * Ties as groups of two, so that every formula of groups reads them; each pair once, whoever names it first. Where two
 * rows tell of one tie, a certain one stands before one that is not.
 */
export const seatsOfTies = (
  ties: readonly Tie[],
  how: { places: ReadonlyMap<string, number>; n: number; leavesOut: boolean },
): GroupSeats & { readonly weights: Float64Array } => {
  const weightOf = new Map<string, number>()
  const members = ties.flatMap((tie) => {
    const group = tieName(tie)
    const { from, to, isOneSided, isCertain, weight = 1, decidedBy } = tie
    if (!how.places.has(from) || !how.places.has(to)) return []
    weightOf.set(group, weight)
    return [
      { group, state: from, isCertain, decidedBy, ...(isOneSided && { side: 'focal' as const }) },
      { group, state: to, isCertain, decidedBy, ...(isOneSided && { side: 'alter' as const }) },
    ]
  })
  const seated = seatsOfMembers(members, how)
  return { ...seated, weights: Float64Array.from(seated.groups, (group) => weightOf.get(group) ?? 1) }
}
