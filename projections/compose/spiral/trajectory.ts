import { all, any, type Truth } from '../../../src/common/three-valued.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { phaseRules, phases, type Phase, type PhaseRule, type YearFindings } from './phase-rules.ts'
import type { Finding } from './finding.ts'

/** A year's phase; NONE where no rule holds, UNKNOWN where more than one is possible, or nothing is recorded for it. */
export type PhaseOfYear = Phase | 'NONE' | 'UNKNOWN'

export interface SpiralYear {
  readonly year: number
  readonly phase: PhaseOfYear
  /** All that it may be, the highest first; none where nothing is recorded for it. */
  readonly possible: readonly (Phase | 'NONE')[]
  /** Why it is UNKNOWN. */
  readonly reasons: readonly string[]
  /** What made it this phase, in words. */
  readonly says: string
  readonly decidedBy: readonly EventId[]
  /** Whether it rests on nothing being recorded of what nobody claims to hold in full. */
  readonly asRecorded: boolean
  readonly found: YearFindings
}

type Reached = Readonly<Record<Phase, Truth>>

const nothingReached = Object.fromEntries(phases.map((phase) => [phase, 'no'])) as Reached

/** A rule in a year: whether it holds, and whether with what must come before it. */
interface Tried {
  readonly rule: PhaseRule
  readonly own: Finding
  readonly value: Truth
}

/**
 * Phase 1 is passed through where there is repression, even if the campaign begins in the same year: what ends the
 * phase is no part of having been in it.
 */
const passes = ({ rule: { phase }, value }: Tried, found: YearFindings): Truth =>
  phase === '1' ? any([value, found.repressedByThen.value]) : value

const tryRules = (
  found: YearFindings,
  before: Reached,
): { readonly tried: readonly Tried[]; readonly now: Reached } => {
  let now = before
  const tried = phaseRules.map((rule): Tried => {
    const own = rule.holds(found)
    const one = { rule, own, value: rule.after === undefined ? own.value : all([own.value, now[rule.after]]) }
    now = { ...now, [rule.phase]: any([now[rule.phase], passes(one, found)]) }
    return one
  })
  return { tried, now }
}

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)]

const reasonOf = ({ own, rule }: Tried): string =>
  own.value === 'unknown' ? (own.reason ?? 'uncertain-dates') : `phase-${rule.after}-not-known`

/** Why no rule holds: what came too early, else what each of the first three phases lacked. */
const noneIn = (tried: readonly Tried[]): string => {
  const early = tried.filter(({ own, value }) => own.value === 'yes' && value === 'no')
  if (early.length > 0)
    return early
      .map(({ rule }) => `the rule of phase ${rule.phase} holds, but phase ${rule.after} had not been reached`)
      .join('; ')
  const lacking = tried.filter(({ own }) => own.value === 'no').slice(0, 3)
  return `no rule holds: ${lacking.map(({ rule, own }) => `not ${rule.phase}, for ${own.says}`).join('; ')}`
}

/**
 * Whether a higher phase with the same predecessor has a rule that surely holds: where the predecessor was reached, it
 * is that one.
 */
const isSurpassed = ({ rule }: Tried, downwards: readonly Tried[]): boolean =>
  downwards.some(
    (other) =>
      phases.indexOf(other.rule.phase) > phases.indexOf(rule.phase) &&
      other.rule.after === rule.after &&
      other.own.value === 'yes',
  )

const yearOf = (found: YearFindings, tried: readonly Tried[]): SpiralYear => {
  const downwards = tried.toReversed()
  const sure = downwards.find(({ value }) => value === 'yes')
  const above = sure === undefined ? downwards : downwards.slice(0, downwards.indexOf(sure))
  const open = above.filter((one) => one.value === 'unknown' && !isSurpassed(one, above))
  const lowest = sure?.rule.phase ?? ('NONE' as const)
  const possible = [...open.map(({ rule }) => rule.phase), lowest]
  return {
    year: found.year,
    phase: open.length === 0 ? lowest : 'UNKNOWN',
    possible,
    reasons: distinct(open.map(reasonOf)),
    says: sure?.own.says ?? noneIn(tried),
    decidedBy: sure?.own.decidedBy ?? [],
    asRecorded: sure?.own.asRecorded ?? true,
    found,
  }
}

const unrecorded = (found: YearFindings): SpiralYear => ({
  year: found.year,
  phase: 'UNKNOWN',
  possible: [],
  reasons: [found.recorded.reason ?? 'nothing-recorded'],
  says: found.recorded.says,
  decidedBy: [],
  asRecorded: true,
  found,
})

/** Phases that rest on what goes on standing, consent and laws, and hold in years in which nothing is done. */
const standing: ReadonlySet<PhaseOfYear> = new Set(['4-partial', '4', '5'])

/**
 * What is said of a year: without an act that surely lies in its window neither a lower phase nor that no rule holds.
 *
 * Example: the only act of a window may have been done before it. "2 or NONE" stays as it is; NONE becomes UNKNOWN.
 */
const saidOf = (found: YearFindings, tried: readonly Tried[]): SpiralYear => {
  const held = yearOf(found, tried)
  const { value } = found.recorded
  if (value === 'yes' || standing.has(held.possible.at(-1) ?? 'NONE')) return held
  return value === 'unknown' && held.phase === 'UNKNOWN' ? held : unrecorded(found)
}

/** Year by year, the phase of a state and a norm. `years`: in order, without a gap. */
export const trajectory = (years: readonly YearFindings[]): readonly SpiralYear[] => {
  let reached = nothingReached
  return years.map((found) => {
    const { tried, now } = tryRules(found, reached)
    reached = now
    return saidOf(found, tried)
  })
}
