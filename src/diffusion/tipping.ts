import { badInput } from '../common/error.ts'
import { addMonths, type Day } from '../time/day.ts'
import { hasReached } from './share.ts'

/**
 * The tipping date of a norm (Finnemore and Sikkink 1998): the first day on which a share of the system had adopted,
 * one third by default, and of the critical states a share of their own, sustained for some years.
 *
 *     T_tip = first t with p(t) ≥ P and crit(t) ≥ c, both holding on [t, t + s years)
 *
 * Finnemore and Sikkink name no list of critical states, nor s: they are parameters, to be printed beside the date. The
 * share of critical states plays no part where none are named. Whole numbers are compared: 51 of 153 are one third.
 *
 * Example: 54 of 161 on 1991-05-14 are one third for the first time (54 · 3 ≥ 161); on 1991-05-13 there were 53.
 */
export interface Passage {
  readonly day: Day
  /** Whether both shares held for the years asked; undefined where these are not over by the day asked about. */
  readonly isSustained: boolean | undefined
}

/** What counts from a day on. */
export interface CountedFrom {
  readonly day: Day
  readonly adopters: number
  readonly system: number
}

/** A share in whole numbers: 1/3. */
export interface Fraction {
  readonly numerator: number
  readonly denominator: number
}

export interface TippingRule {
  readonly share: Fraction
  /** Of the critical states, where some are named: what must have adopted. */
  readonly criticalShare: Fraction
  /** Whole years for which both must hold. */
  readonly years: number
}

const holdsAt = ({ adopters, system }: CountedFrom, { numerator, denominator }: Fraction): boolean =>
  hasReached({ share: 0, adopters, system, outside: [] }, numerator, denominator)

/** The stretches [from, to) of days on which it had reached the share; the last is open. */
const stretchesOf = (steps: readonly CountedFrom[], share: Fraction): readonly (readonly [number, number])[] => {
  const found: [number, number][] = []
  for (const [i, step] of steps.entries()) {
    if (!holdsAt(step, share)) continue
    const to = steps[i + 1]?.day ?? Number.POSITIVE_INFINITY
    const last = found.at(-1)
    if (last !== undefined && last[1] === step.day) last[1] = to
    else found.push([step.day, to])
  }
  return found
}

const overlap = (
  ours: readonly (readonly [number, number])[],
  theirs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] =>
  ours.flatMap(([from, to]) =>
    theirs.flatMap(([start, end]): readonly (readonly [number, number])[] => {
      const both: readonly [number, number] = [Math.max(from, start), Math.min(to, end)]
      return both[0] < both[1] ? [both] : []
    }),
  )

/**
 * The first day that was sustained, or may yet be; undefined where there is none. `steps`: what is counted, from each
 * day on which it changes, in order; `critical`: the same of the critical states, where some are named.
 */
export const tippingPoint = (
  steps: readonly CountedFrom[],
  critical: readonly CountedFrom[] | undefined,
  { share, criticalShare, years }: TippingRule,
  until: Day,
): Passage | undefined => {
  if (!Number.isInteger(years) || years < 0)
    throw badInput('bad-option', `sustained is ${years}; expected a whole number of years, 0 or more.`)
  const reached = stretchesOf(steps, share)
  const both = critical === undefined ? reached : overlap(reached, stretchesOf(critical, criticalShare))
  for (const [from, to] of both) {
    const needed = addMonths(from as Day, 12 * years)
    if (to >= needed && needed <= until + 1) return { day: from as Day, isSustained: true }
    if (to > until) return { day: from as Day, isSustained: undefined }
  }
  return undefined
}
