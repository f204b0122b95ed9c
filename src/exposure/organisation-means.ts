import type { Circles } from './peers.ts'
import type { Company } from './company.ts'
import { leaveOneOut } from './leave-one-out.ts'
import type { ResolvedOptions } from './options.ts'

/**
 * ȳ_{o,-i}, the mean score of o's other members, for each entry (i, o) of `company.focal`; 0 where o does not count.
 *
 * Divided by the rated members (or by all, if missing scores are to be 0).
 * Pull of a member on its organisation: (ȳ_o − ȳ_{o,-i}) · n_o = y_i − ȳ_{o,-i}.
 */
export const organisationMeans = (company: Company, settings: ResolvedOptions, circles: Circles): Float64Array => {
  const { focal, seat } = company
  const { without, total } = leaveOneOut(company.alter, company.scores, company.rated)
  const means = new Float64Array(focal.items.length)
  for (let k = 0; k < means.length; k++) {
    if (!circles.counts[k]) continue
    const s = seat[k]!
    const sum = settings.includeSelf || s < 0 ? total[focal.items[k]!]! : without[s]!
    means[k] = sum / (settings.missingIsZero ? circles.partners[k]! : circles.observed[k]!)
  }
  return means
}
