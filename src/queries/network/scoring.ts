import type { Day } from '../../time/day.ts'
import type { Scored } from './company-on.ts'
import type { CoverageOfAveraged } from './exposure-coverage.ts'

/**
 * What is averaged: the score of a state on a day. `by`: only what had been published by then, where that is asked for;
 * without it whatever is known.
 */
export type Scoring = (day: Day, by?: Day) => (state: string) => Scored | undefined

/** What is averaged, and how far it is known. */
export interface Averaged {
  readonly scoreOn: Scoring
  readonly loadCoverage: () => Promise<CoverageOfAveraged>
}
