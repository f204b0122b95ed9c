import { nearer, type Coverage } from '../../../projections/compose/coverage/coverage.ts'
import type { Day } from '../../time/day.ts'
import type { CompanyOn } from './company-on.ts'
import type { CoverageOfMemberships } from '../memberships/membership-coverage.ts'

/** How far what is averaged of a partner, its score or its acts, is known on a day. */
export type CoverageOfAveraged = (partner: string, day: Day) => Coverage

/**
 * How far the sources of exposures on a day reach: no farther than those of the state's memberships, nor than those of
 * what is averaged, and of the memberships, of any partner that it meets in an organisation and of which something is
 * averaged. Who leaves the fraction lowers the observed weight instead.
 */
export const exposureCoverage = (
  { company, day, indexOf, scoreOf }: CompanyOn,
  memberships: Pick<CoverageOfMemberships, 'inAll'>,
  averaged: CoverageOfAveraged,
): ((state: string) => Coverage) => {
  const distinct = new Map<string, { readonly place: number; readonly coverage: Coverage }>()
  const placeOf = (coverage: Coverage): number => {
    const key = JSON.stringify(coverage)
    const { place } = distinct.get(key) ?? { place: distinct.size }
    distinct.set(key, { place, coverage })
    return place
  }
  /** Most partners have the same two as another one: the same objects. */
  const ofPairs = new Map<Coverage, Map<Coverage, number>>()
  const places = Int32Array.from(company.states, (partner) => {
    if (scoreOf(partner)?.value === undefined) return -1
    const [seated, told] = [memberships.inAll(partner, day), averaged(partner, day)]
    const known = ofPairs.get(seated) ?? new Map<Coverage, number>()
    const place = known.get(told) ?? placeOf(nearer(seated, told))
    ofPairs.set(seated, known.set(told, place))
    return place
  })
  const coverages = [...distinct.values()].map(({ coverage }) => coverage)
  return (state) => {
    const own = memberships.inAll(state, day)
    const i = indexOf(state)
    return i === undefined
      ? own
      : metBy(company, i, places, coverages.length).reduce((all, place) => nearer(all, coverages[place] ?? own), own)
  }
}

/** Which places those have whom a state meets, itself left out: each once, and none below 0. */
export const metBy = (
  { focal, alter, seat }: CompanyOn['company'],
  i: number,
  places: Int32Array,
  n: number,
): number[] => {
  const met = new Uint8Array(n)
  let left = n
  for (let k = focal.start[i]!; k < focal.start[i + 1]! && left > 0; k++) {
    const o = focal.items[k]!
    for (let a = alter.start[o]!; a < alter.start[o + 1]! && left > 0; a++) {
      const place = places[alter.items[a]!]!
      if (a === seat[k] || place < 0 || met[place] === 1) continue
      met[place] = 1
      left--
    }
  }
  return [...met.keys()].filter((place) => met[place] === 1)
}
