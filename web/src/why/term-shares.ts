/** As much of a term of an exposure as its bars need, whatever its channel is made of. */
export interface Term {
  readonly name: string
  readonly contribution: number
  readonly igo?: string
  readonly group?: string
  readonly campaign?: string
  readonly partner?: string
  readonly partners?: readonly { readonly partner: string; readonly name: string; readonly contribution: number }[]
}

/** What one organisation, group, partner or campaign adds to a value. */
export interface Share {
  readonly name: string
  readonly contribution: number
  /** Of one term: which it is. */
  readonly term?: string
  /** Whether it is what all others add together. */
  readonly isRest?: boolean
}

/** What tells a term from the others. */
export const keyOf = ({ igo, group, campaign, partner, name }: Term): string =>
  igo ?? group ?? campaign ?? partner ?? name

const largestFirst = (a: Share, b: Share): number =>
  Math.abs(b.contribution) - Math.abs(a.contribution) || a.name.localeCompare(b.name, 'en')

/** What each term adds, the largest first. */
export const byTerm = (terms: readonly Term[]): readonly Share[] =>
  terms.map((term) => ({ name: term.name, contribution: term.contribution, term: keyOf(term) })).toSorted(largestFirst)

/** What each partner adds, over all terms in which it is met; none where a channel has no partners. */
export const byPartner = (terms: readonly Term[]): readonly Share[] => {
  const sums = new Map<string, { name: string; contribution: number }>()
  for (const { partner, name, contribution, partners } of terms) {
    const met = partners ?? (partner === undefined ? [] : [{ partner, name, contribution }])
    for (const one of met) {
      const known = sums.get(one.partner)
      sums.set(one.partner, { name: one.name, contribution: (known?.contribution ?? 0) + one.contribution })
    }
  }
  return [...sums.values()].toSorted(largestFirst)
}

/** The first few, and what all others add together, so that what is shown adds up all the same. */
export const firstShares = (shares: readonly Share[], few: number): readonly Share[] => {
  if (shares.length <= few + 1) return shares
  const rest = shares.slice(few)
  const contribution = rest.reduce((sum, one) => sum + one.contribution, 0)
  return [...shares.slice(0, few), { name: `${rest.length} others, together`, contribution, isRest: true }]
}
