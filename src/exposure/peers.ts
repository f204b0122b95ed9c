import type { Company } from './company.ts'
import type { ResolvedOptions } from './options.ts'

/**
 * The circle that state i meets in organisation o: o's members without i (with i, if asked so), counted.
 *
 * Layout: one entry k for each pair (i, o) of `company.focal`.
 * partners n_{o,-i}: all alters; observed m_{o,-i}: the rated ones; counts: whether o belongs to O*_i, that is, has a
 * weight and at least `minObserved` observations.
 */
export interface Circles {
  readonly partners: Uint32Array
  readonly observed: Uint32Array
  readonly counts: Uint8Array
}

export const circles = (company: Company, settings: ResolvedOptions): Circles => {
  const { focal, alter, seat, rated } = company
  const partners = new Uint32Array(focal.items.length)
  const observed = new Uint32Array(focal.items.length)
  const counts = new Uint8Array(focal.items.length)
  const ratedMembers = countRated(company)
  for (let i = 0; i < company.states.length; i++) {
    for (let k = focal.start[i]!; k < focal.start[i + 1]!; k++) {
      const o = focal.items[k]!
      const own = !settings.includeSelf && seat[k]! >= 0 ? 1 : 0
      partners[k] = alter.start[o + 1]! - alter.start[o]! - own
      observed[k] = ratedMembers[o]! - (own && rated[i]!)
      const taken = settings.missingIsZero ? partners[k]! : observed[k]!
      counts[k] = settings.igoWeight[o]! > 0 && taken >= settings.minObserved ? 1 : 0
    }
  }
  return { partners, observed, counts }
}

const countRated = ({ alter, rated }: Company): Uint32Array => {
  const counted = new Uint32Array(alter.start.length - 1)
  for (let o = 0; o < counted.length; o++) {
    for (let s = alter.start[o]!; s < alter.start[o + 1]!; s++) counted[o]! += rated[alter.items[s]!]!
  }
  return counted
}
