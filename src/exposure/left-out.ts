import type { Circles } from './peers.ts'
import type { Company } from './company.ts'
import type { ResolvedOptions } from './options.ts'

/** What a state's value does not rest on: partners without a score, and organisations that do not count. */
export interface Bystanders {
  readonly unrated: readonly string[]
  readonly leftOut: readonly string[]
}

export const bystanders = (company: Company, settings: ResolvedOptions, circles: Circles, i: number): Bystanders => {
  const { focal, alter, rated, states, organisations } = company
  const unrated = new Set<number>()
  const leftOut: string[] = []
  for (let k = focal.start[i]!; k < focal.start[i + 1]!; k++) {
    const o = focal.items[k]!
    if (!circles.counts[k]) leftOut.push(organisations[o]!)
    if (settings.igoWeight[o] === 0) continue
    for (const j of alter.items.subarray(alter.start[o]!, alter.start[o + 1]!)) {
      if (!rated[j] && (settings.includeSelf || j !== i)) unrated.add(j)
    }
  }
  return { unrated: [...unrated].sort((a, b) => a - b).map((j) => states[j]!), leftOut }
}
