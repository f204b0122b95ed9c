import { coverageOfActor, coverageOn, type Coverage } from '../../../projections/compose/coverage/coverage.ts'
import { memo } from '../../common/memo.ts'
import { lastDayOfYear } from '../../time/day.ts'
import { livesOf } from '../record/actor-lives.ts'
import { loadClaims } from '../question/coverage-claims.ts'
import type { Snapshot } from '../question/snapshot.ts'

/**
 * How far a rater's scores of an actor are known for a year: they are where a source holds them through its last day.
 */
export type CoverageOfScores = (actor: string, year: number) => Coverage

/** Loads what sources claim of a rater's scores. */
export const loadCoverageOfScores = async (world: Snapshot, rater: string): Promise<CoverageOfScores> => {
  const [claims, lives] = [await loadClaims(world, 'rater', rater), await livesOf(world)]
  const inYears = memo((actor) => {
    const own = coverageOfActor(claims, actor, lives.get(actor))
    return memo((year: number) => coverageOn(own, ['score'], lastDayOfYear(year)))
  })
  return (actor, year) => inYears(actor)(year)
}
