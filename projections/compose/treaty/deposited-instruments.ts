import type { ActClass } from '../../../src/events/treaty.ts'
import { groupBy } from '../../../src/common/group-by.ts'
import { addDays, ALWAYS, FOREVER, type Day } from '../../../src/time/day.ts'
import type { DateRange } from '../../../src/time/date-range.ts'
import type { Act } from './acts.ts'

/** The instruments that stand at the end of one day, by actor; and those that are new on it. */
export interface Deposits {
  readonly day: Day
  readonly standing: readonly Act[]
  readonly sameDay: readonly Act[]
}

const ends: ReadonlySet<ActClass> = new Set(['consentWithdrawn', 'cessation', 'tookEffect'])

/** The days of a consent, or of the end of one. */
const daysOf = (act: Act): DateRange => (act.class === 'consent' ? act.done : (act.effect ?? act.done))

/** What brings instruments, and takes them back. */
const movesAmong = (acts: readonly Act[]): readonly Act[] =>
  acts.filter((act) => act.class === 'consent' || ends.has(act.class))

/** Whether it is uncertain on which days instruments were deposited or taken back. */
export const areUncertain = (acts: readonly Act[]): boolean =>
  movesAmong(acts).some((act) => daysOf(act).lo < daysOf(act).hi)

/**
 * Day by day, the instruments as they stood by acts on exact days: the first of each actor counts, until it is taken
 * back.
 */
export const depositsOf = (acts: readonly Act[]): readonly Deposits[] => {
  const dayOf = (act: Act): Day => daysOf(act).hi
  const moves = movesAmong(acts).toSorted(
    (a, b) =>
      dayOf(a) - dayOf(b) ||
      Number(a.class === 'consent') - Number(b.class === 'consent') ||
      ((a.decidedBy[0] ?? '') < (b.decidedBy[0] ?? '') ? -1 : 1),
  )
  const standing = new Map<string, Act>()
  return [...groupBy(moves, dayOf)].map(([day, ofDay]) => {
    for (const act of ofDay) {
      if (act.class !== 'consent') standing.delete(act.actor)
      else if (!standing.has(act.actor)) standing.set(act.actor, act)
    }
    const list = [...standing.values()]
    return { day, standing: list, sameDay: list.filter((act) => act.done.hi === day) }
  })
}

/** Of one actor: a consent that may be the last of its moves by a day. An end of that day came before it. */
const mayStand = (moves: readonly Act[], day: Day): Act | undefined =>
  moves.find(
    (act) =>
      act.class === 'consent' &&
      act.done.lo <= day &&
      moves.every(
        (end) => end.class === 'consent' || daysOf(end).hi > day || daysOf(end).lo <= Math.min(act.done.hi, day),
      ),
  )

const mayNotStand = (moves: readonly Act[], day: Day): boolean =>
  moves.every((act) => daysOf(act).hi > day) ||
  moves.some(
    (end) =>
      end.class !== 'consent' &&
      daysOf(end).lo <= day &&
      moves.every((act) => act.class !== 'consent' || act.done.hi > day || act.done.lo < Math.min(daysOf(end).hi, day)),
  )

/**
 * The same where dates are uncertain: the instruments that may stand, or those that surely do, whatever days the dates
 * mean.
 */
export const uncertainDeposits = (acts: readonly Act[], which: 'possible' | 'sure'): readonly Deposits[] => {
  const moves = movesAmong(acts)
  const byActor = [...groupBy(moves, ({ actor }) => actor).values()]
  const days = [
    ...new Set(moves.flatMap((act) => [daysOf(act).lo, daysOf(act).hi]).flatMap((day) => [day, addDays(day, 1)])),
  ].filter((day) => day > ALWAYS && day < FOREVER)
  let before: ReadonlySet<string> = new Set()
  return days
    .toSorted((a, b) => a - b)
    .map((day) => {
      const standing = byActor.flatMap((ofActor): readonly Act[] => {
        const act = mayStand(ofActor, day)
        if (act === undefined || (which === 'sure' && mayNotStand(ofActor, day))) return []
        return [which === 'sure' ? act : { ...act, done: { lo: act.done.lo, hi: act.done.lo } }]
      })
      const sameDay = standing.filter(({ actor }) => !before.has(actor))
      before = new Set(standing.map(({ actor }) => actor))
      return { day, standing, sameDay }
    })
}
