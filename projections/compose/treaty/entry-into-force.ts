import type { EntryIntoForceRule } from '../../../src/events/clauses.ts'
import { FOREVER, formatDay, type Day } from '../../../src/time/day.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { applyOffset } from '../../../src/time/offset.ts'
import { unionOf } from '../../../src/time/timeline.ts'
import type { Terms } from './terms.ts'
import type { Act } from './acts.ts'
import type { Anomaly } from '../anomaly.ts'
import { areUncertain, depositsOf, uncertainDeposits, type Deposits } from './deposited-instruments.ts'
import { ruleInWords } from './clauses-in-words.ts'
import type { TreatyContext } from './treaty-context.ts'
import { evaluate, never, reachedBy, type Met } from './triggers.ts'

export interface EntryIntoForce {
  /** The first day in force; the last possible one where the deposits that decide it have uncertain dates. */
  readonly date: Day | undefined
  /** The first possible one. */
  readonly earliest: Day | undefined
  /**
   * The last day on which it may first be in force, if it ever is: where dates leave open whether it came at all,
   * `date` is undefined and this one is not.
   */
  readonly latest: Day | undefined
  /**
   * `derived` from the clause and the acts; `stated` by the depositary where the acts at hand do not reach the
   * threshold, or only for a later day; `not-yet` where there is a clause that they do not reach; `unknown` where
   * neither clause nor day is recorded.
   */
  readonly basis: 'derived' | 'stated' | 'not-yet' | 'unknown'
  /** Where the day is stated: the later one on which the acts at hand would have met the clause. Acts are lacking. */
  readonly reachedOnly: Day | undefined
  /**
   * The day on which the clause's condition was met; where the treaty then waited for its parent or a date, with its
   * own waiting time.
   */
  readonly triggerDate: Day | undefined
  readonly triggerEvents: readonly EventId[]
  /** The clause in words. */
  readonly rule: string
  readonly decidedBy: readonly EventId[]
  readonly anomalies: readonly Anomaly[]
}

/**
 * The day on which the clause's own condition was met: with its waiting time, where a bar held the treaty up beyond
 * that.
 */
const triggeredOn = ({ day, bar }: Met, rule: EntryIntoForceRule): Day | undefined => {
  if (day === undefined || rule === 'unknown') return undefined
  const own = applyOffset(day, rule.offset)
  return bar !== undefined && bar > own ? own : day
}

/**
 * The last day on which a condition may first have been met, if ever: a condition is met by a deposit, on the last
 * possible day of one at the latest.
 */
const lastPossible = (
  acts: readonly Act[],
  dayOf: (deposits: readonly Deposits[]) => Day | undefined,
): Day | undefined => {
  const deposited = new Set(acts.filter((act) => act.class === 'consent').map(({ done }) => done.hi))
  const reached = uncertainDeposits(acts, 'possible')
    .filter(({ day }) => deposited.has(day))
    .flatMap((deposits) => dayOf([deposits]) ?? [])
  return reached.length === 0 ? undefined : (Math.max(...reached) as Day)
}

/**
 * With each act of succession, the instrument of a state that is no longer goes over: from then on it is the
 * successor's that is counted.
 */
const withReplacements = (acts: readonly Act[], around: TreatyContext): readonly Act[] => [
  ...acts,
  ...acts
    .filter(({ class: kind }) => kind === 'consent')
    .flatMap((act) =>
      (around.replacedBy?.(act) ?? []).map((actor): Act => ({
        ...act,
        actor,
        class: 'consentWithdrawn',
        effect: undefined,
        detail: { derived: true },
      })),
    ),
]

/** The clause read against the acts: the day that they bring for sure, and the first that they may bring. */
interface ClauseReading {
  readonly met: Met
  readonly derived: Day | undefined
  readonly earliest: Day | undefined
  /** The last day that they may bring, if ever; sought only where it is asked for. */
  readonly latest: () => Day | undefined
}

const readClause = (rule: EntryIntoForceRule, acts: readonly Act[], around: TreatyContext): ClauseReading => {
  const metBy = (deposits: readonly Deposits[]): Met =>
    rule === 'unknown' ? never : evaluate(rule.trigger, deposits, around, rule.offset)
  const dayOf = (met: Met): Day | undefined => {
    const reached = rule === 'unknown' ? undefined : reachedBy(met, rule.offset)
    return reached === undefined || reached >= FOREVER ? undefined : reached
  }
  const isUncertain = areUncertain(acts)
  const met = metBy(isUncertain ? uncertainDeposits(acts, 'sure') : depositsOf(acts))
  const derived = dayOf(met)
  return {
    met,
    derived,
    earliest: isUncertain ? dayOf(metBy(uncertainDeposits(acts, 'possible'))) : derived,
    latest: () => (isUncertain ? lastPossible(acts, (deposits) => dayOf(metBy(deposits))) : undefined),
  }
}

/** Whether a stated day lies within those that the acts may bring, where they do not tell which. */
const isAmong = (stated: Day | undefined, { derived = FOREVER as Day, earliest }: ClauseReading): boolean =>
  stated !== undefined && earliest !== undefined && earliest < derived && earliest <= stated && stated <= derived

/** The clause and the acts give the day; the depositary may give another. */
const derivedOn = (day: Day, { met, earliest }: ClauseReading, terms: Terms): EntryIntoForce => {
  const { statedInForce: stated, entryIntoForce: rule } = terms
  const differs: readonly Anomaly[] =
    stated === undefined || stated === day
      ? []
      : [
          {
            code: 'stated-differs',
            article: 'final clauses',
            says: `the clause gives ${formatDay(day)}, the depositary states ${formatDay(stated)}`,
            events: terms.decidedBy,
          },
        ]
  return {
    date: day,
    earliest,
    latest: day,
    basis: 'derived',
    reachedOnly: undefined,
    triggerDate: triggeredOn(met, rule),
    triggerEvents: met.events,
    rule: ruleInWords(rule),
    decidedBy: unionOf(met.events, terms.decidedBy),
    anomalies: differs,
  }
}

/** What an entry into force rests on that the clause and the acts do not give. */
const basisWithout = ({ entryIntoForce: rule, statedInForce: stated }: Terms): EntryIntoForce['basis'] => {
  if (stated !== undefined) return 'stated'
  return rule === 'unknown' ? 'unknown' : 'not-yet'
}

/** The depositary states a day before the one that the acts at hand come to: some are lacking. */
const actsLacking = (stated: Day, reachedOnly: Day, terms: Terms): Anomaly => ({
  code: 'acts-lacking',
  article: 'final clauses',
  says:
    `the depositary states ${formatDay(stated)}; the acts at hand meet the ` +
    `clause only for ${formatDay(reachedOnly)}, so some are lacking`,
  events: terms.decidedBy,
})

/**
 * When a treaty entered into force, by its own clause and the acts at hand: the day the trigger was met, plus the
 * offset, but not before a parent treaty or a fixed date that the clause names. Instruments count from their deposit,
 * notifications of succession too: whatever they reach back to, the depositary cannot count what it does not have
 * (VCSST arts 18(4), 36(4)). Where the acts do not reach the threshold by the day that the depositary states, or reach
 * it on an uncertain day, the stated day stands in: acts are lacking, as those of states that are no longer do in the
 * tables of today. Falling below the threshold later changes nothing (VCLT art 55).
 */
export const entryIntoForce = (terms: Terms, recorded: readonly Act[], around: TreatyContext): EntryIntoForce => {
  const { entryIntoForce: rule, statedInForce: stated } = terms
  const reading = readClause(rule, withReplacements(recorded, around), around)
  const { derived, earliest } = reading
  const reachedOnly = stated !== undefined && derived !== undefined && stated < derived ? derived : undefined
  if (derived !== undefined && reachedOnly === undefined && !isAmong(stated, reading))
    return derivedOn(derived, reading, terms)
  return {
    date: stated,
    earliest: stated ?? earliest,
    latest: stated ?? reading.latest(),
    basis: basisWithout(terms),
    reachedOnly,
    triggerDate: undefined,
    triggerEvents: [],
    rule: ruleInWords(rule),
    decidedBy: terms.decidedBy,
    anomalies: stated === undefined || reachedOnly === undefined ? [] : [actsLacking(stated, reachedOnly, terms)],
  }
}
