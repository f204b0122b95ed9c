import type { FormulaOptions } from '../options.ts'
import { dc } from './dc.ts'
import type { Formula } from './formula.ts'

/**
 * SPMON, the spatial lag that Stata's `spmon` (Neumayer and Plümper) computes where scores are missing.
 *
 *     SPMON_i = Σ_{j ∈ R} w_ij y_j / Σ_j w_ij
 *
 * A partner without a score drops out of the numerator, but its weight stays in the denominator: missing is silently
 * scored 0. It equals DC with missing: 'zero', whatever the option says, and DC itself where every partner is rated.
 * Unit: that of the score, drawn towards 0. Never the default: it is here to replicate what was published with it.
 * Degree: number of rated partners. Coverage: as for DC; SPMON_i = DC_i · coverage_i (at minObserved 1). Difference:
 * undefined, not 0, where no partner is rated.
 *
 * Toy world: A 16/7, B 9/2, C 11/3, D 13/3, E 10/3.
 */
export const spmon: Formula<'spmon'> = {
  id: 'spmon',
  label: 'SPMON',
  title: 'Dyad-count spatial lag, missing scored 0',
  definition: 'SPMON_i = Σ_{j rated} w_ij y_j / Σ_j w_ij, w_ij the number of organisations that i and j share',
  degree: 'rated partners',
  use: 'Only to replicate work done with it: a missing score counts as 0.',
  compute: (company, options) => dc.compute(company, scoredZero(options)),
  computeEach: (scorings, options) => dc.computeEach(scorings, scoredZero(options)),
  bounds: (doubts, state, options) => dc.bounds(doubts, state, scoredZero(options)),
  explain: (company, state, options) => dc.explain(company, state, scoredZero(options)),
}

const scoredZero = (options: FormulaOptions = {}): FormulaOptions => ({ ...options, missing: 'zero' })
