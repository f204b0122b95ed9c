import type { Doubts } from './uncertainty.ts'
import { isSure } from './uncertainty.ts'
import type { ResolvedOptions } from '../options.ts'

/** One score that state i may meet in an organisation. */
export interface UncertainPeer {
  readonly partner: number
  readonly score: number
}

/**
 * What state i may meet in one organisation: the scores that it meets there for certain, summed up, and those that may
 * be there, ascending.
 */
export interface DoubtfulCircle {
  readonly weight: number
  readonly sum: number
  readonly count: number
  /** The highest of all of them. */
  readonly highest: number
  readonly maybe: readonly UncertainPeer[]
  /** At least so many scores make the organisation count. */
  readonly least: number
  /** Whether it counts in every reading: the membership is certain, and so are enough scores. */
  readonly always: boolean
  /** The scores that are certain, one by one. */
  readonly sure: () => readonly UncertainPeer[]
}

/**
 * Which end of the bounds is sought. The highest value is the negative of the lowest one of the negated scores, so
 * every search is for the lowest.
 */
export type End = 'lowest' | 'highest'

/** The circles of state i that may count, with the scores that pull towards one end. */
export const doubtfulCircles = (
  doubts: Doubts,
  settings: ResolvedOptions,
  i: number,
  end: End,
): readonly DoubtfulCircle[] => {
  const { focal, focalSure, alter, alterSure, low, high, scored } = doubts
  const circles: DoubtfulCircle[] = []
  const least = Math.max(1, settings.minObserved)
  const isCertain = (s: number): boolean => (settings.missingIsZero ? alterSure[s] === 1 : isSure(doubts, s))
  const isMet = (j: number): boolean => (j !== i || settings.includeSelf) && (scored[j] === 1 || settings.missingIsZero)
  const scoreOf = (j: number): number => {
    const seen = end === 'lowest' ? low[j]! : -high[j]!
    const extreme = scored[j] === 0 ? 0 : seen
    // One whose score may be missing counts as 0 where missing scores do.
    return settings.missingIsZero && low[j] !== high[j] ? Math.min(0, extreme) : extreme
  }
  for (let k = focal.start[i]!; k < focal.start[i + 1]!; k++) {
    const o = focal.items[k]!
    const weight = settings.igoWeight[o]!
    if (weight === 0) continue
    const maybe: UncertainPeer[] = []
    let sum = 0
    let count = 0
    let highest = -Infinity
    for (let s = alter.start[o]!; s < alter.start[o + 1]!; s++) {
      const partner = alter.items[s]!
      if (!isMet(partner)) continue
      const score = scoreOf(partner)
      if (score > highest) highest = score
      if (isCertain(s)) {
        count += 1
        sum += score
      } else maybe.push({ partner, score })
    }
    if (count + maybe.length < least) continue
    const sure = (): readonly UncertainPeer[] =>
      Array.from({ length: alter.start[o + 1]! - alter.start[o]! }, (_, at) => alter.start[o]! + at)
        .filter((s) => isMet(alter.items[s]!) && isCertain(s))
        .map((s) => ({ partner: alter.items[s]!, score: scoreOf(alter.items[s]!) }))
    circles.push({
      weight,
      sum,
      count,
      highest,
      maybe: maybe.toSorted((a, b) => a.score - b.score),
      least,
      always: focalSure[k] === 1 && count >= least,
      sure,
    })
  }
  return circles
}

/** The circles of state i on the day and in its past, each year weighed down by its age. */
export const circlesOfYears: typeof doubtfulCircles = (doubts, settings, i, end) =>
  [doubts, ...(doubts.past ?? [])].flatMap((year, age) =>
    doubtfulCircles(year, settings, i, end).map((circle) => ({
      ...circle,
      weight: circle.weight * settings.discount ** age,
    })),
  )
