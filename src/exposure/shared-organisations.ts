import { circles } from './peers.ts'
import type { Company } from './company.ts'
import { resolveOptions, type FormulaOptions } from './options.ts'
import { fillPairWeights } from './pair-weights.ts'

/**
 * The whole matrix w_ij: the (weighted) number of organisations in which i meets j, row by row, w_ii = 0.
 *
 * n × n, `weights[i * n + j]`. Ratings play no part: somebody without a score may still adopt.
 * Not symmetric where a membership counts on one side only.
 */
export const sharedOrganisationWeights = (company: Company, igoWeight?: FormulaOptions['igoWeight']): Float64Array => {
  const n = company.states.length
  const settings = resolveOptions(company, { igoWeight })
  const met = circles(company, settings)
  const weights = new Float64Array(n * n)
  const counting = new Float64Array(n)
  for (let i = 0; i < n; i++)
    fillPairWeights(company, settings, met, i, { counting, all: weights.subarray(i * n, (i + 1) * n) })
  return weights
}

/** The same for one state alone, by index: row i of the matrix, made when it is asked for. */
export const sharedOrganisationsOf = (
  company: Company,
  igoWeight?: FormulaOptions['igoWeight'],
): ((i: number) => Float64Array) => {
  const n = company.states.length
  const settings = resolveOptions(company, { igoWeight })
  const met = circles(company, settings)
  const counting = new Float64Array(n)
  return (i) => {
    const weights = new Float64Array(n)
    fillPairWeights(company, settings, met, i, { counting, all: weights })
    return weights
  }
}
