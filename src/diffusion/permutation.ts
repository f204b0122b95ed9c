import { chanceOf, type Chance } from './chance.ts'
import { permutationPlan, type PermutationInput, type PermutationPlan } from './permutation-plan.ts'

/**
 * Whether states adopted more exposed to adopters than would be by chance, given on which days there were adoptions.
 *
 *     T = mean of E_i over the adopters i that have one,   E_i = Σ_j w_ij a_j / Σ_j w_ij k_j
 *
 * w, a and k are those of the end of the year before i adopted: what i shared with j; 1 where j had adopted by then; 1
 * where it is known of j whether it had. Once an adopter, always one. Whoever had adopted is known to have.
 *
 * A drawn history keeps every day of adoption and how many adopted on it, and draws who: on each day in order, as many
 * as adopted, without replacement, each of those with the same chance that were at risk on that day and had not been
 * drawn before. Its exposures are those of the drawn history: a_j is 1 where j had been drawn by then. So states are
 * born, and cease to exist, on their own days, networks are those of their years, and the curve of adoptions is the
 * same in all; who follows whom is not. Adopters of one day, in fact those of one year, see each other in no history:
 * exposures are of the year before.
 *
 * An adopter that was not at risk on its day (it was no member of the state system, or nobody knows whether it had
 * adopted before) is never drawn. It keeps its day, and is a partner to others from then on, in every history.
 *
 *     P(T ≤ t) = (1 + #{r : T_r ≤ t}) / (R + 1),   P(T ≥ t) likewise,   p = min(1, 2 min(P(T ≤ t), P(T ≥ t)))
 *
 * t: as it was; T_r: of drawn history r of R. The 1 stands for the history as it was, which is one of those that can be
 * drawn: p is never 0 (Phipson and Smyth 2010, Statistical Applications in Genetics and Molecular Biology 9, 39). Two
 * sides as the structure test of netdiffuseR has them. Drawn means within 100 rounding errors of t count as equal to
 * it, as in SciPy's permutation test: sums in another order differ in the last digit.
 *
 *     error = 2 √(P (1 − P) / R),   P the smaller of the two
 *
 * The standard error of p for having drawn R histories and not all. At p = 0.05 and R = 10,000: 2 √(0.025 · 0.975 /
 * 10,000) = 0.003.
 *
 * A description, and no effect: states that meet in organisations resemble each other, and may have adopted one after
 * the other for reasons of their own.
 *
 * Numbers are drawn by the Mersenne Twister MT19937 (Matsumoto and Nishimura 1998, ACM Transactions on Modeling and
 * Computer Simulation 8, 3-30): the same seed draws the same histories on every machine.
 *
 * Toy world (weights AB 1, BC 1, AC 0; all at risk; adoption A 1, B 2, C never): E_A = 0, E_B = 1/2, T = 1/4. Of the
 * six histories AB, AC, BA, BC, CA, CB the means are 1/4, 0, 1/2, 1/2, 0, 1/4: the mean of all 1/4, P(T ≤ t) = P(T ≥ t)
 * = 4/6, p = 1.
 */
export interface Permutation {
  /** Draws as many histories more. */
  readonly run: (draws: number) => void
  readonly result: () => PermutationResult
}

export interface PermutationResult {
  /** T as it was, 0 to 1; undefined where no adopter that was at risk had an exposure. */
  readonly statistic: number | undefined
  /** How many adopters were at risk on their day, how many of them had no exposure, how many others keep their days. */
  readonly counted: number
  readonly withoutExposure: number
  readonly pinned: number
  readonly draws: number
  /** In how many histories, on some day, fewer were left at risk than adopted: all of these adopted then. */
  readonly short: number
  /** In how many histories no adopter had an exposure: they count as far as can be on both sides. */
  readonly empty: number
  /** What was drawn; undefined where nothing was, or no history had a statistic. */
  readonly drawn:
    | {
        /** The mean of T over the drawn histories that have one. */
        readonly expected: number
        /** Between which the middle 95 % of them lie: those at rank 0.025 and 0.975, rounded up. */
        readonly low: number
        readonly high: number
        /** Two-sided; undefined without a statistic. */
        readonly p: number | undefined
        readonly error: number | undefined
      }
    | undefined
}

/**
 * Draws histories into `who`, slot by slot; each call says whether somebody was left for every slot. Those who may be
 * drawn stand in a pool from 0 up to its size, in no order; who leaves it is replaced by the last.
 */
const drawing = (plan: PermutationPlan, who: Int32Array, chance: Chance): (() => boolean) => {
  const { nobody, slotsOfDay, changes, changesOfDay } = plan
  const pool = new Int32Array(nobody)
  const placeOf = new Int32Array(nobody)
  const isDrawn = new Uint8Array(nobody)
  let size = 0
  const leave = (state: number): void => {
    const place = placeOf[state]!
    if (place < 0) return
    size -= 1
    const last = pool[size]!
    pool[place] = last
    placeOf[last] = place
    placeOf[state] = -1
  }
  const enter = (state: number): void => {
    placeOf[state] = size
    pool[size] = state
    size += 1
  }
  return () => {
    let isWhole = true
    size = 0
    placeOf.fill(-1)
    isDrawn.fill(0)
    for (let day = 0; day + 1 < slotsOfDay.length; day++) {
      for (let c = changesOfDay[day]!; c < changesOfDay[day + 1]!; c++) {
        const change = changes[c]!
        if (change < 0) leave(~change)
        else if (!isDrawn[change]) enter(change)
      }
      for (let slot = slotsOfDay[day]!; slot < slotsOfDay[day + 1]!; slot++) {
        const state = size === 0 ? nobody : pool[chance(size)]!
        who[slot] = state
        if (state === nobody) isWhole = false
        else {
          leave(state)
          isDrawn[state] = 1
        }
      }
    }
    return isWhole
  }
}

/** The exposure in year t of one state, to those who adopted in slots before; NaN where it has none. */
const exposureIn = (plan: PermutationPlan, who: Int32Array, t: number, state: number): number => {
  const { nobody, weights, known, unknown, anyUnknown, pinned, pinnedBefore, slotsOfYear } = plan
  const width = nobody + 1
  const row = (t * width + state) * width
  const [kept, before] = [pinnedBefore[t]!, slotsOfYear[t]!]
  let reached = 0
  for (let k = 0; k < kept; k++) reached += weights[row + pinned[k]!]!
  for (let slot = 0; slot < before; slot++) reached += weights[row + who[slot]!]!
  let whole = known[t * width + state]!
  if (anyUnknown[t]) {
    for (let k = 0; k < kept; k++) whole += weights[row + pinned[k]!]! * unknown[t * width + pinned[k]!]!
    for (let slot = 0; slot < before; slot++) whole += weights[row + who[slot]!]! * unknown[t * width + who[slot]!]!
  }
  return whole === 0 ? Number.NaN : reached / whole
}

/** T of a history, NaN where it has none; and how many of its exposures are defined. */
const meanExposure = (plan: PermutationPlan, who: Int32Array): { mean: number; defined: number } => {
  const { slotsOfYear } = plan
  let [sum, defined] = [0, 0]
  for (let t = 0; t + 1 < slotsOfYear.length; t++)
    for (let slot = slotsOfYear[t]!; slot < slotsOfYear[t + 1]!; slot++) {
      const exposure = exposureIn(plan, who, t, who[slot]!)
      if (Number.isNaN(exposure)) continue
      sum += exposure
      defined += 1
    }
  return { mean: defined === 0 ? Number.NaN : sum / defined, defined }
}

/** p and its error, of `below` and `above` histories of so many that lie at or below, at or above. */
export const twoSided = (
  below: number,
  above: number,
  draws: number,
): { readonly p: number; readonly error: number } => {
  const tail = (1 + Math.min(below, above)) / (draws + 1)
  return { p: Math.min(1, 2 * tail), error: 2 * Math.sqrt((tail * (1 - tail)) / draws) }
}

const joined = (chunks: readonly Float64Array[]): Float64Array => {
  const all = new Float64Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

const summaryOf = (means: Float64Array, statistic: number, draws: number): PermutationResult['drawn'] => {
  if (means.length === 0) return undefined
  const empty = draws - means.length
  const near = Math.abs(statistic) * 100 * Number.EPSILON
  let [sum, below, above] = [0, empty, empty]
  for (const mean of means) {
    sum += mean
    if (mean <= statistic + near) below += 1
    if (mean >= statistic - near) above += 1
  }
  const sorted = means.toSorted()
  const atRank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!
  const test = Number.isNaN(statistic) ? undefined : twoSided(below, above, draws)
  return { expected: sum / means.length, low: atRank(0.025), high: atRank(0.975), p: test?.p, error: test?.error }
}

/** Makes ready to draw. Throws `bad-argument`, and `bad-option` for a seed that is none. */
export const permutation = (input: PermutationInput, seed: number): Permutation => {
  const plan = permutationPlan(input)
  const fact = meanExposure(plan, plan.observed)
  const who = new Int32Array(plan.observed.length)
  const draw = drawing(plan, who, chanceOf(seed))
  const chunks: Float64Array[] = []
  let [draws, short] = [0, 0]
  return {
    run: (more) => {
      const means = new Float64Array(more)
      for (let r = 0; r < more; r++) {
        if (!draw()) short += 1
        means[r] = meanExposure(plan, who).mean
      }
      draws += more
      chunks.push(means.filter((mean) => !Number.isNaN(mean)))
    },
    result: () => {
      const means = joined(chunks)
      return {
        statistic: Number.isNaN(fact.mean) ? undefined : fact.mean,
        counted: plan.observed.length,
        withoutExposure: plan.observed.length - fact.defined,
        pinned: plan.pinned.length,
        draws,
        short,
        empty: draws - means.length,
        drawn: summaryOf(means, fact.mean, draws),
      }
    },
  }
}
