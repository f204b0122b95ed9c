import { addDays, addMonths, type Day } from '../time/day.ts'

/**
 * The life cycle of a norm (Finnemore and Sikkink 1998), as far as adoptions tell of it.
 *
 *     emergence   from the day it was put forward, else from its opening, to the tipping date
 *     cascade     from the tipping date on, while states go on adopting: a member of the system in the last five years
 *     stalled cascade   from five years after the last adoption on, until the next one
 *     unknown   where it would have stalled, but sources do not reach: somebody may have adopted
 *     internalization   from the day on which 90 % had adopted; only where domestic law and objectors are known, too
 *
 * Their article names no numbers but "one third": the five years and the 90 % are our operational reading, and printed.
 * Internalization takes a judgement of what was done at home; where nobody has recorded it, that phase is unknown, and
 * the cascade is said to go on.
 *
 * Example: tips on 1991-05-14, last adoption on 1996-03-01: a cascade to 2001-03-01, from which day it is stalled.
 */
export type Phase = 'emergence' | 'cascade' | 'stalled cascade' | 'unknown' | 'internalization'

export interface PhaseSpan {
  readonly phase: Phase
  readonly from: Day
  /** First day on which it no longer was; undefined where it lasts to the day asked about. */
  readonly to: Day | undefined
}

export interface LifeCycleInput {
  /** From when on the norm was about. */
  readonly from: Day | undefined
  readonly tipping: Day | undefined
  /** The days on which members of the system adopted, in any order. */
  readonly adoptions: readonly Day[]
  /** From when on it was internalized; undefined where it was not, or where that is unknown. */
  readonly internalized: Day | undefined
  readonly until: Day
  /** The last day of which it is known that nobody adopted where nobody is told to have; undefined: of none. */
  readonly knownThrough: Day | undefined
  /** Years without an adoption after which a cascade has stalled. */
  readonly stallYears: number
}

export const phasesOf = (input: LifeCycleInput): readonly PhaseSpan[] => {
  const { from, tipping, internalized, until } = input
  const emergence: readonly PhaseSpan[] =
    from === undefined || from > until || (tipping !== undefined && tipping <= from)
      ? []
      : [{ phase: 'emergence', from, to: tipping }]
  if (tipping === undefined) return emergence
  const end = internalized === undefined ? undefined : (Math.max(internalized, tipping) as Day)
  const last: readonly PhaseSpan[] = end === undefined ? [] : [{ phase: 'internalization', from: end, to: undefined }]
  const course = cascades(input, tipping, end).flatMap((span) => asFarAsKnown(span, input))
  return [...emergence, ...course, ...last]
}

/** Of a stall what is known to be one; what lies after the last day that is known may be none. */
const asFarAsKnown = (span: PhaseSpan, { knownThrough, until }: LifeCycleInput): readonly PhaseSpan[] => {
  if (span.phase !== 'stalled cascade' || knownThrough === until) return [span]
  const end = addDays(knownThrough ?? addDays(span.from, -1), 1)
  if (span.to !== undefined && span.to <= end) return [span]
  const unknown: PhaseSpan = { phase: 'unknown', from: Math.max(span.from, end) as Day, to: span.to }
  return end > span.from ? [{ ...span, to: end }, unknown] : [unknown]
}

/** Cascade and stalled cascade in turn, from the tipping date to the end of both. */
const cascades = (
  { adoptions, until, stallYears }: LifeCycleInput,
  tipping: Day,
  end: Day | undefined,
): readonly PhaseSpan[] => {
  const limit = end ?? until + 1
  const moves = adoptions.filter((day) => day >= tipping && day < limit).toSorted((a, b) => a - b)
  const days = [tipping, ...moves]
  const found: PhaseSpan[] = []
  let start = tipping
  for (const [i, day] of days.entries()) {
    const stall = addMonths(day, 12 * stallYears)
    const next = days[i + 1]
    if (stall >= limit || (next !== undefined && next <= stall)) continue
    found.push({ phase: 'cascade', from: start, to: stall })
    if (next === undefined) return [...found, { phase: 'stalled cascade', from: stall, to: end }]
    found.push({ phase: 'stalled cascade', from: stall, to: next })
    start = next
  }
  return start < limit ? [...found, { phase: 'cascade', from: start, to: end }] : found
}

/** A fall of the share through exits, which a life cycle does not foresee. */
export interface Regression {
  readonly from: Day
  readonly to: Day
  /** By how much exits alone moved the share, below 0. */
  readonly byExits: number
}

/**
 * The stretches in which exits alone took at least `points` off the share within so many years: from the first exit of
 * each to the last. New states that lower the share are none.
 *
 * Example: of 100 members 6 leave between 2010 and 2013: one regression of −0.06.
 */
export const regressionsOf = (
  exits: readonly { readonly day: Day; readonly byExits: number }[],
  { points, years }: { readonly points: number; readonly years: number },
): readonly Regression[] => {
  const moves = exits.filter(({ byExits }) => byExits < 0)
  const found: Regression[] = []
  for (const [i, first] of moves.entries()) {
    const within = moves.slice(i).filter(({ day }) => day < addMonths(first.day, 12 * years))
    const fall = within.reduce((sum, { byExits }) => sum + byExits, 0)
    const last = within.at(-1)?.day ?? first.day
    if (fall > -points || first.day <= (found.at(-1)?.to ?? -Infinity)) continue
    found.push({ from: first.day, to: last, byExits: fall })
  }
  return found
}
