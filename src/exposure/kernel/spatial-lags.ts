import { checkState } from '../company-checks.ts'
import type { Company } from '../company.ts'
import { explainPartners } from '../explain-partners.ts'
import type { Explanation } from '../explanation.ts'
import { blankExposures } from '../exposure.ts'
import type { ResolvedOptions } from '../options.ts'
import { divisorOf, lagOverPairs, type PairLag, type PairRule } from '../spatial-lag.ts'
import type { Block } from './block.ts'
import { lanes } from './lanes.ts'
import { pairSums } from './pair-sums.ts'
import { inBlocks, isPlainIn } from './plain.ts'

/** From the totals of organisations, for all states of several scorings. */
const lagsOfBlock = (block: Block, settings: ResolvedOptions, rule: PairRule): readonly PairLag[] => {
  const { sum, weight, partners } = pairSums(block)
  const { shared } = block.layout
  const divisors = new Float64Array(block.scorings.length * shared.length)
  return blankExposures(block.scorings.length, shared.length).map((exposure, lane) => {
    const { values, defined, degree, coverage } = exposure
    const divisor = divisors.subarray(lane * shared.length, (lane + 1) * shared.length)
    for (let i = 0, at = lane; i < values.length; i++, at += lanes) {
      if (shared[i]! > 0) coverage[i] = weight[at]! / shared[i]!
      const by = divisorOf(rule, settings, weight[at]!)
      if (partners[at]! < settings.minPartners || by <= 0) continue
      divisor[i] = by
      degree[i] = partners[at]!
      values[i] = sum[at]! / by
      defined[i] = 1
    }
    return { exposure, divisor }
  })
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
