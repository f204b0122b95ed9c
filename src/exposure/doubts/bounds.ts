import { doubtfulCircles, type DoubtfulCircle, type End } from './uncertain-peers.ts'
import { isDoubtful, type Doubts } from './uncertainty.ts'
import type { ResolvedOptions } from '../options.ts'

/** The least and the most that a value may be. */
export interface Bounds {
  readonly min: number
  readonly max: number
}

/**
 * The lowest value that a formula may take on what a state may meet; undefined where it takes none. For the highest end
 * scores come negated.
 */
export type Lowest = (circles: readonly DoubtfulCircle[], end: End) => number | undefined

/**
 * The bounds of state i's value: the lowest and the highest that any reading of the doubts gives it, a reading being
 * one choice for every membership that is uncertain and one score for everybody. Undefined where no reading gives it a
 * value. Readings in which it would be withheld for low coverage are reckoned with, too.
 *
 * Every formula follows its scores (no higher score lowers it), so the lowest value has every score at its lowest.
 * Where missing scores count as 0 (SPMON), a reading in which nobody is rated has no value; it is taken for 0, so that
 * the bounds may be wider than they need be. So they may above one `minPartners`, which no search looks at.
 */
export const boundsBy = (
  doubts: Doubts,
  settings: ResolvedOptions,
  i: number,
  lowest: Lowest,
  circlesOf: typeof doubtfulCircles = doubtfulCircles,
): Bounds | undefined => {
  const end = (which: End) => lowest(circlesOf(doubts, settings, i, which), which)
  const min = end('lowest')
  const most = end('highest')
  return min === undefined || most === undefined ? undefined : { min, max: 0 - most }
}

/**
 * The bounds that go with a value: the value itself, where nothing that is uncertain bears on it. They always hold the
 * value.
 */
export const boundsAround = (
  value: number,
  doubts: Doubts | undefined,
  i: number,
  bounds: (doubts: Doubts, i: number) => Bounds | undefined,
): Bounds => {
  const found = doubts === undefined || !isDoubtful(doubts, i) ? undefined : bounds(doubts, i)
  return found === undefined
    ? { min: value, max: value }
    : { min: Math.min(value, found.min), max: Math.max(value, found.max) }
}
