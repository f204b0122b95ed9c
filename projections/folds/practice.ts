import { firstDayOfYear } from '../../src/time/day.ts'
import { unionOf } from '../../src/time/timeline.ts'
import { fold, payload, type Fact, type Interval } from '../fold/fold.ts'

type Score = {
  readonly rater: string
  readonly indicator: string
  readonly actor: string
  readonly year: number
  readonly value: number | null
  readonly sd: number | null
  readonly missing: string | null
  /** The series that reports it: the rater's own where it does, else one that retells it. */
  readonly series: string | null
}

const scoreOf = (fact: Fact): Score => {
  const { rater, indicator, actor, year, value, sd, reason } = payload<{
    rater: string
    indicator: string
    actor: string
    year: number
    value?: number
    sd?: number
    reason?: string
  }>(fact)
  return {
    rater,
    indicator,
    actor,
    year,
    value: value ?? null,
    sd: sd ?? null,
    missing: reason ?? null,
    series: fact.sources[0]?.series ?? null,
  }
}

/**
 * A rater's scores for one state: one interval a year, with a value or the reason why there is none. Reads
 * `practice-<rater>-<indicator>-<state>`. A score counts for its whole year. Two sources that report the same score
 * corroborate; two that differ stand side by side.
 */
export const practice = fold<Score>({
  name: 'practice',
  reads: ['practice'],
  table: 'practice',
  columns: ['rater', 'indicator', 'actor', 'year', 'value', 'sd', 'missing', 'series'],
  intervals: (facts) => {
    const byScore = new Map<string, Interval<Score>>()
    for (const fact of facts) {
      if (fact.type !== 'PracticeScoreRecorded' && fact.type !== 'PracticeScoreMissing') continue
      const columns = scoreOf(fact)
      const same = `${columns.year} ${columns.value} ${columns.missing}`
      const known = byScore.get(same)
      byScore.set(same, {
        from: firstDayOfYear(columns.year),
        to: firstDayOfYear(columns.year + 1),
        certainty: 'certain',
        decidedBy: unionOf(known?.decidedBy ?? [], fact.decidedBy),
        columns: known !== undefined && columns.series !== columns.rater ? known.columns : columns,
      })
    }
    return [...byScore.values()]
  },
})
