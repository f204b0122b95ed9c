import type { Exposure } from '../exposure.ts'
import type { ResolvedOptions } from '../options.ts'
import type { Block } from './block.ts'
import { pairsOf } from './lanes.ts'
import { loops } from './loops.ts'
import { countPartners } from './partner-counts.ts'
import { exposuresFound } from './results.ts'

/** MM: Σ_o ȳ_{o,-i} over the organisations with rated partners, divided by their number; for each scoring. */
export const meansOfMeans = (block: Block, { minPartners }: ResolvedOptions): readonly Exposure[] => {
  const of = loops()
  if (minPartners > 1) countPartners(block)
  for (const pair of pairsOf(block.count)) {
    of.fillOffers(pair)
    of.meansOfMeans(pair, !block.isWhole, minPartners)
  }
  return exposuresFound(block)
}
