import { boundsBy } from '../doubts/bounds.ts'
import { lowestOfPartners } from '../doubts/lower-bounds.ts'
import { resolveOptions } from '../options.ts'
import { explainLag, pairLags } from '../kernel/spatial-lags.ts'
import type { PairRule } from '../spatial-lag.ts'
import { computing, type Formula } from './formula.ts'

const rule: PairRule = { link: 'any', divisor: 'weights' }

/**
 * BIN, the mean over distinct partners.
 *
 *     BIN_i = Σ_{j ∈ R, j ≠ i} b_ij y_j / Σ_{j ∈ R, j ≠ i} b_ij    b_ij = 1 if i and j share an organisation, else 0
 *
 * Unit, range, degree and undefinedness as for DC. Coverage: rated partners / partners.
 * Trap: nearly constant after 1945, since everybody shares the United Nations with everybody.
 * Organisation weights only decide whether an organisation counts (above 0) or not.
 *
 * Toy world: A 8/3, B 10/3, C 14/3, D 16/3, E 10/3.
 */
export const bin: Formula<'bin'> = {
  id: 'bin',
  label: 'BIN',
  title: 'Mean over distinct partners',
  definition: 'BIN_i = mean of y_j over the rated states j that share at least one organisation with i',
  degree: 'rated partners',
  use: 'For comparison: nearly constant once all states share one organisation.',
  ...computing((scorings, settings) => pairLags(scorings, settings, rule).map(({ exposure }) => exposure)),
  bounds: (doubts, state, options) =>
    boundsBy(doubts, resolveOptions(doubts.company, options), state, lowestOfPartners),
  explain: (company, state, options) => explainLag(company, resolveOptions(company, options), rule, state),
}
