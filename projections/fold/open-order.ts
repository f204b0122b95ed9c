import { ALWAYS, FOREVER, type Day } from '../../src/time/day.ts'
import type { DateRange } from '../../src/time/date-range.ts'
import { coalesce, inOrder, segments, unionOf, type Certainty, type Days } from '../../src/time/timeline.ts'
import type { Cell, Fact, Interval } from './fold.ts'
import { ofOneDay } from './legal-order.ts'

/** An act after which something holds, whatever held before it. */
export interface Transition<K> {
  readonly fact: Fact
  /** The days from which on it may hold: those of the act, or the days after them. */
  readonly from: DateRange
  /** What holds then; undefined where that is nothing to be told. */
  readonly into: K | undefined
}

/** Equal assertions are one act, told twice. */
const isSameAct = (a: Fact, b: Fact): boolean =>
  a.type === b.type &&
  a.occurred.lo === b.occurred.lo &&
  a.occurred.hi === b.occurred.hi &&
  JSON.stringify(a.data) === JSON.stringify(b.data)

/** Whether a fact that stands before another one in legal order may have come after it. */
const mayFollow = (a: Fact, b: Fact): boolean =>
  (b.occurred.lo < a.occurred.hi || (b.occurred.lo === a.occurred.hi && ofOneDay(b, a) < 0)) && !isSameAct(a, b)

const isExact = ({ occurred }: Fact): boolean => occurred.lo === occurred.hi

/**
 * Whether facts in legal order may have been done in another order, too: not where their dates are exact, or far enough
 * apart.
 */
export const orderIsOpen = (facts: readonly Fact[]): boolean =>
  !facts.every(isExact) &&
  facts.some((a, index) => facts.slice(index + 1).some((b) => !(isExact(a) && isExact(b)) && mayFollow(a, b)))

/**
 * The acts that may be the last ones by a day, in any order that their dates allow; undefined among them where there
 * may have been none yet. An act may be, if on its latest possible day by then all others may have come before it, or
 * may still be to come: these choices are free of each other.
 */
const lastOn = <K>(turns: readonly Transition<K>[], day: Day): readonly (Transition<K> | undefined)[] => {
  const surely = turns.filter(({ from }) => from.hi <= day)
  const last = turns.filter(({ fact, from }) => {
    if (from.lo > day) return false
    const done = Math.min(fact.occurred.hi, day - (from.lo - fact.occurred.lo))
    const precedes = (other: Fact): boolean =>
      other.occurred.lo < done || (other.occurred.lo === done && ofOneDay(other, fact) < 0)
    return surely.every((other) => other.fact === fact || precedes(other.fact) || isSameAct(other.fact, fact))
  })
  return surely.length > 0 ? last : [undefined, ...last]
}

/** Beside the first and last possible days of acts what is possible changes, and nowhere else. */
const cutsOf = (turns: readonly Transition<unknown>[]): readonly Day[] => {
  const beside = turns.flatMap(({ from: { lo, hi } }) => [lo - 1, lo, lo + 1, lo + 2, hi - 1, hi, hi + 1, hi + 2])
  return inOrder([ALWAYS, ...beside] as Day[]).filter((day) => day >= ALWAYS && day < FOREVER)
}

/** One of the possibilities of some days. */
interface Piece<K> extends Days {
  readonly into: K
  readonly certainty: Certainty
  readonly told: readonly Fact[]
}

/**
 * What acts whose order is open may have led to: certain on the days on which all orders, and all days that their dates
 * may mean, agree; elsewhere each of the possibilities, as an interval of its own, by the acts that may have decided
 * there.
 */
export const intervalsInAnyOrder = <K, C extends Readonly<Record<string, Cell>>>(
  turns: readonly Transition<K>[],
  columnsOf: (into: K, told: readonly Fact[]) => C,
): readonly Interval<C>[] => {
  const pieces = segments([...cutsOf(turns), FOREVER]).flatMap(({ from, to }): readonly Piece<K>[] => {
    const last = lastOn(turns, from)
    const told = last.flatMap((turn) => (turn === undefined ? [] : [turn.fact]))
    const possible = [...new Set(last.map((turn) => turn?.into))]
    const certainty = possible.length === 1 ? 'certain' : 'possible'
    return possible.flatMap((into) => (into === undefined ? [] : [{ from, to, into, certainty, told }]))
  })
  const whole = coalesce(
    pieces,
    (a, b) => a.into === b.into && a.certainty === b.certainty,
    (a, b) => ({ ...a, told: [...new Set([...a.told, ...b.told])] }),
  )
  return whole.map(({ from, to, into, certainty, told }) => ({
    from,
    to,
    certainty,
    decidedBy: unionOf(...told.map(({ decidedBy }) => decidedBy)),
    columns: columnsOf(into, told),
  }))
}
