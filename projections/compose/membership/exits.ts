import { never } from '../../../src/time/date-range.ts'
import { FOREVER, type Day } from '../../../src/time/day.ts'
import type { MembershipActClass } from '../../folds/igo-acts.ts'
import { effectByClause } from './effect-by-clause.ts'
import { exitsInOrder, type ExitCourse } from './exits-in-order.ts'
import type { ExitClause, MembershipAct, MembershipExit } from './membership-exit.ts'
import { ordersOf } from './possible-orders.ts'

export interface ExitHistory extends ExitCourse {
  /**
   * The exits by each course that the acts may have taken, in any order that their dates allow: one where these leave
   * no doubt.
   */
  readonly orders: readonly (readonly MembershipExit[])[]
}

const rank: Readonly<Record<MembershipActClass, number>> = { notice: 0, revocation: 1, end: 2, start: 3 }

const ofOneDay = (a: MembershipAct, b: MembershipAct): number =>
  rank[a.class] - rank[b.class] || ((a.decidedBy[0] ?? '') < (b.decidedBy[0] ?? '') ? -1 : 1)

/** A notice given on the very day of a first admission is a notice of that membership. */
const mayFollowOnOneDay = (order: readonly MembershipAct[], next: MembershipAct): boolean => {
  const last = order.at(-1) as MembershipAct
  return (
    ofOneDay(last, next) < 0 ||
    (next.class === 'notice' &&
      last.class === 'start' &&
      order.every((act) => act.class !== 'start' || act.done.hi >= last.done.lo))
  )
}

/** The exits by acts in their order, each revocation that may have come too late taken as in time, and as too late. */
const exitCoursesOf = (
  acts: readonly MembershipAct[],
  clause: ExitClause | undefined,
  inTime: readonly boolean[] = [],
): readonly (readonly MembershipExit[])[] => {
  const { exits } = exitsInOrder(acts, clause, inTime)
  return exits.some(({ undone }) => undone === 'possible')
    ? [true, false].flatMap((one) => exitCoursesOf(acts, clause, [...inTime, one]))
    : [exits]
}

/**
 * How odd an order is: by its anomalies, then by what a member would have done before it ever was one. Of several the
 * least odd is told.
 */
const oddity = (order: readonly MembershipAct[], { anomalies }: ExitCourse): number =>
  anomalies.length * (order.length + 1) +
  Math.max(
    0,
    order.findIndex((act) => act.class === 'start'),
  )

/** Where there are too many orders to follow: every notice may have let it out for good, or not. */
const allInDoubt = (acts: readonly MembershipAct[], clause: ExitClause | undefined): readonly MembershipExit[] =>
  acts.flatMap((act): readonly MembershipExit[] => {
    const effect = act.effect ?? effectByClause(act.done, undefined, clause)
    return act.class !== 'notice' || effect === undefined
      ? []
      : [
          {
            notified: act.done,
            effect,
            revoked: undefined,
            undone: 'possible',
            ineffective: false,
            basis: 'none',
            ended: false,
            until: never,
            decidedBy: act.decidedBy,
          },
        ]
  })

/**
 * How an actor left an organisation, from its acts and the organisation's clause. A notice takes effect on the day that
 * its source states, else on the one that the clause gives; on that day the actor is out. An end that was recorded
 * stands before both. One that is taken back before its effect never was, and only this ledger remembers it (VCLT art
 * 68). Extinction, and the end of the organisation, are no exits. Where dates leave the order of acts open, all are
 * followed, and the ledger tells the one that is least odd.
 */
export const exitsOf = (acts: readonly MembershipAct[], clause: ExitClause | undefined): ExitHistory => {
  const sorted = acts.toSorted((a, b) => a.done.lo - b.done.lo || ofOneDay(a, b))
  const orders = ordersOf(sorted, mayFollowOnOneDay)
  const [first, ...rest] = orders ?? [sorted]
  if (first === undefined || (orders !== undefined && rest.length === 0)) {
    const telling = exitsInOrder(first ?? [], clause)
    return { ...telling, orders: exitCoursesOf(first ?? [], clause) }
  }
  const asTold = new Map(acts.map((act) => [act.decidedBy, act]))
  const [least] = (orders ?? [first])
    .map((order) =>
      exitsInOrder(
        order.map((act) => asTold.get(act.decidedBy) ?? act),
        clause,
      ),
    )
    .map((telling, index) => ({
      telling,
      odd: oddity((orders ?? [first])[index] as readonly MembershipAct[], telling),
    }))
    .toSorted((a, b) => a.odd - b.odd)
  return {
    ...(least as { telling: ExitCourse }).telling,
    orders: orders?.flatMap((order) => exitCoursesOf(order, clause)) ?? [allInDoubt(acts, clause)],
  }
}

/** The exits that end a membership by themselves: no end was recorded, and none was certainly taken back. */
export const endingOf = (exits: readonly MembershipExit[]): readonly MembershipExit[] =>
  exits.filter((exit) => !exit.ended && exit.effect !== undefined && exit.undone !== 'certain')

/** The notice that was running on a day. */
export const pendingOn = (exits: readonly MembershipExit[], day: Day): MembershipExit | undefined =>
  exits.find(
    ({ notified, effect, revoked, ineffective }) =>
      notified !== undefined &&
      !ineffective &&
      notified.lo <= day &&
      day < Math.min(revoked?.hi ?? FOREVER, effect?.hi ?? FOREVER),
  )
