import type { Coverage } from '../../../projections/compose/coverage/coverage.ts'
import type { Day } from '../../time/day.ts'
import { findKeptMemberships, outlastsProcess } from '../memberships/kept-memberships.ts'
import { loadCoverageOfMemberships } from '../memberships/membership-coverage.ts'
import type { CompanyOn } from '../network/company-on.ts'
import { companyInputs, type NetworkInput } from '../network/network-inputs.ts'
import type { Years } from '../network/lag.ts'
import { membershipEventsIn, placesIn } from '../network/network-on-day.ts'
import { membershipsIn, seatingOf } from '../network/network.ts'
import { seatsOn, type SeatsOn } from '../network/seats-on-day.ts'
import { loadClaimsIn } from '../question/coverage-claims.ts'
import { formalityInput } from '../question/inputs.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** Which memberships are read, and how; both members of a pair are full members. */
export const sharedInputs = {
  formality: formalityInput,
  excludeImputed: companyInputs.excludeImputed,
  excludeSuspended: companyInputs.excludeSuspended,
  yearCodes: companyInputs.yearCodes,
}
export type SharedInput = Pick<NetworkInput, 'excludeImputed' | 'excludeSuspended' | 'yearCodes'>

/** Who was a full member of what, on any day of the years loaded. */
export interface FullMembers {
  readonly states: readonly string[]
  readonly organisations: readonly string[]
  readonly placeOf: (state: string) => number | undefined
  readonly on: (day: Day) => SeatsOn
  /** Those of whom a source says on a day that it cannot tell, laid out as members are. */
  readonly untoldOn: (day: Day) => SeatsOn
  readonly events: (day: Day) => CompanyOn['membershipEvents']
  readonly coverage: (state: string, day: Day) => Coverage
}

/**
 * How far the memberships of a state are known, in the organisations of which some source claims to hold the members.
 * One that nobody claims for adds those of its members that are told; that it has others is not to be ruled out.
 */
const loadCoverage = async (world: Snapshot, organisations: readonly string[]): Promise<FullMembers['coverage']> => {
  const claimed = new Set((await loadClaimsIn(world, 'igo')).map(({ subject }) => subject))
  const unclaimed = new Set(organisations.filter((igo) => !claimed.has(igo)))
  return (await loadCoverageOfMemberships(world, (igo) => unclaimed.has(igo))).inAll
}

/** Loads the full members of all organisations that count in the world, in some years. */
export const loadFullMembers = async (world: Snapshot, input: SharedInput, years: Years): Promise<FullMembers> => {
  const isAtHand = outlastsProcess(world) || (await findKeptMemberships(world)) !== undefined
  const packed = await membershipsIn(world, isAtHand ? undefined : years)
  const full = { ...input, dates: 'bounds' as const, kinds: ['full' as const], partnerKinds: ['full' as const] }
  const seating = { ...(await seatingOf(world, full, packed)), leftOutOn: () => () => false }
  const untold = { ...seating, input: { kinds: ['unknown' as const], partnerKinds: ['unknown' as const] } }
  const places = placesIn(packed)
  return {
    states: packed.states,
    organisations: packed.organisations,
    placeOf: (state) => places.states.get(state),
    on: (day) => seatsOn(seating, day),
    untoldOn: (day) => seatsOn(untold, day),
    events: (day) => membershipEventsIn(seating, places, day),
    coverage: await loadCoverage(world, packed.organisations),
  }
}
