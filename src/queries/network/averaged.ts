import { badInput } from '../../common/error.ts'
import { yearOf, type Day } from '../../time/day.ts'
import { resolutionOf } from '../../time/date-policy.ts'
import { at } from '../../time/timeline.ts'
import { keeping } from '../question/kept.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { committedIn, hasReached } from '../status/adoption-threshold.ts'
import { keptSubject } from '../status/kept-subject.ts'
import { loadCoverageOfScores, type CoverageOfScores } from '../subjects/score-coverage.ts'
import { loadKnownScores, raterOf, type ScoresOfYear } from '../subjects/scores.ts'
import type { NetworkInput } from './network-inputs.ts'
import type { CoverageOfAveraged } from './exposure-coverage.ts'
import type { Years } from './lag.ts'
import { checkAveraged } from './presets.ts'
import type { Scored } from './company-on.ts'

/** What is averaged: the score of a state on a day. */
export type Scoring = (day: Day) => (state: string) => Scored | undefined

/** What is averaged, and how far it is known. */
export interface Averaged {
  readonly scoreOn: Scoring
  readonly loadCoverage: () => Promise<CoverageOfAveraged>
}

const keptScores = keeping((byYear: ReadonlyMap<number, ScoresOfYear>) =>
  [...byYear.values()].reduce((sum, { size }) => sum + size * 300, 0),
)
const keptCoverageOfScores = keeping<CoverageOfScores>(() => 500_000)

const practiceScoring = async (world: Snapshot, score: string, only: Years | undefined): Promise<Averaged> => {
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

const adoptionScoring = async (
  world: Snapshot,
  word: string,
  { threshold, dates }: NetworkInput,
): Promise<Averaged> => {
  const subject = await keptSubject({ ...world, resolution: resolutionOf(dates) }, word)
  const scoreOn: Scoring = (day) => (state) => {
    const span = at(subject.historyOf(state).timeline, day)
    const may = span === undefined ? [] : committedIn(span.value)
    const reached = hasReached(may, threshold)
    if (reached !== undefined) return { value: reached ? 1 : 0, missing: undefined, decidedBy: span?.decidedBy ?? [] }
    // Of whom nobody says that nothing was done nothing is known: it leaves the fraction, as one that nobody has rated.
    const uncovered = span?.value.reason === 'not-covered'
    const between = !uncovered && may.length > 0 && !may.includes('UNKNOWN') ? ([0, 1] as const) : undefined
    return {
      value: undefined,
      missing: uncovered ? 'not-covered' : 'status-unknown',
      decidedBy: span?.decidedBy ?? [],
      ...(between !== undefined && { between }),
    }
  }
  return { scoreOn, loadCoverage: async () => (partner, day) => subject.coverageOf(partner).on(day) }
}

/**
 * What is averaged, as it was asked for: a score, or who has taken something on. `only`: no other years are asked for.
 * Throws where neither or both of score and adoption are given.
 */
export const loadAveraged = async (world: Snapshot, input: NetworkInput, only?: Years): Promise<Averaged> => {
  const { score, adoption, preset } = input
  checkAveraged(preset, score)
  if (score !== undefined && adoption === undefined) return practiceScoring(world, score, only)
  if (adoption !== undefined && score === undefined) return adoptionScoring(world, adoption, input)
  throw badInput(
    'bad-input',
    'exposure to what? Give either `score`, rater:indicator, or `adoption`, a treaty or norm.',
  )
}
