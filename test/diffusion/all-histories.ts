import type { PermutationInput } from '../../src/diffusion/permutation-plan.ts'
import { yearOf, type Day } from '../../src/time/day.ts'

/**
 * One drawn history: on which day each state adopted, how likely it is, and its mean exposure; undefined without any.
 */
export interface DrawnHistory {
  readonly adopted: ReadonlyMap<number, Day>
  readonly chance: number
  readonly mean: number | undefined
}

const subsetsOf = (list: readonly number[], size: number): readonly (readonly number[])[] => {
  if (size === 0) return [[]]
  return list.flatMap((one, i) => subsetsOf(list.slice(i + 1), size - 1).map((rest) => [one, ...rest]))
}

const atRiskOn = ({ states }: PermutationInput, i: number, day: Day) =>
  states[i]!.atRisk.some(({ from, to }) => from <= day && day < to)

const countedIn = (input: PermutationInput) =>
  input.states.flatMap(({ adopted }, i) =>
    adopted !== undefined && atRiskOn(input, i, adopted) ? [{ state: i, day: adopted }] : [],
  )

const pinnedIn = (input: PermutationInput) => {
  const counted = new Set(countedIn(input).map(({ state }) => state))
  return input.states.flatMap(({ adopted }, state) =>
    adopted === undefined || counted.has(state) ? [] : [{ state, day: adopted }],
  )
}

/** As the formula has it, with a look at every pair: no sum is kept from one history to the next. */
export const meanIn = (
  { states, weightsOf, isKnown }: PermutationInput,
  adopted: ReadonlyMap<number, Day>,
  adopters: readonly number[],
): number | undefined => {
  const exposures = adopters.flatMap((i) => {
    const year = yearOf(adopted.get(i)!) - 1
    let [reached, whole] = [0, 0]
    for (const j of states.keys()) {
      const on = adopted.get(j)
      const has = on !== undefined && yearOf(on) <= year
      const weight = weightsOf(i, year)?.[j] ?? 0
      if (j === i || !(has || isKnown(j, year))) continue
      whole += weight
      if (has) reached += weight
    }
    return whole === 0 ? [] : [reached / whole]
  })
  return exposures.length === 0 ? undefined : exposures.reduce((sum, one) => sum + one, 0) / exposures.length
}

/** The mean exposure as it was. */
export const meanInFact = (input: PermutationInput): number | undefined => {
  const counted = countedIn(input)
  const days = [...counted, ...pinnedIn(input)].map(({ state, day }): readonly [number, Day] => [state, day])
  return meanIn(
    input,
    new Map(days),
    counted.map(({ state }) => state),
  )
}

/** Every history that can be drawn, day by day: slow, and plain. */
export const allHistories = (input: PermutationInput): readonly DrawnHistory[] => {
  const counted = countedIn(input)
  const pinned = pinnedIn(input)
  const days = [...new Set(counted.map(({ day }) => day))].toSorted((a, b) => a - b)
  const from = (rest: readonly Day[], drawn: ReadonlyMap<number, Day>, chance: number): readonly DrawnHistory[] => {
    const [day, ...later] = rest
    if (day === undefined) {
      const adopted = new Map([...drawn, ...pinned.map(({ state, day: own }): readonly [number, Day] => [state, own])])
      return [{ adopted, chance, mean: meanIn(input, adopted, [...drawn.keys()]) }]
    }
    const free = [...input.states.keys()].filter(
      (i) => atRiskOn(input, i, day) && !drawn.has(i) && !pinned.some(({ state }) => state === i),
    )
    const batch = counted.filter((one) => one.day === day).length
    const choices = subsetsOf(free, Math.min(batch, free.length))
    return choices.flatMap((chosen) =>
      from(
        later,
        new Map([...drawn, ...chosen.map((state): readonly [number, Day] => [state, day])]),
        chance / choices.length,
      ),
    )
  }
  return from(days, new Map(), 1)
}
