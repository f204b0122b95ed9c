import { boundsBy } from '../doubts/bounds.ts'
import { lowestTotal } from '../doubts/lower-bounds.ts'
import { resolveOptions } from '../options.ts'
import { explainLag, pairLags } from '../kernel/spatial-lags.ts'
import type { PairRule } from '../spatial-lag.ts'
import { computing, type Formula } from './formula.ts'

const rule: PairRule = { link: 'shared', divisor: 'none' }

/**
 * RAW, the sum over shared memberships, not normalised.
 *
 *     RAW_i = Σ_{j ∈ R} w_ij y_j        w_ij = Σ_{o ∈ O*_i, j ∈ M_o} g_o,  w_ii = 0
 *
 * RAW_i = DC_i · Σ_{j ∈ R} w_ij = TI_i · (n − 1). It grows with the number of memberships, and so confounds how
 * connected a state is with whom it meets: it is *not* an average. Unit: that of the score, times shared memberships.
 * Range: not bounded by the scores of the partners. Follows a change of unit, y → a·y, but no shift of the scale. A
 * missing score adds nothing, under either value of `missing`. Undefined where no partner is rated: 0 is a sum, no
 * partner is none. Degree: number of rated partners. Coverage: as for DC.
 *
 * Toy world: A 16, B 18, C 22, D 26, E 10.
 */
export const raw: Formula<'raw'> = {
  id: 'raw',
  label: 'RAW',
  title: 'Sum over shared memberships',
  definition: 'RAW_i = Σ_j w_ij y_j, w_ij the number of organisations that i and j share, j over rated partners',
  degree: 'rated partners',
  use: 'Not an average: grows with the number of memberships, whoever else is in them.',
  ...computing((scorings, settings) => pairLags(scorings, settings, rule).map(({ exposure }) => exposure)),
  bounds: (doubts, state, options) => boundsBy(doubts, resolveOptions(doubts.company, options), state, lowestTotal),
  explain: (company, state, options) => explainLag(company, resolveOptions(company, options), rule, state),
}
