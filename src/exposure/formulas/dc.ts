import { boundsBy } from '../doubts/bounds.ts'
import { extremeScorings } from '../doubts/extreme-scorings.ts'
import { isPlain } from '../kernel/plain.ts'
import { lowestPooledMean } from '../doubts/lower-bounds.ts'
import { resolveOptions } from '../options.ts'
import { explainLag, pairLags } from '../kernel/spatial-lags.ts'
import type { PairRule } from '../spatial-lag.ts'
import { computing, type Formula } from './formula.ts'

const rule: PairRule = { link: 'shared', divisor: 'weights' }

/**
 * DC, the dyad-count spatial lag, row-normalised.
 *
 *     DC_i = Σ_{j ∈ R} w_ij y_j / Σ_{j ∈ R} w_ij        w_ij = Σ_{o ∈ O*_i, j ∈ M_o} g_o,  w_ii = 0
 *
 * R: rated states; with g_o = 1, w_ij is the number of organisations that i and j share. Identity: DC_i = Σ_o g_o
 * m_{o,-i} ȳ_{o,-i} / Σ_o g_o m_{o,-i}. So DC is MM with each organisation weighted by how many rated partners it
 * supplies, and the large organisations, where everybody sits, carry most of the weight. Unit: that of the score.
 * Range: between the lowest and the highest score among i's rated partners. Undefined without one. Degree: number of
 * rated partners. Coverage: Σ w_ij over the rated partners / Σ w_ij over all. Convention: `minObserved` drops an
 * organisation for i just as in MM, which keeps the identity for every setting.
 *
 * Toy world: A 8/3, B 9/2, C 22/5, D 26/5, E 10/3.
 */
export const dc: Formula<'dc'> = {
  id: 'dc',
  label: 'DC',
  title: 'Dyad-count spatial lag',
  definition:
    'DC_i = Σ_j w_ij y_j / Σ_j w_ij, w_ij the number of organisations that i and j share, j over rated partners',
  degree: 'rated partners',
  use: 'Every shared membership is one voice: organisations with many members dominate.',
  ...computing((scorings, settings) => pairLags(scorings, settings, rule).map(({ exposure }) => exposure)),
  bounds: (doubts, state, options) =>
    boundsBy(doubts, resolveOptions(doubts.company, options), state, lowestPooledMean),
  extremes: (doubts, options) =>
    isPlain(resolveOptions(doubts.company, options)) ? extremeScorings(doubts) : undefined,
  explain: (company, state, options) => explainLag(company, resolveOptions(company, options), rule, state),
}
