import { firstDayOfYear } from '../src/time/day.ts'
import { fold, type Interval } from './fold.ts'

type Score = {
  readonly rater: string
  readonly indicator: string
  readonly actor: string
  readonly year: number
  readonly value: number | null
  readonly missing: string | null
}

/**
 * A rater's scores for one state: one interval a year, with a value or the reason why there is none.
 * Reads `practice-<rater>-<indicator>-<state>`. A score counts for its whole year.
 */
export const practice = fold<Score>({
  name: 'practice',
  reads: ['practice'],
  table: 'practice',
  columns: ['rater', 'indicator', 'actor', 'year', 'value', 'missing'],
  intervals: (facts) =>
    facts
      .filter((fact) => fact.type === 'PracticeScoreRecorded' || fact.type === 'PracticeScoreMissing')
      .map((fact): Interval<Score> => {
        const { rater, indicator, actor, year, value, reason } = fact.data as Record<string, never>
        return {
          from: firstDayOfYear(year),
          to: firstDayOfYear(year + 1),
          certainty: 'certain',
          decidedBy: fact.decidedBy,
          columns: { rater, indicator, actor, year, value: value ?? null, missing: reason ?? null },
        }
      }),
})
