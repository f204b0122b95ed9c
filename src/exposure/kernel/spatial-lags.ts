import { checkState } from '../company-checks.ts'
import type { Company } from '../company.ts'
import { explainPartners } from '../explain-partners.ts'
import type { Explanation } from '../explanation.ts'
import type { ResolvedOptions } from '../options.ts'
import { divisorOf, lagOverPairs, type PairLag, type PairRule } from '../spatial-lag.ts'
import type { Block } from './block.ts'
import { pairsOf } from './lanes.ts'
import { loops } from './loops.ts'
import { addPairSums } from './pair-sums.ts'
import { countPartners } from './partner-counts.ts'
import { inBlocks, isPlainIn } from './plain.ts'
import { divisorsFound, exposuresFound } from './results.ts'

/** From the totals of organisations, for all states of several scorings. */
const lagsOfBlock = (block: Block, settings: ResolvedOptions, rule: PairRule): readonly PairLag[] => {
  addPairSums(block)
  countPartners(block)
  // The divisor is the same for every state, or its own weight.
  const isWeight = rule.divisor === 'weights'
  const fixed = isWeight ? 0 : divisorOf(rule, settings, 0)
  for (const pair of pairsOf(block.count)) loops().lags(pair, fixed, Number(isWeight), settings.minPartners)
  const divisors = divisorsFound(block)
  return exposuresFound(block).map((exposure, lane) => ({ exposure, divisor: divisors[lane]! }))
}

/** For each of several scorings of the same seats, one or more. */
export const pairLags = (
  scorings: readonly Company[],
  settings: ResolvedOptions,
  rule: PairRule,
): readonly PairLag[] => {
  const overPairs = (one: Company): PairLag => lagOverPairs(one, settings, rule, 0, one.states.length)
  return rule.link === 'shared' && isPlainIn(scorings[0]!, settings)
    ? inBlocks(scorings, (block) => lagsOfBlock(block, settings, rule), overPairs)
    : scorings.map(overPairs)
}

/** For one state; the others may stay undefined. */
const pairLagOf = (company: Company, settings: ResolvedOptions, rule: PairRule, i: number): PairLag =>
  rule.link === 'shared' && isPlainIn(company, settings)
    ? pairLags([company], settings, rule)[0]!
    : lagOverPairs(company, settings, rule, i, i + 1)

/** Why a state's spatial lag has its value; undefined where it has none. */
export const explainLag = (
  company: Company,
  settings: ResolvedOptions,
  rule: PairRule,
  i: number,
): Explanation | undefined => {
  checkState(i, company.states.length)
  return explainPartners(company, settings, { rule, ...pairLagOf(company, settings, rule, i) }, i)
}
