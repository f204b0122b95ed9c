import type { Day } from '../../../src/time/day.ts'
import type { DateRange } from '../../../src/time/date-range.ts'

/** What is done on one of some days. */
export interface Doable {
  readonly done: DateRange
}

/** More orders than these are not told: five acts of one year may be done in any of them. */
const manyOrders = 120

/**
 * Every order in which acts may have been done, each act with the days that are left to it in that order; undefined
 * where there are too many. `sorted` by their first possible days; `onOneDay` says whether an act may follow others, in
 * their order, on the day of the last of them.
 */
export const ordersOf = <A extends Doable>(
  sorted: readonly A[],
  onOneDay: (order: readonly A[], next: A) => boolean,
): readonly (readonly A[])[] | undefined => {
  const exact = sorted.every(({ done }) => done.lo === done.hi)
  if (exact || !sorted.some((act, index) => sorted.slice(index + 1).some((later) => later.done.lo <= act.done.hi)))
    return [sorted]
  const orders: (readonly A[])[] = []
  const firstAfter = (order: readonly A[], act: A): Day => {
    const last = order.at(-1)
    return last === undefined
      ? act.done.lo
      : (Math.max(act.done.lo, last.done.lo + (onOneDay(order, act) ? 0 : 1)) as Day)
  }
  const extend = (order: readonly A[], rest: readonly A[]): void => {
    if (orders.length > manyOrders) return
    if (rest.length === 0) return void orders.push(upTo(order, onOneDay))
    for (const next of rest) {
      const placed = { ...next, done: { lo: firstAfter(order, next), hi: next.done.hi } }
      const others = rest.filter((act) => act !== next)
      if (placed.done.lo <= next.done.hi && others.every((act) => placed.done.lo <= act.done.hi))
        extend([...order, placed], others)
    }
  }
  extend([], sorted)
  return orders.length > manyOrders ? undefined : orders
}

/** An act is done before the last possible day of the next one. */
const upTo = <A extends Doable>(
  order: readonly A[],
  onOneDay: (order: readonly A[], next: A) => boolean,
): readonly A[] => {
  const narrowed: A[] = []
  for (const [index, act] of [...order.entries()].toReversed()) {
    const next = narrowed[0]
    const hi =
      next === undefined
        ? act.done.hi
        : Math.min(act.done.hi, next.done.hi - (onOneDay(order.slice(0, index + 1), next) ? 0 : 1))
    narrowed.unshift({ ...act, done: { lo: act.done.lo, hi: hi as Day } })
  }
  return narrowed
}
