import { z } from 'zod'
import { badInput } from '../../common/error.ts'
import type { ShareStep } from '../../diffusion/share-steps.ts'
import { tippingPoint, type CountedFrom, type Fraction } from '../../diffusion/tipping.ts'
import { addDays, addMonths, formatDay, type Day } from '../../time/day.ts'
import { freeWords, readBy } from '../question/inputs.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { countsState } from '../question/without.ts'
import type { Adoptions } from '../diffusion/adoptions.ts'
import { knownThrough } from './known-through.ts'
import { denominatorInput, stepsAmong, stepsOfThese, type Reading } from './share-among.ts'

/** A share as users write it: 1/3, or 0.9. Throws `bad-input` for one that is none, or not above 0 and up to 1. */
const parseFraction = (text: string): Fraction => {
  const [, above, below] = /^(\d{1,6})\/(\d{1,6})$/.exec(text.trim()) ?? []
  const [, whole = '0', decimals = ''] = /^(\d?)\.?(\d{0,6})$/.exec(text.trim()) ?? []
  const found =
    above === undefined
      ? { numerator: Number(`${whole}${decimals}`), denominator: 10 ** decimals.length }
      : { numerator: Number(above), denominator: Number(below) }
  if (found.numerator > 0 && found.numerator <= found.denominator) return found
  throw badInput('bad-input', `"${text}" is no share above 0 and up to 1; expected one such as 1/3 or 0.9`)
}

const half: Fraction = { numerator: 1, denominator: 2 }
const criticalShareOf = ({ criticalShare = half }: { readonly criticalShare?: Fraction | undefined }): Fraction =>
  criticalShare

/** Throws `bad-input` where a share of critical states is given, and none of these is named. */
export const checkTipping = ({ critical, criticalShare }: TippingInput): void => {
  if (criticalShare !== undefined && critical === undefined)
    throw badInput('bad-input', `criticalShare is ${fractionText(criticalShare)}; it needs critical, the states.`)
}

const fractionText = ({ numerator, denominator }: Fraction): string => `${numerator}/${denominator}`

/** What the tipping date is asked with; each is printed beside it. */
export const tippingInputs = {
  denominator: denominatorInput,
  share: readBy(parseFraction)
    .default({ numerator: 1, denominator: 3 })
    .describe('The share that tips: 1/3, or 0.9 (default 1/3)'),
  critical: freeWords
    .optional()
    .describe('States without which the aim is compromised, with commas between (usa,rus); none where none are named'),
  criticalShare: readBy(parseFraction)
    .optional()
    .describe('With critical: which share of them must have adopted (default 1/2)'),
  sustained: z.coerce
    .number()
    .int()
    .min(0)
    .max(100)
    .default(1)
    .describe('For how many years the shares must hold for the date to count'),
}
export type TippingInput = z.output<z.ZodObject<typeof tippingInputs>>

export const tippingOut = z
  .object({
    date: z.string().describe('First day on which the share was reached, and held for the years asked'),
    adopters: z.int().describe('Certain adopters on that day, among those counted'),
    system: z.int().describe('How many are counted on that day'),
    share: z.number().describe('The one over the other'),
    sustained: z
      .boolean()
      .nullable()
      .describe('Null where the years asked are not over by the day asked about, or sources do not reach so far'),
    earliest: z
      .string()
      .describe('First day on which it may have, if all that is uncertain were adopted; the same where nothing is'),
    critical: z
      .object({ adopters: z.int(), states: z.int() })
      .nullable()
      .describe('How many of the critical states had adopted; null where none are named'),
  })
  .nullable()
  .describe('When the share asked for was reached; null where it was not by the day asked about')
export type Tipping = z.infer<typeof tippingOut>

export const parametersOut = z
  .object({
    system: z.string(),
    threshold: z.string(),
    retroactive: z.boolean(),
    denominator: z.string(),
    share: z.string(),
    critical: z.array(z.string()),
    criticalShare: z.string().nullable(),
    sustainedYears: z.int(),
    stallYears: z.int(),
  })
  .describe('What the dates of tipping and phases depend on')

export const parametersOf = (
  input: TippingInput & { readonly retroactive: boolean },
  { systemName, threshold }: Pick<Adoptions, 'systemName' | 'threshold'>,
  critical: readonly string[],
  stallYears: number,
): z.infer<typeof parametersOut> => ({
  system: systemName,
  threshold,
  retroactive: input.retroactive,
  denominator: input.denominator,
  share: fractionText(input.share),
  critical: [...critical],
  criticalShare: critical.length === 0 ? null : fractionText(criticalShareOf(input)),
  sustainedYears: input.sustained,
  stallYears,
})

/** The critical states by their ids. Throws where a name is none. */
export const criticalStates = (world: Snapshot, { critical = [] }: TippingInput): readonly string[] => [
  ...new Set(
    critical.map((word) => world.names.require('state', word, { day: world.asOf })).filter(countsState(world)),
  ),
]

const countedOn = (steps: readonly CountedFrom[], day: Day): CountedFrom =>
  steps.findLast((step) => step.day <= day) ?? { day, adopters: 0, system: 0 }

/** What is found of the tipping date. */
interface FoundTipping {
  readonly tipping: Tipping
  /** First day on which it may have tipped; null where not even then. */
  readonly tippingEarliest: string | null
  readonly day: Day | undefined
}

/**
 * The tipping date for the threshold and the share asked for, by what certainly was; and the first day on which it may
 * have been. That a share was sustained is known no farther than sources reach. `certainSteps`: those of `stepsAmong`.
 */
export const tippingOf = (
  world: Snapshot,
  adoptions: Adoptions,
  input: TippingInput,
  critical: readonly string[],
  certainSteps: readonly ShareStep[],
): FoundTipping => {
  const rule = { share: input.share, criticalShare: criticalShareOf(input), years: input.sustained }
  const criticalBy = (reading: Reading) =>
    critical.length === 0 ? undefined : stepsOfThese(adoptions, critical, world.asOf, reading)
  const certain = { steps: certainSteps, ofCritical: criticalBy('certain') }
  const possible = {
    steps: stepsAmong(adoptions, input.denominator, world.asOf, 'possible'),
    ofCritical: criticalBy('possible'),
  }
  const found = tippingPoint(certain.steps, certain.ofCritical, rule, world.asOf)
  const first = tippingPoint(possible.steps, possible.ofCritical, rule, world.asOf)?.day
  const earliest = first === undefined || (found !== undefined && found.day < first) ? found?.day : first
  const tippingEarliest = earliest === undefined ? null : formatDay(earliest)
  if (found === undefined) return { tipping: null, tippingEarliest, day: undefined }
  const { adopters, system } = countedOn(certain.steps, found.day)
  const known = knownThrough(world, adoptions)
  const isKnown = known !== undefined && addMonths(found.day, 12 * input.sustained) <= addDays(known, 1)
  return {
    day: found.day,
    tippingEarliest,
    tipping: {
      date: formatDay(found.day),
      adopters,
      system,
      share: adopters / system,
      sustained: found.isSustained === true && isKnown ? true : null,
      earliest: tippingEarliest ?? formatDay(found.day),
      critical:
        certain.ofCritical === undefined
          ? null
          : { adopters: countedOn(certain.ofCritical, found.day).adopters, states: critical.length },
    },
  }
}
