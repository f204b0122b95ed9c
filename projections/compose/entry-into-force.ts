import type { Trigger } from '../../src/events/clauses.ts'
import { FOREVER, formatDay, type Day } from '../../src/time/day.ts'
import { parseDate } from '../../src/time/edtf.ts'
import type { EventId } from '../../src/time/event-id.ts'
import { applyOffset, type Offset } from '../../src/time/offset.ts'
import { unionOf } from '../../src/time/timeline.ts'
import type { Act, Anomaly, Terms } from './treaty.ts'
import { ruleInWords } from './rule-in-words.ts'

/** What a trigger may depend on beyond the treaty's own stream. Absent answers leave the rule unresolved. */
export interface Surroundings {
  readonly isOrganisation: (actor: string) => boolean
  readonly isMember: (organisation: string, actor: string, day: Day) => boolean
  /** When another treaty entered into force, if it has. */
  readonly inForce: (treaty: string) => Day | undefined
  /** An actor's weight in a measure, such as its share of emissions; undefined where the measure is not recorded. */
  readonly weight: (measure: string, actor: string) => number | undefined
}

export interface EntryIntoForce {
  /** The first day in force; the last possible one where the deposits that decide it have uncertain dates. */
  readonly date: Day | undefined
  /** The first possible one. */
  readonly earliest: Day | undefined
  /** `derived` from the clause and the acts; `stated` by the depositary where the acts at hand do not reach the threshold; `unknown` where neither is recorded. */
  readonly basis: 'derived' | 'stated' | 'not-yet' | 'unknown'
  /** The day on which the clause's condition was met. */
  readonly triggerDate: Day | undefined
  readonly triggerEvents: readonly EventId[]
  /** The clause in words. */
  readonly rule: string
  readonly decidedBy: readonly EventId[]
  readonly anomalies: readonly Anomaly[]
}

/** When a trigger was met and by which acts; and days before which nothing enters into force, which start no clock. */
interface Met {
  readonly day: Day | undefined
  readonly events: readonly EventId[]
  readonly bar: Day | undefined
}

const never: Met = { day: undefined, events: [], bar: undefined }

/** The consents of a treaty, first of each actor, in order of deposit. */
const firstConsents = (acts: readonly Act[]): readonly Act[] => {
  const first = new Map<string, Act>()
  const inOrder = acts
    .filter((act) => act.class === 'consent')
    .toSorted((a, b) => a.done.hi - b.done.hi || ((a.decidedBy[0] ?? '') < (b.decidedBy[0] ?? '') ? -1 : 1))
  for (const act of inOrder) if (!first.has(act.actor)) first.set(act.actor, act)
  return [...first.values()]
}

const amongOf = (among: string | undefined, around: Surroundings) => (act: Act): boolean => {
  if (among === undefined) return true
  if (among.startsWith('list:')) return among.slice('list:'.length).split(',').includes(act.actor)
  return around.isMember(among, act.actor, act.done.hi)
}

const onDay = (consents: readonly Act[], day: Day | undefined, last: Act | undefined): Met => {
  if (day === undefined || last === undefined) return never
  const same = consents.filter((act) => act.done.hi === day && act !== last)
  return { day, events: unionOf(last.decidedBy, ...same.map((act) => act.decidedBy)), bar: undefined }
}

/** When a condition lets the treaty into force: its waiting time over, its bars lifted. */
const reachedBy = ({ day, bar }: Met, offset: Offset | undefined): Day | undefined => {
  const clock = day === undefined ? bar : applyOffset(day, offset)
  return clock === undefined ? undefined : (Math.max(clock, bar ?? clock) as Day)
}

const evaluate = (trigger: Trigger, consents: readonly Act[], around: Surroundings, offset: Offset | undefined): Met => {
  switch (trigger.kind) {
    case 'count': {
      const counted = consents.filter(amongOf(trigger.among, around)).filter((act) => trigger.excludeOrganisations !== true || !around.isOrganisation(act.actor))
      const nth = counted[trigger.n - 1]
      return onDay(counted, nth?.done.hi, nth)
    }
    case 'weighted': {
      const counted = consents.filter(amongOf(trigger.among, around))
      let share = 0
      for (const act of counted) {
        share += around.weight(trigger.measure, act.actor) ?? 0
        if (share >= trigger.share) return onDay([act], act.done.hi, act)
      }
      return never
    }
    case 'named': {
      const named = trigger.actors.map((actor) => consents.find((act) => act.actor === actor))
      if (named.includes(undefined)) return never
      const last = (named as Act[]).toSorted((a, b) => a.done.hi - b.done.hi).at(-1)
      return onDay(named as Act[], last?.done.hi, last)
    }
    case 'fixedDate':
      return { day: undefined, events: [], bar: parseDate(trigger.date).lo }
    case 'parentInForce':
      return { day: undefined, events: [], bar: around.inForce(trigger.treaty) ?? FOREVER }
    case 'all': {
      const parts = trigger.of.map((part) => evaluate(part, consents, around, offset))
      if (parts.some((part) => part.day === undefined && part.bar === undefined)) return never
      const latest = parts.filter((part) => part.day !== undefined).toSorted((a, b) => (a.day as Day) - (b.day as Day)).at(-1)
      const bars = parts.flatMap((part) => part.bar ?? [])
      return { day: latest?.day, events: latest?.events ?? [], bar: bars.length === 0 ? undefined : (Math.max(...bars) as Day) }
    }
    case 'any': {
      const parts = trigger.of.map((part) => evaluate(part, consents, around, offset))
      return parts.toSorted((a, b) => (reachedBy(a, offset) ?? FOREVER) - (reachedBy(b, offset) ?? FOREVER))[0] ?? never
    }
  }
}

/** The same acts, each on its first possible day. */
const atEarliest = (acts: readonly Act[]): readonly Act[] => acts.map((act) => ({ ...act, done: { lo: act.done.lo, hi: act.done.lo } }))

/**
 * When a treaty entered into force, by its own clause and the acts at hand: the day the trigger was met, plus the offset, but not before
 * a parent treaty or a fixed date that the clause names. Where the acts do not reach the threshold, or reach it on an uncertain day, the day
 * that the depositary states stands in. Falling below the threshold later changes nothing (VCLT art 55).
 */
export const entryIntoForce = (terms: Terms, acts: readonly Act[], around: Surroundings): EntryIntoForce => {
  const { entryIntoForce: rule, statedInForce: stated } = terms
  const words = ruleInWords(rule)
  const metBy = (read: readonly Act[]): Met => (rule === 'unknown' ? never : evaluate(rule.trigger, firstConsents(read), around, rule.offset))
  const dayOf = (met: Met): Day | undefined => {
    const reached = rule === 'unknown' ? undefined : reachedBy(met, rule.offset)
    return reached === undefined || reached >= FOREVER ? undefined : reached
  }
  const met = metBy(acts)
  const derived = dayOf(met)
  const earliest = acts.some((act) => act.class === 'consent' && act.done.lo < act.done.hi) ? dayOf(metBy(atEarliest(acts))) : derived
  const fits = stated !== undefined && earliest !== undefined && earliest < (derived ?? FOREVER) && earliest <= stated && stated <= (derived ?? FOREVER)
  if (derived !== undefined && !fits) {
    const differs = stated !== undefined && stated !== derived
    return {
      date: derived, earliest, basis: 'derived', triggerDate: met.day, triggerEvents: met.events, rule: words, decidedBy: unionOf(met.events, terms.decidedBy),
      anomalies: differs
        ? [{ code: 'stated-differs', article: 'final clauses', says: `the clause gives ${formatDay(derived)}, the depositary states ${formatDay(stated)}`, events: terms.decidedBy }]
        : [],
    }
  }
  const basis = stated !== undefined ? 'stated' : rule === 'unknown' ? 'unknown' : 'not-yet'
  return { date: stated, earliest: stated ?? earliest, basis, triggerDate: undefined, triggerEvents: [], rule: words, decidedBy: terms.decidedBy, anomalies: [] }
}
