import { fraction, isBelow, per, plus, times, total, type Fraction } from './fraction.ts'
import type { World } from './world.ts'

/** The formulas in exact fractions, slowly, straight from their definitions; whole-number scores only. */

const others = (world: World, o: number, i: number): number[] => [...new Set(world.members[o])].filter((j) => j !== i)
const isRated =
  (world: World) =>
  (j: number): boolean =>
    world.scores[j] !== undefined
const scoreOf =
  (world: World) =>
  (j: number): Fraction =>
    fraction(world.scores[j]!)

const organisationsOf = ({ members, exposed = members }: World, i: number): number[] =>
  members.map((_, o) => o).filter((o) => exposed[o]!.includes(i))

export interface Circle {
  readonly mean: Fraction
  readonly observed: number
}

/** ȳ_{o,-i} and m_{o,-i}, for the organisations of i that have enough rated partners. */
export const circlesOf = (world: World, i: number, minObserved = 1): Circle[] =>
  organisationsOf(world, i)
    .map((o) => others(world, o, i).filter(isRated(world)))
    .filter((rated) => rated.length >= minObserved)
    .map((rated) => ({ mean: per(total(rated.map(scoreOf(world))), fraction(rated.length)), observed: rated.length }))

export const exactMm = (world: World, i: number, minObserved = 1): Fraction | undefined => {
  const circles = circlesOf(world, i, minObserved)
  return circles.length === 0 ? undefined : per(total(circles.map(({ mean }) => mean)), fraction(circles.length))
}

/** The right side of the identity: Σ m ȳ / Σ m. It never looks at a pair. */
export const exactDc = (world: World, i: number, minObserved = 1): Fraction | undefined => {
  const circles = circlesOf(world, i, minObserved)
  if (circles.length === 0) return undefined
  return per(
    total(circles.map(({ mean, observed }) => times(mean, fraction(observed)))),
    total(circles.map(({ observed }) => fraction(observed))),
  )
}

/**
 * MM as a spatial lag: every organisation spreads one unit of weight over its rated partners. It never takes a mean.
 */
export const exactNewmanLag = (world: World, i: number): Fraction | undefined => {
  const weights = world.scores.map(() => fraction(0))
  for (const o of organisationsOf(world, i)) {
    const rated = others(world, o, i).filter(isRated(world))
    for (const j of rated) weights[j] = plus(weights[j]!, fraction(1, rated.length))
  }
  const whole = total(weights)
  if (whole.over === 0n) return undefined
  const rated = world.scores.map((_, j) => j).filter(isRated(world))
  return per(total(rated.map((j) => times(weights[j]!, fraction(world.scores[j]!)))), whole)
}

/** Σ_o m ȳ: the sum over shared memberships. It never looks at a pair. */
export const exactRaw = (world: World, i: number, minObserved = 1): Fraction | undefined => {
  const circles = circlesOf(world, i, minObserved)
  if (circles.length === 0) return undefined
  return total(circles.map(({ mean, observed }) => times(mean, fraction(observed))))
}

/** The highest organisation mean. */
export const exactMax = (world: World, i: number, minObserved = 1): Fraction | undefined =>
  circlesOf(world, i, minObserved)
    .map(({ mean }) => mean)
    .reduce<Fraction | undefined>((most, mean) => (most === undefined || isBelow(most, mean) ? mean : most), undefined)

/**
 * YEARS from whole years alone: for each year back, every organisation and every pair in it adds discount^age. `past`
 * has the members of each organisation one year before, two years before, and so on.
 */
export const exactYears = (world: World, past: readonly World['members'][], i: number, discount: Fraction) => {
  const weights = world.scores.map(() => fraction(0))
  let left = fraction(1)
  for (const members of [world.members, ...past]) {
    for (const list of members) {
      if (!list.includes(i)) continue
      for (const j of new Set(list)) weights[j] = plus(weights[j]!, left)
    }
    left = times(left, discount)
  }
  const rated = world.scores.map((_, j) => j).filter((j) => j !== i && isRated(world)(j))
  const whole = total(rated.map((j) => weights[j]!))
  if (whole.over === 0n) return undefined
  return per(total(rated.map((j) => times(weights[j]!, fraction(world.scores[j]!)))), whole)
}
