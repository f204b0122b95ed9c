/**
 * Krippendorff's alpha: how far coders who worked apart agree, beyond what chance would give.
 *
 *     α = 1 − D_o / D_e
 *     D_o = 1/n · Σ_u 1/(m_u − 1) · Σ_{i≠j} δ²(v_ui, v_uj)
 *     D_e = 1/(n(n − 1)) · Σ_{v≠w} δ²(v, w)    over all ordered pairs of the n pairable values, whatever the unit
 *
 * u: a unit; m_u: how many coders coded it; a unit that fewer than two coded has no pair and leaves the sum; n = Σ m_u
 * over the others. δ²: nominal, 0 where two values are equal, else 1; interval, (v − w)². Unit: none. Range: 1 where
 * all agree, 0 where they agree as by chance, below 0 where they disagree systematically. Missing values are left out,
 * not counted as a value. Undefined, never 0 or 1, where no unit was coded twice (`no-pairs`), and where all pairable
 * values are equal (`no-variation`): D_e is 0, and nothing tells agreement from habit. Days are counted in days, so
 * that α does not depend on where the count begins: δ² sees differences only. Raw agreement, beside it: the share of
 * equal pairs, each unit weighted as in D_o; 1 − D_o of the nominal metric.
 *
 * Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania, 2011, sections A to
 * D; the same in Content Analysis, 4th ed., SAGE 2019, chapter 12.
 *
 * Worked examples of the article, run by a test: two observers and ten binary units, 0.095; two observers and twelve
 * nominal units, 0.692; four observers, twelve units, missing values: nominal 0.743, interval 0.849.
 */
export type Metric = 'nominal' | 'interval'

/**
 * The values that coders gave to each unit, in any order; who gave none is left out. Interval values are finite
 * numbers.
 */
export type Units<V> = readonly (readonly V[])[]

export interface Reliability {
  /** Null where it is undefined. */
  readonly alpha: number | null
  readonly missing: 'no-pairs' | 'no-variation' | null
  /** Share of equal pairs, 0 to 1; null without a pair. */
  readonly raw: number | null
  /** Units that two coders or more coded. */
  readonly units: number
  /** Values in these units: n. */
  readonly values: number
}

/** Alpha of nominal values: equal or not. */
export const nominalAlpha = (units: Units<string | number>): Reliability => {
  const paired = units.filter((values) => values.length > 1)
  const all = paired.flat()
  const counts = [...countsOf(all).values()]
  const expected = all.length ** 2 - sum(counts.map((count) => count ** 2))
  return reliabilityOf(paired, unequalPairs, expected)
}

/** Alpha of numbers or days: how far apart. */
export const intervalAlpha = (units: Units<number>): Reliability => {
  const paired = units.filter((values) => values.length > 1)
  const all = paired.flat()
  return reliabilityOf(paired, squaredDistances, squaredDistances(all))
}

const reliabilityOf = <V extends string | number>(
  paired: Units<V>,
  disagreementIn: (values: readonly V[]) => number,
  expected: number,
): Reliability => {
  const n = sum(paired.map((values) => values.length))
  const about = { units: paired.length, values: n }
  if (n === 0) return { alpha: null, missing: 'no-pairs', raw: null, ...about }
  const perUnit = (of: (values: readonly V[]) => number) =>
    sum(paired.map((values) => of(values) / (values.length - 1))) / n
  const raw = 1 - perUnit(unequalPairs)
  // By the values themselves, not by D_e: a sum of fractions may miss 0 by a hair.
  if (countsOf(paired.flat()).size === 1) return { alpha: null, missing: 'no-variation', raw, ...about }
  return { alpha: 1 - perUnit(disagreementIn) / (expected / (n * (n - 1))), missing: null, raw, ...about }
}

/** How many ordered pairs of values differ. */
const unequalPairs = (values: readonly (string | number)[]): number =>
  values.length ** 2 - sum([...countsOf(values).values()].map((count) => count ** 2))

/** Σ (v − w)² over all ordered pairs: 2n Σ (v − mean)², which keeps its digits where values are large. */
const squaredDistances = (values: readonly number[]): number => {
  const mean = sum(values) / values.length
  return 2 * values.length * sum(values.map((value) => (value - mean) ** 2))
}

const countsOf = (values: readonly (string | number)[]): ReadonlyMap<string | number, number> => {
  const counts = new Map<string | number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
