import type { ActClass } from '../../../src/events/treaty.ts'
import { addDays, type Day } from '../../../src/time/day.ts'
import { exactly, type Resolution } from '../../../src/time/date-policy.ts'
import type { DateRange } from '../../../src/time/date-range.ts'
import type { DatedAct } from './acts.ts'
import type { Act } from './acts.ts'

/**
 * The order of acts of one day: signature before consent, repudiation after signature, exit before re-entry, force
 * last.
 */
export const legalOrder: Readonly<Record<ActClass, number>> = {
  signature: 0,
  confirmation: 1,
  repudiation: 2,
  provisional: 3,
  provisionalEnd: 4,
  notice: 5,
  revocation: 6,
  ineffective: 6,
  cessation: 7,
  tookEffect: 7,
  consentWithdrawn: 8,
  consent: 9,
  statedForce: 10,
  suspension: 11,
  resumption: 12,
  lapse: 13,
}

/** Up to so many uncertain dates are read on all days between their first and last on which something else happens. */
const fewUncertain = 2

/**
 * More combinations of days than these are not read: then fewer days of each date are, and of the most dates only the
 * first and the last, all at once.
 */
const manyReadings = 500

const isUncertain = (range: DateRange | undefined): range is DateRange => range !== undefined && range.lo < range.hi

/** Every way to take one of each list. */
const choices = (lists: readonly (readonly Day[])[]): readonly (readonly Day[])[] =>
  lists.reduce<readonly (readonly Day[])[]>(
    (before, list) => before.flatMap((taken) => list.map((day) => [...taken, day])),
    [[]],
  )

/** Days for each range: as many as may be combined. */
const daysWithin = (
  ranges: readonly DateRange[],
  acts: readonly Act[],
  turning: readonly Day[],
): readonly (readonly Day[])[] => {
  const within = (days: readonly Day[]) =>
    ranges.map(({ lo, hi }) => [lo, ...new Set(days.filter((day) => lo < day && day < hi)), hi])
  if (ranges.length <= fewUncertain) return within(turning.flatMap((day) => [day, addDays(day, 1)]))
  // Of more dates, the days beside those of other acts tell their orders apart, and one turning point which has come
  // and which has not.
  const now = turning.length === 1 ? turning.flatMap((day) => [day, addDays(day, 1)]) : []
  const beside = (days: readonly Day[], ...steps: readonly number[]) => [
    ...now,
    ...days.flatMap((day) => steps.map((step) => addDays(day, step))),
  ]
  const ends = acts.flatMap(({ done }) => [done.lo, done.hi])
  const tries = [
    beside(ends, -1, 0, 1),
    beside(
      ranges.flatMap(({ lo, hi }) => [lo, hi]),
      -1,
      1,
    ),
    now,
  ]
  return (
    tries.map(within).find((days) => days.reduce((product, { length }) => product * length, 1) <= manyReadings) ??
    within([])
  )
}

/**
 * The same acts on exact days: every combination of the first and last possible day of each uncertain date, be it of an
 * act or of its stated effect, and of days between them: of two dates the turning points that are named and the days
 * after, of more the days on which their order may turn. The same days give the same reading, whatever is named.
 */
export const readingsBy = (acts: readonly Act[]) => {
  const ranges = acts.flatMap(({ done, effect }) => [done, effect]).filter(isUncertain)
  const made = new Map<string, readonly DatedAct[]>()
  const read = (choice: readonly Day[]): readonly DatedAct[] => {
    const key = choice.join()
    const reading = made.get(key) ?? datedOn(acts, choice)
    made.set(key, reading)
    return reading
  }
  return (turning: readonly Day[] = []): readonly (readonly DatedAct[])[] =>
    (2 ** ranges.length > manyReadings
      ? [ranges.map(({ lo }) => lo), ranges.map(({ hi }) => hi)]
      : choices(daysWithin(ranges, acts, turning))
    ).map(read)
}

/** The readings that turn on nothing else. */
export const readingsOf = (acts: readonly Act[]): readonly (readonly DatedAct[])[] => readingsBy(acts)()

/** The acts on the days that are chosen for their uncertain dates, in their order. */
const datedOn = (acts: readonly Act[], choice: readonly Day[]): readonly DatedAct[] => {
  // In the order of the acts, and not by the range itself: two acts may share one, and are done on days of their own.
  const left = choice.values()
  const dayOf = ({ lo, hi }: DateRange): Day => (lo < hi ? (left.next().value ?? lo) : lo)
  return acts
    .map((act): DatedAct => ({
      ...act,
      day: dayOf(act.done),
      effect: act.effect === undefined ? undefined : dayOf(act.effect),
    }))
    .toSorted(
      (a, b) =>
        a.day - b.day ||
        legalOrder[a.class] - legalOrder[b.class] ||
        ((a.decidedBy[0] ?? '') < (b.decidedBy[0] ?? '') ? -1 : 1),
    )
}

/** The acts with one day for each date. */
export const resolved = (acts: readonly Act[], to: Resolution): readonly Act[] =>
  acts.map((act) =>
    isUncertain(act.done) || isUncertain(act.effect)
      ? { ...act, done: exactly(act.done, to), effect: act.effect === undefined ? undefined : exactly(act.effect, to) }
      : act,
  )
