import { boundsBy } from '../doubts/bounds.ts'
import { lowestPooledMean } from '../doubts/lower-bounds.ts'
import { resolveOptions } from '../options.ts'
import { explainLag, pairLags } from '../kernel/spatial-lags.ts'
import type { PairRule } from '../spatial-lag.ts'
import { circlesOfYears } from '../doubts/uncertain-peers.ts'
import { computing, type Formula } from './formula.ts'

const rule: PairRule = { link: 'years', divisor: 'weights' }

/**
 * YEARS, the dyad-count spatial lag with shared membership-years in the place of shared memberships.
 *
 *     YEARS_i = Σ_{j ∈ R} w_ij y_j / Σ_{j ∈ R} w_ij        w_ij = Σ_{k ≥ 0} δ^k · w_ij(k),  w_ii = 0
 *
 * w_ij(k): Σ g_o over the organisations that i and j both belonged to on the day k whole years before the one that is
 * read; k = 0 is that day. So a *shared membership-year* is one organisation, and one of these anniversaries on which
 * both were members: who joined together on 1 January 1990 has shared ten of them on 31 December 1999, one for each
 * calendar year, as a table of state-years counts them. What began and ended between two anniversaries is not seen.
 * Memberships that ended count for as long as they lasted; scores are those of the day that is read. δ is `discount`, 1
 * by default, above 0; near 0 only the day itself is left, which is DC. Where all ties are of the same age it is DC,
 * too. Unit, range and undefinedness as for DC; `minObserved` drops an organisation in the years in which it offers i
 * fewer partners who are rated on the day. Degree: number of rated partners, former ones among them. Coverage: as for
 * DC, so that a state which is gone keeps its shared years, and has no score.
 * Bounds take each year's doubts as free of those of the other years, though one uncertain date bears on many of them:
 * they hold, and may be wide.
 * Our own operationalisation: socialization takes time.
 *
 * Dated example: A and B share an organisation for 10 years, A and C one for 2; B scores 6, C 2: A (10·6 + 2·2)/12 =
 * 16/3. Toy world, without a past, as DC: A 8/3, B 9/2, C 22/5, D 26/5, E 10/3.
 */
export const years: Formula<'years'> = {
  id: 'years',
  label: 'YEARS',
  title: 'Spatial lag over shared membership-years',
  definition:
    'YEARS_i = Σ_j w_ij y_j / Σ_j w_ij, w_ij = Σ_k δ^k times the number of organisations that i and j shared k whole ' +
    'years before, j over rated partners',
  degree: 'rated partners',
  use: 'Long company weighs more than new company; its bounds may be wide.',
  ofPast: true,
  ...computing((scorings, settings) => pairLags(scorings, settings, rule).map(({ exposure }) => exposure)),
  bounds: (doubts, state, options) =>
    boundsBy(doubts, resolveOptions(doubts.company, options), state, lowestPooledMean, circlesOfYears),
  explain: (company, state, options) => explainLag(company, resolveOptions(company, options), rule, state),
}
