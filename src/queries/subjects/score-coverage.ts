import { coverageOfActor, coverageOn, type Coverage } from '../../../projections/compose/coverage/coverage.ts'
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
  const known = new Map<string, ReturnType<typeof coverageOfActor>>()
  return (actor, year) => {
    const own = known.get(actor) ?? coverageOfActor(claims, actor, lives.get(actor))
    known.set(actor, own)
    return coverageOn(own, ['score'], lastDayOfYear(year))
  }
}
