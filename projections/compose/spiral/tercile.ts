import type { Scale } from '../../../src/events/source.ts'

/** Which way a score points: as the register of sources says it. */
export type Direction = Scale['direction']

export type Tercile = 'bottom' | 'middle' | 'top'

/** Of fewer rated states there are no three parts. */
export const fewestRated = 3

export interface Place {
  readonly tercile: Tercile
  /** 0 to 1: the share of the rated that do worse, with half of those that do alike. */
  readonly rank: number
  readonly rated: number
}

/**
 * Where a value stands among all that a rater gave in a year, by its mid-rank.
 *
 *     r_i = ( |{j: worse than i}| + ½ · |{j: as i}| ) / n        bottom: r_i ≤ 1/3     top: r_i ≥ 2/3
 *
 * i is among the n itself. States that do alike share a part, and nobody is in two: where all do alike all are in the
 * middle. Undefined for fewer than three.
 *
 * Example: 0 0 1 4 8 8, a higher value is better. 0: (0 + 1)/6, bottom. 1: 2.5/6, middle. 8: 5/6, top.
 */
export const placeAmong = (value: number, all: readonly number[], direction: Direction): Place | undefined => {
  const rated = all.length
  if (rated < fewestRated) return undefined
  const alike = all.filter((other) => other === value).length
  const worse = all.filter((other) => (direction === 'higher-is-better' ? other < value : other > value)).length
  const rank = (worse + alike / 2) / rated
  return { tercile: partOf(rank), rank, rated }
}

const partOf = (rank: number): Tercile => {
  if (rank <= 1 / 3) return 'bottom'
  return rank >= 2 / 3 ? 'top' : 'middle'
}

/** By how much a value is better than one before: negative where it is worse. In the unit of the score. */
export const betterBy = (before: number, now: number, direction: Direction): number =>
  direction === 'higher-is-better' ? now - before : before - now
