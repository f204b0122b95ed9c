import { company } from '../../exposure/company.ts'
import { sharedOrganisationWeights } from '../../exposure/shared-organisations.ts'
import { markedRows, unionOfRows, type Rows } from '../../exposure/sparse-rows.ts'
import type { Day } from '../../time/day.ts'
import type { Side } from '../network/seats-on-day.ts'
import type { FullMembers } from './full-members.ts'
import type { Structure, Structures } from './structure.ts'

/** How many organisations two states share on a day. */
export interface SharedCount {
  /** w_ij as exposures weigh it: both are full members; uncertain memberships are counted in. */
  readonly count: number
  /** Of these the surely shared ones; and all that may be shared. */
  readonly min: number
  readonly max: number
  /** Further ones in which a source cannot tell of one of them, or of both. */
  readonly untold: number
  /** Of `count`, those that are structured; those of which nobody says whether they are. */
  readonly structured: number
  readonly structureUnknown: number
}

const none: SharedCount = { count: 0, min: 0, max: 0, untold: 0, structured: 0, structureUnknown: 0 }

const surely = ({ possible, sure }: Side): Rows => markedRows(possible, sure)

/** Counts what every pair shares on a day, all pairs at once: six numbers for each pair of states. */
export const sharedOn = (
  members: FullMembers,
  structures: Structures,
  day: Day,
): ((a: string, b: string) => SharedCount) => {
  const { states, organisations } = members
  const [seats, untold] = [members.on(day), members.untoldOn(day)]
  const n = states.length
  const nobody = new Uint8Array(n)
  const companyOf = (focal: Rows, alter: Rows) =>
    company({ states, organisations, focal, alter, scores: nobody, rated: nobody })
  const held = companyOf(seats.focal.held, seats.alter.held)
  const kinds = organisations.map((igo) => structures.of(igo, day).is)
  const only = (kind: Structure['is']) => Float64Array.from(kinds, (one) => (one === kind ? 1 : 0))
  const counts = {
    count: sharedOrganisationWeights(held),
    min: sharedOrganisationWeights(companyOf(surely(seats.focal), surely(seats.alter))),
    max: sharedOrganisationWeights(companyOf(seats.focal.possible, seats.alter.possible)),
    untold: sharedOrganisationWeights(
      companyOf(
        unionOfRows(seats.focal.possible, untold.focal.held),
        unionOfRows(seats.alter.possible, untold.alter.held),
      ),
    ),
    structured: sharedOrganisationWeights(held, only('structured')),
    structureUnknown: sharedOrganisationWeights(held, only('unknown')),
  }
  return (a, b) => {
    const [i, j] = [members.placeOf(a), members.placeOf(b)]
    if (i === undefined || j === undefined) return none
    const at = i * n + j
    const max = counts.max[at]!
    return {
      count: counts.count[at]!,
      min: counts.min[at]!,
      max,
      untold: counts.untold[at]! - max,
      structured: counts.structured[at]!,
      structureUnknown: counts.structureUnknown[at]!,
    }
  }
}

/** How many shared ones are known to be structured; null where that is known of none of those that there are. */
export const structuredOf = ({ count, structured, structureUnknown }: SharedCount): number | null =>
  count > 0 && structureUnknown >= count ? null : structured
