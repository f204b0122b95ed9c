/**
 * The terms that add up to one state's value.
 *
 * Guarantee: contributions, added with `sum` in the listed order, give `value` to within 2⁻⁴⁹ · Σ|contribution|, that
 * is, to a few units in the last place, unless terms of opposite sign cancel (or numbers underflow). The same holds for
 * the partners inside an organisation and its contribution. `value` is the very number that the formula computes for
 * all states. Added plainly from left to right, each further term costs at most one more rounding. Weights are shares
 * of the divisor; they sum to 1 except where the formula says otherwise (TI; missing: 'zero').
 */
export type Explanation =
  | (ExplanationBase & { readonly by: 'organisation'; readonly terms: readonly OrganisationTerm[] })
  | (ExplanationBase & { readonly by: 'partner'; readonly terms: readonly PartnerTerm[] })

interface ExplanationBase {
  readonly state: string
  readonly value: number
  readonly degree: number
  readonly coverage: number
  /** partners without a score, met in an organisation that has a weight */
  readonly unrated: readonly string[]
  /** organisations of the state that do not count: no weight, nobody else there, or too few of them rated */
  readonly leftOut: readonly string[]
}

interface Term {
  readonly weight: number
  readonly value: number
  readonly contribution: number
}

/** A partner, its score, and the counting organisations that it shares with the state: found when they are read. */
export interface PartnerTerm extends Term {
  readonly partner: string
  readonly organisations: readonly string[]
}

/** An organisation, the mean of its other members, and the members that make it up: listed when they are read. */
export interface OrganisationTerm extends Term {
  readonly organisation: string
  readonly partners: readonly (Term & { readonly partner: string })[]
}
