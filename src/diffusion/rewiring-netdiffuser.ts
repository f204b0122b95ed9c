import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { mersenne } from 'pure-rand/generator/mersenne'
import { diffusionNetwork, thresholdOf, type DiffusionNetwork, type Edge } from './netdiffuser.ts'

/**
 * The structure test of netdiffuseR (`struct_test`), for comparison only: the other way to ask whether a measure is
 * more than chance. Who adopted when stays, and the network is drawn.
 *
 *     p = 2 min(P(t < τ), P(t > τ)),   τ: the statistic as it is; t: in networks that are rewired
 *
 * A rewired network has the same edges but for their alters, swapped 20 times for each edge: of two edges ij and kl
 * drawn at random come il and kj, unless that made a loop or a tie that is there already; then the step leaves all as
 * it was. So everybody names as many as before, and is named by as many. The value of an edge stays with its ego.
 * Strict sides, as the package computes them (its help has ≤ and ≥), and without the 1 of `permutation.ts`: p may be 0.
 * In the package networks of later periods are rewired a little further; here one network holds for all. Source:
 * netdiffuseR 1.25.0, struct_test.R and rewire_swap.cpp.
 *
 * Example: 1 names 2, and 3 names 4. Half of the rewired networks are as it was, in the others 1 names 4, and 3 names
 * 2.
 */
export interface RewiringTest {
  readonly observed: number
  /** The mean of the statistic over the rewired networks. */
  readonly expected: number
  readonly p: number
}

const swapsPerEdge = 20

/**
 * A rewired network: the same edges, alters swapped; `chance` draws a whole number from 0 up to and without `below`.
 */
export const rewired = (edges: readonly Edge[], chance: (below: number) => number): readonly Edge[] => {
  const drawn = edges.filter(({ ego, alter }) => ego !== alter).map((edge) => ({ ...edge }))
  const keyOf = (ego: number, alter: number): string => `${ego} ${alter}`
  const ties = new Set(drawn.map(({ ego, alter }) => keyOf(ego, alter)))
  for (let step = 0; step < swapsPerEdge * drawn.length; step++) {
    const [one, other] = [drawn[chance(drawn.length)]!, drawn[chance(drawn.length)]!]
    const [ij, kl] = [keyOf(one.ego, other.alter), keyOf(other.ego, one.alter)]
    if (one.ego === other.alter || other.ego === one.alter || ties.has(ij) || ties.has(kl)) continue
    ties.delete(keyOf(one.ego, one.alter))
    ties.delete(keyOf(other.ego, other.alter))
    ties.add(ij).add(kl)
    const { alter } = one
    one.alter = other.alter
    other.alter = alter
  }
  return drawn
}

/**
 * Whether a statistic of a network depends on who names whom, as netdiffuseR tests it, over so many rewired networks.
 */
export const rewiringTest = (
  edges: readonly Edge[],
  times: ReadonlyMap<number, number>,
  statistic: (network: DiffusionNetwork) => number,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): RewiringTest => {
  const generator = mersenne(seed)
  const chance = (below: number): number => uniformInt(generator, 0, below - 1)
  const observed = statistic(diffusionNetwork(edges, times))
  const found = Array.from({ length: draws }, () => statistic(diffusionNetwork(rewired(edges, chance), times)))
  const shareOf = (is: (value: number) => boolean): number => found.filter(is).length / draws
  return {
    observed,
    expected: found.reduce((sum, value) => sum + value, 0) / draws,
    p:
      2 *
      Math.min(
        shareOf((value) => value < observed),
        shareOf((value) => value > observed),
      ),
  }
}

/** The mean threshold of those that have one, `lag` periods back: what is most often tested. */
export const meanThreshold = (network: DiffusionNetwork, lag = 0): number => {
  const found = network.nodes.map((node) => thresholdOf(network, node, { lag })).filter((one) => one !== undefined)
  return found.reduce((sum, one) => sum + one, 0) / found.length
}
