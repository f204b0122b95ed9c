import { badInput } from '../common/error.ts'
import type { Exposure } from './exposure.ts'

/**
 * Below which coverage a value is withheld. One half is our own choice, and a parameter of every question: a value that
 * rests on less than half of the weight says more about who is rated than about the company a state keeps.
 */
export const DEFAULT_MIN_COVERAGE = 0.5

/** A coverage of exactly `minCoverage` is enough. */
export const isCovered = (exposure: Exposure, i: number, minCoverage: number): boolean =>
  exposure.coverage[i]! >= minCoverage

export const checkMinCoverage = (minCoverage: number): void => {
  if (minCoverage >= 0 && minCoverage <= 1) return
  throw badInput('bad-option', `minCoverage is ${minCoverage}; expected a share from 0 to 1.`)
}
