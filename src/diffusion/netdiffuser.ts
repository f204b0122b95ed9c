import { badInput } from '../common/error.ts'
import { standardDeviation } from '../common/standard-deviation.ts'

/**
 * The measures of netdiffuseR, to compare with what was computed by it: with its conventions, on purpose.
 *
 * A static directed network: ego names alters. Ties count 1 whatever their value, unless valued; a tie to oneself never
 * counts. Adoption is cumulative. Who has no ties has an exposure of 0 (its denominator gets 1e-20), where ours has
 * none. Everybody has a time of adoption: that package gives non-adopters the last period. Source: netdiffuseR 1.25.0,
 * stats.R and its C++ sums.
 */
export interface DiffusionNetwork {
  readonly nodes: readonly number[]
  /** The first and the last period. */
  readonly first: number
  readonly last: number
  /** The period in which each node adopted. */
  readonly adoptedIn: (node: number) => number
  /** Whom a node names, and with which value. */
  readonly alters: (node: number) => ReadonlyMap<number, number>
  /** Who names it. */
  readonly egos: (node: number) => ReadonlyMap<number, number>
}

/** A tie as an edge list has it. */
export interface Edge {
  readonly ego: number
  readonly alter: number
  readonly value: number
}

const nobody: ReadonlyMap<number, number> = new Map()

const put = (ties: Map<number, Map<number, number>>, from: number, to: number, value: number): void => {
  const known = ties.get(from) ?? new Map<number, number>()
  ties.set(from, known.set(to, value))
}

/** A network from its edges and times of adoption. Throws `bad-input` for an edge of a node without a time. */
export const diffusionNetwork = (edges: readonly Edge[], times: ReadonlyMap<number, number>): DiffusionNetwork => {
  const [out, into] = [new Map<number, Map<number, number>>(), new Map<number, Map<number, number>>()]
  for (const { ego, alter, value } of edges) {
    for (const node of [ego, alter])
      if (!times.has(node))
        throw badInput('bad-input', `the edge ${ego} to ${alter}: node ${node} has no time of adoption.`)
    if (ego === alter) continue
    put(out, ego, alter, value)
    put(into, alter, ego, value)
  }
  const all = [...times.values()]
  return {
    nodes: [...times.keys()].toSorted((a, b) => a - b),
    first: Math.min(...all),
    last: Math.max(...all),
    adoptedIn: (node) => times.get(node) ?? Number.POSITIVE_INFINITY,
    alters: (node) => out.get(node) ?? nobody,
    egos: (node) => into.get(node) ?? nobody,
  }
}

/** E_i(t) = Σ_j s_ij a_j(t) / (Σ_j s_ij + 1e-20): the share of i's alters that had adopted by t. From 0 to 1. */
export const exposureIn = (
  { alters, adoptedIn }: DiffusionNetwork,
  node: number,
  period: number,
  valued = false,
): number => {
  let [reached, whole] = [0, 0]
  for (const [alter, value] of alters(node)) {
    const weight = valued ? value : 1
    whole += weight
    if (adoptedIn(alter) <= period) reached += weight
  }
  return reached / (whole + 1e-20)
}

/** The exposure in the period of adoption, `lag` periods earlier; undefined where that is before the first. */
export const thresholdOf = (
  network: DiffusionNetwork,
  node: number,
  { lag = 0, valued = false }: { readonly lag?: number; readonly valued?: boolean } = {},
): number | undefined => {
  const period = network.adoptedIn(node) - lag
  return period < network.first ? undefined : exposureIn(network, node, period, valued)
}

interface Reach {
  /** Over how many periods. */
  readonly periods: number
  /** Whether it is divided by how many adopted in these periods. */
  readonly normalised: boolean
}

/**
 * The share of those tied to a node that adopted k periods away from it, of those that adopted at least so far away,
 * over k = 1 … K, each k divided by k; where normalised, by the adopters of these periods weighed alike.
 */
const contagion = (
  { nodes, adoptedIn, first, last }: DiffusionNetwork,
  node: number,
  ties: ReadonlyMap<number, number>,
  { periods, normalised, forward }: Reach & { readonly forward: boolean },
): number => {
  let [then, open, everywhere] = [0, 0, 0]
  const step = forward ? 1 : -1
  for (let k = 1; k <= periods; k++) {
    const period = adoptedIn(node) + step * k
    if (period < first || period > last) break
    for (const tied of ties.keys()) {
      const away = step * (adoptedIn(tied) - period)
      if (away === 0) then += 1 / k
      if (away >= 0) open += 1 / k
    }
    everywhere += nodes.filter((other) => adoptedIn(other) === period).length / k
  }
  const share = open === 0 ? 0 : then / open
  if (!normalised) return share
  return everywhere === 0 ? 0 : share / everywhere
}

/** How many of those who name a node adopted right after it (Valente and others 2015). */
export const infectiousness = (network: DiffusionNetwork, node: number, reach: Reach): number =>
  contagion(network, node, network.egos(node), { ...reach, forward: true })

/** How many of those whom a node names adopted right before it. */
export const susceptibility = (network: DiffusionNetwork, node: number, reach: Reach): number =>
  contagion(network, node, network.alters(node), { ...reach, forward: false })

/**
 * Where values stand: at most mean − sd, at most the mean, at most mean + sd, above; 0 to 3. The sd is that of a
 * sample.
 */
export const quarterBySd = (values: readonly number[]): ((value: number) => 0 | 1 | 2 | 3) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const sd = standardDeviation(values) ?? 0
  return (value) => {
    if (value <= mean - sd) return 0
    if (value <= mean) return 1
    return value <= mean + sd ? 2 : 3
  }
}
