import type { Company } from '../company.ts'
import { blockOf, type Block } from './block.ts'
import { lanes } from './lanes.ts'
import { layoutOf } from './layout.ts'
import type { ResolvedOptions } from '../options.ts'

/**
 * The formulas as they are asked for most: every organisation weighted alike and counting from one rated partner on,
 * the state left out, missing scores left out, everybody who is exposed a partner. All is then known from the totals of
 * organisations, and the work is one turn for each membership and not for each pair, for several scorings at once.
 * `mean-of-means.ts` and `spatial-lag.ts` compute the same under every option.
 */
export const isPlainIn = (company: Company, settings: ResolvedOptions): boolean =>
  isPlain(settings) && layoutOf(company).isOneSided

/** As much of it as the options say, whoever is exposed. */
export const isPlain = (settings: ResolvedOptions): boolean =>
  settings.areAlike && settings.minObserved === 1 && !settings.includeSelf && !settings.missingIsZero

/** Companies of the same seats, several at once; those whose sums would not be exact, `otherwise`, one by one. */
export const inBlocks = <T>(
  scorings: readonly Company[],
  ofBlock: (block: Block) => readonly T[],
  otherwise: (scoring: Company) => T,
): readonly T[] => {
  if (scorings.length > lanes)
    return [
      ...inBlocks(scorings.slice(0, lanes), ofBlock, otherwise),
      ...inBlocks(scorings.slice(lanes), ofBlock, otherwise),
    ]
  const block = blockOf(scorings)
  if (block !== undefined) return ofBlock(block)
  return scorings.length > 1 ? scorings.flatMap((one) => inBlocks([one], ofBlock, otherwise)) : scorings.map(otherwise)
}
