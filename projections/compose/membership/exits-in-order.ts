import type { ExitRule } from '../../../src/events/clauses.ts'
import { addMonths, ALWAYS, FOREVER, formatDay, type Day } from '../../../src/time/day.ts'
import type { DateRange } from '../../../src/time/date-range.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { applyOffset } from '../../../src/time/offset.ts'
import { unionOf } from '../../../src/time/timeline.ts'
import type { MembershipActClass } from '../../folds/igo-acts.ts'
import type { Anomaly } from '../anomaly.ts'

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
export interface ExitCourse {
  readonly exits: readonly MembershipExit[]
  readonly anomalies: readonly Anomaly[]
}

/** The date of what has not come about. */
export const never: DateRange = { lo: FOREVER, hi: FOREVER }

/** First day out that the clause gives to a notice; undefined where the clause lets nobody out, or is not recorded. */
export const derivedEffect = (
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

/**
 * The exits by acts in the order in which they were done. `inTime`: of revocations whose dates do not tell whether they
 * came before the effect, which did.
 */
export const exitsInOrder = (
  acts: readonly MembershipAct[],
  clause: ExitClause | undefined,
  inTime: readonly boolean[] = [],
): ExitCourse => {
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
