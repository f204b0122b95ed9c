import { fraction, per, plus, times, total, type Fraction } from './fraction.ts'
import type { World } from './world.ts'

/** MM and DC in exact fractions, slowly, straight from their definitions; whole-number scores only. */

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
