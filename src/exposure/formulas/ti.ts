import { boundsBy } from '../doubts/bounds.ts'
import { lowestTotal } from '../doubts/lower-bounds.ts'
import { resolveOptions } from '../options.ts'
import { explainLag, pairLags } from '../kernel/spatial-lags.ts'
import type { PairRule } from '../spatial-lag.ts'
import { computing, type Formula } from './formula.ts'

const rule: PairRule = { link: 'shared', divisor: 'system' }

/**
 * TI, total influence through shared memberships.
 *
 *     TI_i = Σ_{j ∈ R} w_ij y_j / (n − 1)        n: states in the system on the day (`systemSize`)
 *
 * Not row-normalised: better connected states feel more, so the value mixes how many ties i has with whom they are to,
 * and it is *not* an average. Range: not bounded by the scores of the partners. Not equivariant to a shift of the
 * scale. A missing score adds nothing to the sum, under either value of `missing`. Undefined where no partner is rated,
 * or n < 2. Trap: n is never the number of states that happen to be at hand; those of all years of a panel give another
 * value for every choice of years. Degree: number of rated partners. Coverage: as for DC. Source: Torfason and Ingram
 * (2010), online supplement: the matrix of joint memberships divided by n − 1.
 *
 * Toy world, n = 5: A 4, B 9/2, C 11/2, D 13/2, E 5/2.
 */
export const ti: Formula<'ti'> = {
  id: 'ti',
  label: 'TI',
  title: 'Total influence through shared memberships',
  definition: 'TI_i = Σ_{j rated} w_ij y_j / (n − 1), n the number of states in the system on that day',
  degree: 'rated partners',
  use: 'Connectedness and content in one number; not an average of scores.',
  ofSystem: true,
  ...computing((scorings, settings) => pairLags(scorings, settings, rule).map(({ exposure }) => exposure)),
  bounds: (doubts, state, options) => {
    const settings = resolveOptions(doubts.company, options)
    return boundsBy(doubts, settings, state, (circles) => {
      const total = lowestTotal(circles)
      return total === undefined || settings.systemSize < 2 ? undefined : total / (settings.systemSize - 1)
    })
  },
  explain: (company, state, options) => explainLag(company, resolveOptions(company, options), rule, state),
}
