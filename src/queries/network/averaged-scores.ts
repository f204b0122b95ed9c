import { resolutionOf } from '../../time/date-policy.ts'
import { yearOf, type Day } from '../../time/day.ts'
import { recordedIn, type Matters } from '../question/changes.ts'
import { keeping } from '../question/kept.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadCoverageOfScores, type CoverageOfScores } from '../subjects/score-coverage.ts'
import { loadPublishedScores, readableBy, type PublishedScores } from '../subjects/published-scores.ts'
import { loadKnownScores, raterOf, type Score, type ScoresOfYear } from '../subjects/scores.ts'
import type { Years } from './lag.ts'
import type { NetworkInput } from './network-inputs.ts'
import type { Averaged } from './scoring.ts'

/** What a rater gave, and what sources say of themselves. A score is named `rater:indicator`, a rater by its id. */
const recordedByRater = (score: string): Matters => {
  const beginning = `practice-${score.split(':', 1)[0]}-`
  const isOfSources = recordedIn('source')
  return (stream) => stream.startsWith(beginning) || isOfSources(stream)
}

const keptScores = keeping(
  (byYear: ReadonlyMap<number, ScoresOfYear>) => [...byYear.values()].reduce((sum, { size }) => sum + size * 300, 0),
  recordedByRater,
)
const keptCoverageOfScores = keeping<CoverageOfScores>(() => 500_000, recordedByRater)

const keptPublished = keeping(
  (byYear: PublishedScores) => [...byYear.values()].reduce((sum, { size }) => sum + size * 600, 0),
  recordedByRater,
)

/** The same as they could be read on a day: as far as they had been published by then. */
const loadPublished = async (
  world: Snapshot,
  score: string,
  only: Years | undefined,
): Promise<(day: Day, by: Day) => (state: string) => Score | undefined> => {
  const load = () => loadPublishedScores(world, score, only)
  const byYear = only === undefined ? await keptPublished(world, score, load) : await load()
  const rater = raterOf(score)
  return (day, by) => {
    const reports = byYear.get(yearOf(day))
    return (state) => readableBy(reports?.get(state), by, rater)
  }
}

/** The scores of `rater:indicator`. `only`: no other years are asked for. Throws `unknown-score`. */
export const practiceScoring = async (
  world: Snapshot,
  score: string,
  { published, dates }: Pick<NetworkInput, 'published' | 'dates'>,
  only: Years | undefined,
): Promise<Averaged> => {
  const what = only === undefined ? score : `${score} ${only.from} ${only.to}`
  const byYear = await keptScores(world, what, () => loadKnownScores(world, score, only))
  const publishedOn = published
    ? await loadPublished({ ...world, resolution: resolutionOf(dates) }, score, only)
    : undefined
  return {
    scoreOn: (day, by) => {
      if (publishedOn !== undefined && by !== undefined) return publishedOn(day, by)
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
