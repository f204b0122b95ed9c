import { badInput } from '../common/error.ts'
import { lastDayOfYear, yearOf, type Day } from '../time/day.ts'
import { holdsOn, inOrder, type Days } from '../time/timeline.ts'

/** A state of a spread: when it adopted, and when it could have. */
export interface StateAtRisk {
  /** The first day of its first adoption; undefined where it never adopted. */
  readonly adopted: Day | undefined
  /**
   * The days on which it may be drawn as long as it has not been: on which it was in the state system, and is known not
   * to have adopted before by what anybody knows, its own adoption aside. A state born in 1991 begins then.
   */
  readonly atRisk: readonly Days[]
}

export interface PermutationInput {
  readonly states: readonly StateAtRisk[]
  /**
   * w_ij at the end of a year: of state i to every state, in their order; undefined where it was in no network. Finite,
   * not negative; w_ii never counts. Asked for the year before each year of adoption.
   */
  readonly weightsOf: (i: number, year: number) => ArrayLike<number> | undefined
  /** Whether it is known of a state that had not adopted by the end of a year that it had not. */
  readonly isKnown: (i: number, year: number) => boolean
}

/**
 * What is the same in every history, as typed arrays.
 *
 * A slot is one adoption: it keeps its day, and each history fills it with a state. Slots stand in the order of their
 * days; those of one day are a batch. States that fill slots, or keep a day of their own, have numbers from 0 to
 * `nobody` − 1. `nobody` fills a slot for which nobody was left: it weighs nothing, and is exposed to nothing.
 */
export interface PermutationPlan {
  readonly nobody: number
  /** Who filled each slot in fact. */
  readonly observed: Int32Array
  /** The first slot of each day, and behind them the count of slots. */
  readonly slotsOfDay: Int32Array
  /** Who comes to be at risk (its number), or ceases to be (~ its number), from `changesOfDay[d]` on. */
  readonly changes: Int32Array
  readonly changesOfDay: Int32Array
  /** The first slot of each year, and behind them the count of slots. */
  readonly slotsOfYear: Int32Array
  /** Those that keep their days, by day; `pinnedBefore[t]` of them had adopted at the end of the year before year t. */
  readonly pinned: Int32Array
  readonly pinnedBefore: Int32Array
  /** w_ij at the end of the year before year t, `weights[(t * (nobody + 1) + i) * (nobody + 1) + j]`. */
  readonly weights: Float64Array
  /** Σ_j w_ij over those known at that time not to have adopted, whoever did: `known[t * (nobody + 1) + i]`. */
  readonly known: Float64Array
  /** 1 for those of whom it was not known then: they count once they have adopted. */
  readonly unknown: Uint8Array
  /** Whether there are any in a year. */
  readonly anyUnknown: Uint8Array
}

const isAtRisk = ({ atRisk }: StateAtRisk, day: Day): boolean => atRisk.some((days) => holdsOn(days, day))

/** Whether a state fills a slot with its adoption: it was at risk on that day. */
export const isCounted = (state: StateAtRisk): boolean => state.adopted !== undefined && isAtRisk(state, state.adopted)

const checkStates = (states: readonly StateAtRisk[]): void => {
  for (const [i, { adopted, atRisk }] of states.entries()) {
    if (adopted !== undefined && !Number.isInteger(adopted))
      throw badInput('bad-argument', `states[${i}].adopted is ${adopted}; expected a day, or undefined for never.`)
    const wrong = atRisk.find(({ from, to }) => !(from < to))
    if (wrong !== undefined)
      throw badInput(
        'bad-argument',
        `states[${i}].atRisk holds days from ${wrong.from} to ${wrong.to}; expected them in order.`,
      )
  }
}

const checkRow = (row: ArrayLike<number>, count: number, name: string): void => {
  if (row.length !== count) throw badInput('bad-argument', `${name} has ${row.length} entries; expected ${count}.`)
  for (let j = 0; j < count; j++) {
    if (Number.isFinite(row[j]) && row[j]! >= 0) continue
    throw badInput('bad-argument', `${name}[${j}] is ${row[j]}; expected a finite number, not negative.`)
  }
}

/** The first slot of each group of slots, and behind them their count: of 1, 1 and 3 that is 0, 2, 3. */
const firstsOf = (groups: readonly number[], groupOfSlot: readonly number[]): Int32Array =>
  Int32Array.from([...groups.map((group) => groupOfSlot.indexOf(group)), groupOfSlot.length])

/** Who comes to be at risk, or ceases to be, from one day of adoption to the next. */
const changesBetween = (days: readonly Day[], drawable: readonly StateAtRisk[]) => {
  const changes: number[] = []
  const starts: number[] = []
  const present = new Uint8Array(drawable.length)
  for (const day of days) {
    starts.push(changes.length)
    for (const [number, state] of drawable.entries()) {
      const is = isAtRisk(state, day) ? 1 : 0
      if (is !== present[number]) changes.push(is === 1 ? number : ~number)
      present[number] = is
    }
  }
  return { changes: Int32Array.from(changes), changesOfDay: Int32Array.from([...starts, changes.length]) }
}

/** The weights of every year of adoption, as they were at the end of the year before. */
const weightsIn = (
  years: readonly number[],
  { states, weightsOf, isKnown }: PermutationInput,
  chosen: readonly number[],
): Pick<PermutationPlan, 'weights' | 'known' | 'unknown' | 'anyUnknown'> => {
  const width = chosen.length + 1
  const weights = new Float64Array(years.length * width * width)
  const known = new Float64Array(years.length * width)
  const unknown = new Uint8Array(years.length * width)
  const anyUnknown = new Uint8Array(years.length)
  for (const [t, year] of years.entries()) {
    const isKnownThen = Uint8Array.from(states, (_, j) => (isKnown(j, year - 1) ? 1 : 0))
    for (const [number, i] of chosen.entries()) {
      unknown[t * width + number] = 1 - isKnownThen[i]!
      if (!isKnownThen[i]) anyUnknown[t] = 1
      const row = weightsOf(i, year - 1)
      if (row === undefined) continue
      checkRow(row, states.length, `weightsOf(${i}, ${year - 1})`)
      let sum = 0
      for (let j = 0; j < row.length; j++) if (j !== i && isKnownThen[j]) sum += row[j]!
      known[t * width + number] = sum
      const at = (t * width + number) * width
      for (const [other, j] of chosen.entries()) if (j !== i) weights[at + other] = row[j]!
    }
  }
  return { weights, known, unknown, anyUnknown }
}

/** Makes it. Throws `bad-argument` where an argument is none. */
export const permutationPlan = (input: PermutationInput): PermutationPlan => {
  const { states } = input
  checkStates(states)
  const all = states.map((state, i) => ({ ...state, i }))
  const counted = all.filter(isCounted).toSorted((a, b) => a.adopted! - b.adopted! || a.i - b.i)
  const pinned = all
    .filter((state) => state.adopted !== undefined && !isCounted(state))
    .toSorted((a, b) => a.adopted! - b.adopted!)
  const days = inOrder(counted.map(({ adopted }) => adopted!))
  const drawable = all.filter(
    (state) => (state.adopted === undefined || isCounted(state)) && days.some((day) => isAtRisk(state, day)),
  )
  const chosen = [...drawable, ...pinned].map(({ i }) => i)
  const numberOf = new Map(chosen.map((i, number) => [i, number]))
  const numbers = (list: readonly { readonly i: number }[]) => Int32Array.from(list, ({ i }) => numberOf.get(i)!)
  const years = [...new Set(days.map(yearOf))]
  return {
    nobody: chosen.length,
    observed: numbers(counted),
    slotsOfDay: firstsOf(
      days,
      counted.map(({ adopted }) => adopted!),
    ),
    ...changesBetween(days, drawable),
    slotsOfYear: firstsOf(
      years,
      counted.map(({ adopted }) => yearOf(adopted!)),
    ),
    pinned: numbers(pinned),
    pinnedBefore: Int32Array.from(
      years,
      (year) => pinned.filter(({ adopted }) => adopted! <= lastDayOfYear(year - 1)).length,
    ),
    ...weightsIn(years, input, chosen),
  }
}
