import type { Company } from './company.ts'
import type { ResolvedOptions } from './options.ts'
import type { Met } from './shared-years.ts'

/** What a state's value does not rest on: partners without a score, and organisations that do not count. */
export interface Bystanders {
  readonly unrated: readonly string[]
  readonly leftOut: readonly string[]
}

/** Of state i in the years that its value is made of, most often one; an organisation may count in some of them. */
export const bystanders = (years: readonly Met[], settings: ResolvedOptions, i: number): Bystanders => {
  const [unrated, counting, others] = [new Set<number>(), new Set<number>(), new Set<number>()]
  for (const { company, circles } of years) {
    const { start, items } = company.focal
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const o = items[k]!
      if (circles.counts[k]) counting.add(o)
      else others.add(o)
      if (settings.igoWeight[o] === 0) continue
      for (const j of unratedIn(company, o)) if (settings.includeSelf || j !== i) unrated.add(j)
    }
  }
  const leftOut = inOrder(others).filter((o) => !counting.has(o))
  const { states = [], organisations = [] } = years[0]?.company ?? {}
  return { unrated: inOrder(unrated).map((j) => states[j]!), leftOut: leftOut.map((o) => organisations[o]!) }
}

const unratedIn = ({ alter, rated }: Company, o: number): Uint32Array =>
  alter.items.subarray(alter.start[o]!, alter.start[o + 1]!).filter((j) => !rated[j])

/** Indices, ascending. */
export const inOrder = (indices: ReadonlySet<number>): number[] => [...indices].sort((a, b) => a - b)
