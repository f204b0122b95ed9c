import type { Company } from '../company.ts'
import type { Doubts } from './uncertainty.ts'

export type Scoring = Pick<Company, 'scores' | 'rated'>

/**
 * The scores with every uncertain one at its lowest, and at its highest; undefined where an average over these is not
 * surely the least and the most that it may be. It is where every membership is certain, and no score lies beyond an
 * uncertain one: an adoption, say, of which nobody knows whether it is 0 or 1. Taking in the lowest score there is can
 * only lower an average. For whole numbers, whose sums come out exact, as they do in a search.
 */
export const extremeScorings = (doubts: Doubts): readonly [Scoring, Scoring] | undefined => {
  const { focalSure, alterSure, low, high, scored } = doubts
  if (focalSure.includes(0) || alterSure.includes(0)) return undefined
  const of = (scores: Float64Array): number[] => [...scores].filter((_, j) => scored[j])
  const [lows, highs] = [of(low), of(high)]
  if (![...lows, ...highs].every(Number.isInteger)) return undefined
  const [lowest, highest] = [Math.min(...lows), Math.max(...highs)]
  if (lows.some((score, j) => score < highs[j]! && (score > lowest || highs[j]! < highest))) return undefined
  return [
    { scores: low, rated: scored },
    { scores: high, rated: scored },
  ]
}
