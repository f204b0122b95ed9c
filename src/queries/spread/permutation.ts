import { z } from 'zod'
import { badInput } from '../../common/error.ts'
import { isCounted, type PermutationInput, type StateAtRisk } from '../../diffusion/permutation-plan.ts'
import { largestSeed } from '../../diffusion/chance.ts'
import { permutation, type Permutation, type PermutationResult } from '../../diffusion/permutation.ts'
import { addDays, lastDayOfYear, type Day } from '../../time/day.ts'
import { at, cuts, holdsOn, segments, type Days } from '../../time/timeline.ts'
import { formal, isStock } from '../channels/index.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { stepByStep } from '../question/steps.ts'
import { isWithin } from '../diffusion/adoption-spells.ts'
import type { Adoptions } from '../diffusion/adoptions.ts'
import type { MetInput, PartnerAdoption } from '../diffusion/partner-adoption.ts'

const usualSeed = 1

/** What the comparison with chance is asked with. */
export const permutationInputs = {
  draws: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe(
      'Compares the mean exposure at adoption, by the first channel, with that of so many drawn histories: on the ' +
        'same days as many adopt, drawn of those at risk. Ten thousand will do. A description, no effect',
    ),
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .max(largestSeed)
    .optional()
    .describe('With draws: which histories are drawn; the same by the same seed (default 1)'),
}
export type PermutationAsked = z.output<z.ZodObject<typeof permutationInputs>>

export const permutationOut = z
  .object({
    channel: z.string().describe('By which exposures are meant'),
    statistic: z
      .number()
      .nullable()
      .describe('The mean exposure at adoption, at the end of the year before, once an adopter always one; null: none'),
    expected: z.number().nullable().describe('The mean of the same over the drawn histories'),
    low: z.number().nullable().describe('Between this and high lie the middle 95 % of what was drawn'),
    high: z.number().nullable(),
    p: z
      .number()
      .nullable()
      .describe('min(1, 2 min(P(T ≤ t), P(T ≥ t))), t the statistic, P = (1 + how many of the drawn) / (draws + 1)'),
    error: z.number().nullable().describe('The standard error of p for so many draws: 2 √(P (1 − P) / draws)'),
    draws: z.int(),
    seed: z.int(),
    adopters: z.int().describe('First adoptions by states at risk on their day: what is drawn, and counted'),
    withoutExposure: z.int().describe('How many of these had none, for they had no partner of whom it is known'),
    outside: z.int().describe('Adopters that were no members of the system: they keep their days, as partners only'),
    notKnownAtRisk: z
      .int()
      .describe('The same of members of which no source tells whether they had adopted before that day'),
    short: z.int().describe('Drawn histories in which, on some day, fewer were left at risk than adopted'),
    empty: z.int().describe('Drawn histories in which nobody had an exposure: they count on both sides'),
  })
  .nullable()
  .describe('Beside chance: who adopted on the days of adoption, drawn anew; null where no draws are asked for')
export type PermutationAnswer = z.infer<typeof permutationOut>

/** Throws `bad-input` where a seed is given, and nothing is drawn; and where the first channel has no partners. */
export const checkPermutation = ({
  draws,
  seed,
  channel: [first = formal] = [],
}: PermutationAsked & Pick<MetInput, 'channel'>): void => {
  if (seed !== undefined && draws === undefined)
    throw badInput('bad-input', `seed says which histories are drawn; it needs draws. Came seed ${seed} alone.`)
  if (draws !== undefined && isStock(first))
    throw badInput('bad-input', `draws looks at partners by the first channel; came ${first} first, which has none.`)
}

/** The days of some spells that lie in none of others. */
const without = (spells: readonly Days[], holes: readonly Days[]): readonly Days[] =>
  segments(cuts(spells, holes)).filter(
    ({ from }) => spells.some((days) => holdsOn(days, from)) && !holes.some((days) => holdsOn(days, from)),
  )

/**
 * When each actor adopted, and when it was at risk: in the system, and known on the day before to have been no adopter.
 * The days on which that is unknown count a day later: where nobody knows it of [5, 8), a state is not known to be at
 * risk on 6, 7 and 8.
 */
const statesIn = ({ timelines, spells, system, uncovered }: Adoptions): readonly StateAtRisk[] =>
  [...timelines.keys()].map((state) => ({
    adopted: spells.get(state)?.[0]?.from,
    atRisk: without(
      system.get(state) ?? [],
      (uncovered.get(state) ?? []).map(({ from, to }) => ({ from: addDays(from, 1), to: addDays(to, 1) })),
    ),
  }))

/** Those that neither acted nor were in the system are partners all the same, known to be no adopters: one for all. */
const bystanders: StateAtRisk = { adopted: undefined, atRisk: [] }

const inputOf = (
  adoptions: Adoptions,
  states: readonly StateAtRisk[],
  weights: NonNullable<PartnerAdoption['weights']>,
): PermutationInput => {
  const actors = [...adoptions.timelines.keys()]
  const numberOf = new Map(actors.map((actor, i) => [actor, i]))
  const numbers = new Map<readonly string[], Int32Array>()
  const numbersOf = (named: readonly string[]): Int32Array => {
    const found = numbers.get(named) ?? Int32Array.from(named, (state) => numberOf.get(state) ?? actors.length)
    numbers.set(named, found)
    return found
  }
  return {
    states: [...states, bystanders],
    weightsOf: (i, year) => {
      const found = weights(actors[i] ?? '', year)
      if (found === undefined) return undefined
      const row = new Float64Array(actors.length + 1)
      const places = numbersOf(found.states)
      for (let j = 0; j < places.length; j++) row[places[j]!]! += found.weights[j]!
      return row
    },
    isKnown: (i, year) => !isWithin(adoptions.uncovered.get(actors[i] ?? ''), lastDayOfYear(year)),
  }
}

/** So many draws, in a hundred parts; in fewer where there are fewer. */
const partsOf = (draws: number): readonly number[] => {
  const count = Math.min(100, draws)
  const upTo = (part: number): number => Math.floor((part * draws) / count)
  return Array.from({ length: count }, (_, part) => upTo(part + 1) - upTo(part))
}

const drawIn = async (world: Snapshot, drawing: Permutation, draws: number): Promise<PermutationResult> => {
  for await (const part of stepByStep(world, 'parts of the draws done:', partsOf(draws))) drawing.run(part)
  return drawing.result()
}

/** Null where no draws are asked for, or by a channel without partners, which `checkPermutation` refuses. */
export const permutationOf = async (
  world: Snapshot,
  adoptions: Adoptions,
  { channel, weights }: PartnerAdoption,
  { draws, seed = usualSeed }: PermutationAsked,
): Promise<PermutationAnswer> => {
  if (draws === undefined || weights === undefined) return null
  const states = statesIn(adoptions)
  const found = await drawIn(world, permutation(inputOf(adoptions, states, weights), seed), draws)
  const { statistic, drawn, counted, withoutExposure, short, empty } = found
  const pinned = [...adoptions.timelines.keys()].filter(
    (_, i) => states[i]?.adopted !== undefined && !isCounted(states[i]),
  )
  const outside = pinned.filter((state) => {
    const on = adoptions.spells.get(state)?.[0]?.from
    return on === undefined || at(adoptions.system.get(state) ?? [], on as Day) === undefined
  })
  return {
    channel,
    statistic: statistic ?? null,
    expected: drawn?.expected ?? null,
    low: drawn?.low ?? null,
    high: drawn?.high ?? null,
    p: drawn?.p ?? null,
    error: drawn?.error ?? null,
    draws,
    seed,
    adopters: counted,
    withoutExposure,
    outside: outside.length,
    notKnownAtRisk: pinned.length - outside.length,
    short,
    empty,
  }
}

const decimals = (value: number | null): string => (value === null ? '-' : value.toFixed(4))
/** Three figures of it: p is never 0, and does not look so. */
const figures = (value: number | null): string => (value === null ? '-' : String(Number(value.toPrecision(3))))
const said = (count: number, words: string): readonly string[] => (count === 0 ? [] : [`${count} ${words}`])

/** What a person reads of it: the mean beside what was drawn, how both were counted, and what it does not say. */
export const permutationText = (found: PermutationAnswer): readonly string[] => {
  if (found === null) return []
  const { channel, statistic, expected, low, high, p, error, draws, seed, adopters, withoutExposure } = found
  const keeping = [
    ...said(found.outside, 'outside the system'),
    ...said(found.notKnownAtRisk, 'not known to have been at risk'),
  ]
  return [
    `beside chance: mean exposure at adoption by ${channel} ${decimals(statistic)}, of ${adopters} adopters at risk` +
      `${withoutExposure === 0 ? '' : `, save ${withoutExposure} without a partner of whom it is known`}`,
    `  drawn ${draws} times by seed ${seed}, on the same days as many of those at risk: mean ${decimals(expected)}, ` +
      `the middle 95 % from ${decimals(low)} to ${decimals(high)}`,
    `  p ${figures(p)}, two-sided: min(1, 2 min(P(T ≤ t), P(T ≥ t))); standard error for so many draws ` +
      `${figures(error)}: 2 √(P (1 − P) / draws)`,
    ...(keeping.length === 0 ? [] : [`  keep their days, as partners only: ${keeping.join(', ')}`]),
    ...said(found.short, 'drawn histories had fewer left at risk on a day than adopted').map((line) => `  ${line}`),
    ...said(found.empty, 'drawn histories had no exposure: they count on both sides').map((line) => `  ${line}`),
    '  a description of who adopted after whom, and no effect of partners',
  ]
}
