import type { ExitRule } from '../../src/events/clauses.ts'
import { addMonths, ALWAYS, FOREVER, formatDay, type Day } from '../../src/time/day.ts'
import type { DateRange } from '../../src/time/edtf.ts'
import type { EventId } from '../../src/time/event-id.ts'
import { applyOffset } from '../../src/time/offset.ts'
import { unionOf } from '../../src/time/timeline.ts'
import type { MembershipActClass } from '../igo-acts.ts'
import { ordersOf } from './orders.ts'
import type { Anomaly } from './treaty.ts'

/** One act by which an actor came to an organisation or left it. */
export interface MembershipAct {
  readonly class: MembershipActClass
  readonly mode: string | undefined
  /** When it was done; of an end: the first day out. */
  readonly done: DateRange
  /** Of a notice, where a source states it: the first day out. */
  readonly effect: DateRange | undefined
  readonly decidedBy: readonly EventId[]
}

/** What the constituent treaty says of leaving, and the days of the organisation itself. */
export interface ExitClause {
  readonly rule: ExitRule
  readonly founded: Day
  /** First day on which the organisation was no more. */
  readonly dissolved: Day | undefined
  readonly decidedBy: readonly EventId[]
}

/** One way out: a notice and what became of it, or an end without one. */
export interface MembershipExit {
  readonly notified: DateRange | undefined
  /** First day out, also of a notice that was taken back: when it would have been. Undefined where nothing tells. */
  readonly effect: DateRange | undefined
  readonly revoked: DateRange | undefined
  /** Whether the notice was taken back while it certainly had not taken effect, possibly so, or never or too late. */
  readonly undone: 'certain' | 'possible' | undefined
  /** A notice under a treaty that lets nobody out, of which nothing came. */
  readonly ineffective: boolean
  /** `stated` where a source names the day, `derived` where the clause does, else `none`. */
  readonly basis: 'stated' | 'derived' | 'none'
  /** Whether an end was recorded; else the notice itself ends the membership. */
  readonly ended: boolean
  /** The next admission after it, or never. */
  readonly until: DateRange
  readonly decidedBy: readonly EventId[]
}

/** What one order of the acts comes to. */
interface Telling {
  readonly exits: readonly MembershipExit[]
  readonly anomalies: readonly Anomaly[]
}

export interface ExitHistory extends Telling {
  /** The exits by each course that the acts may have taken, in any order that their dates allow: one where these leave no doubt. */
  readonly orders: readonly (readonly MembershipExit[])[]
}

const never: DateRange = { lo: FOREVER, hi: FOREVER }

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

/** First day out that the clause gives to a notice; undefined where the clause lets nobody out, or is not recorded. */
const derivedEffect = (
  notice: DateRange,
  since: DateRange | undefined,
  clause: ExitClause | undefined,
): DateRange | undefined => {
  const rule = clause?.rule
  if (clause === undefined || rule === undefined || typeof rule === 'string') return undefined
  const inForce =
    rule.minYearsAfterEntryIntoForce === undefined
      ? ALWAYS
      : addMonths(clause.founded, 12 * rule.minYearsAfterEntryIntoForce)
  const out = (day: Day, joined: Day | undefined): Day =>
    Math.max(
      applyOffset(day, rule.notice),
      rule.minYearsAsParty === undefined || joined === undefined
        ? ALWAYS
        : addMonths(joined, 12 * rule.minYearsAsParty),
      inForce,
    ) as Day
  return { lo: out(notice.lo, since?.lo), hi: out(notice.hi, since?.hi) }
}

const apart = (a: DateRange, b: DateRange): boolean => a.hi < b.lo || b.hi < a.lo
const inWords = ({ lo, hi }: DateRange): string => (lo === hi ? formatDay(lo) : `${formatDay(lo)}/${formatDay(hi)}`)

const noExit: Readonly<Record<string, string>> = {
  silent: 'the constituent treaty has no clause on withdrawal',
  notPermitted: 'the constituent treaty permits no withdrawal',
  unknown: 'the clause on withdrawal is not recorded, so that nothing tells when the notice takes effect',
}

const wasUndone = (revoked: DateRange, effect: DateRange | undefined): MembershipExit['undone'] =>
  effect === undefined || revoked.hi < effect.lo ? 'certain' : revoked.lo < effect.hi ? 'possible' : undefined

interface Pending {
  readonly act: MembershipAct
  readonly derived: DateRange | undefined
}

/** The exits by acts in the order in which they were done. `inTime`: of revocations whose dates do not tell whether they came before the effect, which did. */
const inThisOrder = (
  acts: readonly MembershipAct[],
  clause: ExitClause | undefined,
  inTime: readonly boolean[] = [],
): Telling => {
  const exits: MembershipExit[] = []
  const anomalies: Anomaly[] = []
  const odd = (code: string, says: string, act: MembershipAct, article = 'VCLT art 54') =>
    anomalies.push({ code, article, says, events: act.decidedBy })
  let since: DateRange | undefined
  let out = false
  let pending: Pending | undefined
  let inDoubt = 0

  /** What becomes of a notice that is followed by no revocation and no end. */
  const settle = (until: DateRange): void => {
    if (pending === undefined) return
    const { act, derived } = pending
    const effect = act.effect ?? derived
    const rule = clause?.rule ?? 'unknown'
    const ineffective = effect === undefined && rule !== 'unknown'
    if (effect === undefined)
      odd(
        ineffective ? 'contested-exit' : 'exit-unknown',
        `gave notice of withdrawal, but ${noExit[rule as string]}`,
        act,
        'VCLT art 56',
      )
    exits.push({
      notified: act.done,
      effect,
      revoked: undefined,
      undone: undefined,
      ineffective,
      ended: false,
      until,
      basis: act.effect !== undefined ? 'stated' : derived === undefined ? 'none' : 'derived',
      decidedBy: unionOf(
        act.decidedBy,
        act.effect === undefined && derived !== undefined ? (clause?.decidedBy ?? []) : [],
      ),
    })
    out = effect !== undefined
    pending = undefined
  }

  const notice = (act: MembershipAct): void => {
    if (pending !== undefined)
      return void odd(
        'notice-repeated',
        'gave notice of withdrawal although an earlier one was running, which stands',
        act,
        'VCLT art 68',
      )
    if (out) odd('notice-not-member', 'gave notice of withdrawal without being a member', act)
    else pending = { act, derived: derivedEffect(act.done, since, clause) }
  }

  const revocation = (act: MembershipAct): void => {
    if (pending === undefined)
      return void odd('revocation-without-notice', 'took back a notice that was not running', act, 'VCLT art 68')
    const effect = pending.act.effect ?? pending.derived
    const mayBeUndone = wasUndone(act.done, effect)
    const decided = mayBeUndone === 'possible' ? inTime[inDoubt++] : undefined
    const undone = decided === undefined ? mayBeUndone : decided ? 'certain' : undefined
    if (undone === undefined)
      return void odd('revocation-too-late', 'took back its notice after it had taken effect', act, 'VCLT art 68')
    const stated = pending.act.effect !== undefined
    exits.push({
      notified: pending.act.done,
      effect,
      revoked: act.done,
      undone,
      ineffective: false,
      ended: false,
      until: never,
      basis: stated ? 'stated' : effect === undefined ? 'none' : 'derived',
      decidedBy: unionOf(pending.act.decidedBy, act.decidedBy),
    })
    pending = undefined
  }

  const end = (act: MembershipAct): void => {
    const noticed = pending
    out = true
    pending = undefined
    if (
      act.mode === 'extinction' ||
      (act.mode === 'cessation' && clause?.dissolved !== undefined && act.done.hi >= clause.dissolved)
    )
      return
    const foreseen = noticed === undefined ? undefined : (noticed.act.effect ?? noticed.derived)
    if (
      foreseen !== undefined &&
      (act.mode === undefined || act.mode === 'withdrawal' || act.mode === 'unknown') &&
      apart(foreseen, act.done)
    ) {
      const whose = noticed?.act.effect === undefined ? 'the clause gives its notice' : 'its notice states'
      odd('exit-date-differs', `left on ${inWords(act.done)}, while ${whose} ${inWords(foreseen)}`, act)
    }
    exits.push({
      notified: noticed?.act.done,
      effect: act.done,
      revoked: undefined,
      undone: undefined,
      ineffective: false,
      ended: true,
      until: never,
      basis: 'stated',
      decidedBy: unionOf(noticed?.act.decidedBy ?? [], act.decidedBy),
    })
  }

  const start = (act: MembershipAct): void => {
    const ofThis =
      since === undefined && pending?.act.done.hi === act.done.lo && pending.act.done.lo === act.done.hi
        ? pending
        : undefined
    if (ofThis === undefined) settle(act.done)
    for (const [index, exit] of exits.entries())
      if (exit.undone === 'possible' && exit.until === never) exits[index] = { ...exit, until: act.done }
    since = act.done
    out = false
    if (ofThis !== undefined) pending = { act: ofThis.act, derived: derivedEffect(ofThis.act.done, since, clause) }
  }

  const steps = { notice, revocation, end, start }
  for (const act of acts) steps[act.class](act)
  settle(never)
  return { exits, anomalies }
}

/** The exits by acts in their order, each revocation that may have come too late taken as in time, and as too late. */
const tellingsOf = (
  acts: readonly MembershipAct[],
  clause: ExitClause | undefined,
  inTime: readonly boolean[] = [],
): readonly (readonly MembershipExit[])[] => {
  const { exits } = inThisOrder(acts, clause, inTime)
  return exits.some(({ undone }) => undone === 'possible')
    ? [true, false].flatMap((one) => tellingsOf(acts, clause, [...inTime, one]))
    : [exits]
}

/** How odd an order is: by its anomalies, then by what a member would have done before it ever was one. Of several the least odd is told. */
const oddity = (order: readonly MembershipAct[], { anomalies }: Telling): number =>
  anomalies.length * (order.length + 1) +
  Math.max(
    0,
    order.findIndex((act) => act.class === 'start'),
  )

/** Where there are too many orders to follow: every notice may have let it out for good, or not. */
const allInDoubt = (acts: readonly MembershipAct[], clause: ExitClause | undefined): readonly MembershipExit[] =>
  acts.flatMap((act): readonly MembershipExit[] => {
    const effect = act.effect ?? derivedEffect(act.done, undefined, clause)
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
 * How an actor left an organisation, from its acts and the organisation's clause. A notice takes effect on the day that its source states,
 * else on the one that the clause gives; on that day the actor is out. An end that was recorded stands before both. One that is taken
 * back before its effect never was, and only this ledger remembers it (VCLT art 68). Extinction, and the end of the organisation, are no exits.
 * Where dates leave the order of acts open, all are followed, and the ledger tells the one that is least odd.
 */
export const exitsOf = (acts: readonly MembershipAct[], clause: ExitClause | undefined): ExitHistory => {
  const sorted = acts.toSorted((a, b) => a.done.lo - b.done.lo || ofOneDay(a, b))
  const orders = ordersOf(sorted, mayFollowOnOneDay)
  const [first, ...rest] = orders ?? [sorted]
  if (first === undefined || (orders !== undefined && rest.length === 0)) {
    const telling = inThisOrder(first ?? [], clause)
    return { ...telling, orders: tellingsOf(first ?? [], clause) }
  }
  const asTold = new Map(acts.map((act) => [act.decidedBy, act]))
  const [least] = (orders ?? [first])
    .map((order) =>
      inThisOrder(
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
    ...(least as { telling: Telling }).telling,
    orders: orders?.flatMap((order) => tellingsOf(order, clause)) ?? [allInDoubt(acts, clause)],
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
