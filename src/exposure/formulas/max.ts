import { boundsBy } from '../doubts/bounds.ts'
import { explainOrganisations } from '../explain-organisations.ts'
import { largestMean } from '../largest-mean.ts'
import { lowestOfLargest } from '../doubts/lower-bounds.ts'
import { resolveOptions, type ResolvedOptions } from '../options.ts'
import { computing, type Formula } from './formula.ts'

/**
 * MAX, the highest organisation mean.
 *
 *     MAX_i = max_{o ∈ O*_i} ȳ_{o,-i}
 *
 * O*_i and ȳ_{o,-i} as for MM: organisations of i with at least `minObserved` rated partners, and the mean score of
 * their other rated members. MAX_i ≥ MM_i, and the two agree where i has one organisation. Unit: that of the score.
 * Range: between the lowest and the highest score among i's rated partners. Follows y → a·y + b for a ≥ 0 only.
 * Undefined without a rated partner. Degree: |O*_i|, the organisations compared. Coverage: as for MM, with every
 * organisation weighted alike, since each of them might have been the highest. The value rests on one organisation, the
 * only term of an explanation; of several with the same mean on the one whose id comes first. Organisation weights only
 * decide whether an organisation counts (above 0) or not. Trap: the more organisations, the higher their highest mean,
 * and an organisation with one rated partner is all that partner's score; see `minObserved`.
 * Source: the most democratic regional organisation of Pevehouse (2005, Democracy from Above), over all organisations
 * that are asked about; that he takes the maximum is not checked against the book.
 *
 * Toy world: A 6, B 8, C 14/3, D 16/3, E 10/3.
 */
export const max: Formula<'max'> = {
  id: 'max',
  label: 'MAX',
  title: 'Highest organisation mean',
  definition: "MAX_i = max_o ȳ_{o,-i}, over i's organisations with rated partners",
  degree: 'organisations',
  use: 'One organisation decides: higher, the more organisations a state has to choose from.',
  ...computing((scorings, settings) => scorings.map((one) => largestMean(one, alike(settings)).exposure)),
  bounds: (doubts, state, options) =>
    boundsBy(doubts, alike(resolveOptions(doubts.company, options)), state, lowestOfLargest),
  explain: (company, state, options) => {
    const settings = alike(resolveOptions(company, options))
    return explainOrganisations(company, settings, state, largestMean(company, settings))
  },
}

/** The options, with every organisation that has a weight weighted alike. */
const alike = (settings: ResolvedOptions): ResolvedOptions => ({
  ...settings,
  igoWeight: settings.igoWeight.map((weight) => (weight > 0 ? 1 : 0)),
})
