import type { ActClass } from '../../src/events/treaty.ts'
import { addDays, type Day } from '../../src/time/day.ts'
import { exactly, type Resolution } from '../../src/time/date-policy.ts'
import type { DateRange } from '../../src/time/edtf.ts'
import type { DatedAct } from './spells.ts'
import type { Act } from './treaty.ts'

/** The order of acts of one day: signature before consent, repudiation after signature, exit before re-entry, force last. */
const legalOrder: Readonly<Record<ActClass, number>> = {
  signature: 0, confirmation: 1, repudiation: 2, provisional: 3, provisionalEnd: 4, notice: 5, revocation: 6, ineffective: 6, cessation: 7, tookEffect: 7,
  consentWithdrawn: 8, consent: 9, statedForce: 10, suspension: 11, resumption: 12,
}

/** Up to so many uncertain dates are also read on the days between their first and last on which something else happens. */
const fewUncertain = 2

/** More uncertain dates than this are read all at their first and all at their last day only. */
const manyUncertain = 4

const isUncertain = (range: DateRange | undefined): range is DateRange => range !== undefined && range.lo < range.hi

/** Every way to take one of each list. */
const choices = (lists: readonly (readonly Day[])[]): readonly (readonly Day[])[] =>
  lists.reduce<readonly (readonly Day[])[]>((before, list) => before.flatMap((taken) => list.map((day) => [...taken, day])), [[]])

/**
 * The same acts on exact days: every combination of the first and last possible day of each uncertain date, be it of an act or of its
 * stated effect, and of the turning points named between them and the days after those.
 */
export const readingsOf = (acts: readonly Act[], turning: readonly Day[] = []): readonly (readonly DatedAct[])[] => {
  const ranges = acts.flatMap(({ done, effect }) => [done, effect]).filter(isUncertain)
  const few = ranges.length <= fewUncertain
  const between = few ? [...new Set(turning.flatMap((day) => [day, addDays(day, 1)]))] : []
  const days = ranges.map(({ lo, hi }) => [lo, ...between.filter((day) => lo < day && day < hi), hi])
  const taken = ranges.length > manyUncertain ? [ranges.map(({ lo }) => lo), ranges.map(({ hi }) => hi)] : choices(days)
  return taken.map((choice) => {
    const dayOf = (range: DateRange): Day => choice[ranges.indexOf(range)] ?? range.lo
    return acts
      .map((act): DatedAct => ({ ...act, day: dayOf(act.done), effect: act.effect === undefined ? undefined : dayOf(act.effect) }))
      .toSorted((a, b) => a.day - b.day || legalOrder[a.class] - legalOrder[b.class] || ((a.decidedBy[0] ?? '') < (b.decidedBy[0] ?? '') ? -1 : 1))
  })
}

/** The acts with one day for each date. */
export const resolved = (acts: readonly Act[], to: Resolution): readonly Act[] =>
  acts.map((act) => (isUncertain(act.done) || isUncertain(act.effect) ? { ...act, done: exactly(act.done, to), effect: act.effect === undefined ? undefined : exactly(act.effect, to) } : act))
