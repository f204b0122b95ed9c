import { yearOf } from '../../time/day.ts'
import { keeping } from '../question/kept.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadCoverageOfScores, type CoverageOfScores } from '../subjects/score-coverage.ts'
import { loadKnownScores, raterOf, type ScoresOfYear } from '../subjects/scores.ts'
import type { Years } from './lag.ts'
import type { Averaged } from './scoring.ts'

const keptScores = keeping((byYear: ReadonlyMap<number, ScoresOfYear>) =>
  [...byYear.values()].reduce((sum, { size }) => sum + size * 300, 0),
)
const keptCoverageOfScores = keeping<CoverageOfScores>(() => 500_000)

/** The scores of `rater:indicator`. `only`: no other years are asked for. */
export const practiceScoring = async (world: Snapshot, score: string, only: Years | undefined): Promise<Averaged> => {
  const byYear =
    only === undefined
      ? await keptScores(world, score, () => loadKnownScores(world, score))
      : await loadKnownScores(world, score, only)
  return {
    scoreOn: (day) => {
      const scores = byYear.get(yearOf(day))
      return (state) => scores?.get(state)
    },
    loadCoverage: async () => {
      const rater = raterOf(score)
      const coverage = await keptCoverageOfScores(world, rater, () => loadCoverageOfScores(world, rater))
      return (partner, day) => coverage(partner, yearOf(day))
    },
  }
}
