import { withScores, type Company } from '../company.ts'
import type { Doubts } from './uncertainty.ts'

/**
 * The company with every uncertain score at its lowest, and at its highest; undefined where an average over these is not
 * surely the least and the most that it may be. It is where every membership is certain, and no score lies beyond an
 * uncertain one: an adoption, say, of which nobody knows whether it is 0 or 1. Taking in the lowest score there is can
 * only lower an average. For whole numbers, whose sums come out exact, as they do in a search.
 */
export const extremeScorings = (doubts: Doubts): readonly [Company, Company] | undefined => {
  const { company, focalSure, alterSure, low, high, scored } = doubts
  if (focalSure.includes(0) || alterSure.includes(0)) return undefined
  const of = (scores: Float64Array): number[] => [...scores].filter((_, j) => scored[j])
  const [lows, highs] = [of(low), of(high)]
  if (![...lows, ...highs].every(Number.isInteger)) return undefined
  const [lowest, highest] = [Math.min(...lows), Math.max(...highs)]
  if (lows.some((score, j) => score < highs[j]! && (score > lowest || highs[j]! < highest))) return undefined
  return [withScores(company, low, scored), withScores(company, high, scored)]
}
