import type { Company } from '../company.ts'
import { boundsBy } from '../doubts/bounds.ts'
import { explainOrganisations } from '../explain-organisations.ts'
import { lowestMeanOfMeans } from '../doubts/lower-bounds.ts'
import { meanOfMeans } from '../mean-of-means.ts'
import { resolveOptions } from '../options.ts'
import { meansOfMeans } from '../kernel/mean-of-means.ts'
import { inBlocks, isPlainIn } from '../kernel/plain.ts'
import { computing, type Formula } from './formula.ts'

/**
 * MM, the mean of organisation means.
 *
 *     MM_i = Σ_{o ∈ O*_i} g_o · ȳ_{o,-i} / Σ_{o ∈ O*_i} g_o
 *
 * O*_i: organisations of i with at least `minObserved` rated partners; ȳ_{o,-i}: mean score of o's other rated members;
 * g_o: weight of the organisation, 1 by default. Unit: that of the score. Range: between the lowest and the highest
 * score among i's rated partners. Undefined without one: never 0. An organisation in which i sits alone drops out: it
 * is not scored 0. Degree: |O*_i|. Coverage: Newman weights over *all* partners, w_ij = Σ_{o ∋ i,j} g_o / n_{o,-i},
 * rated or not; that is Σ_{O*_i} g_o · m_{o,-i}/n_{o,-i} over Σ g_o of all organisations where i has company.
 * Convention: i is left out of its own means (with it, corr(own, MM) rises mechanically from .70 to .76 in 1982, Polity
 * on COW IGO v3). Same thing as a spatial lag with weights Σ_o g_o / m_{o,-i}: each organisation spreads one unit of
 * influence over its members. Source: a two-step reading of Greenhill (2010), not checked against the article; see
 * docs/exposure.md.
 *
 * Toy world: A 29/9, B 17/3, C 13/3, D 31/6, E 10/3.
 */
export const mm: Formula<'mm'> = {
  id: 'mm',
  label: 'MM',
  title: 'Mean of organisation means',
  definition: "MM_i = Σ_o g_o ȳ_{o,-i} / Σ_o g_o, over i's organisations with rated partners",
  degree: 'organisations',
  use: 'Every organisation is one voice, whatever its size.',
  ...computing((scorings, settings) => {
    const general = (one: Company) => meanOfMeans(one, settings).exposure
    return isPlainIn(scorings[0]!, settings)
      ? inBlocks(scorings, (block) => meansOfMeans(block, settings), general)
      : scorings.map(general)
  }),
  bounds: (doubts, state, options) =>
    boundsBy(doubts, resolveOptions(doubts.company, options), state, lowestMeanOfMeans),
  explain: (company, state, options) => explainOrganisations(company, resolveOptions(company, options), state),
}
