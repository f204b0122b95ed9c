import { formatDay } from '../../../src/time/day.ts'
import { never, type DateRange } from '../../../src/time/date-range.ts'
import { unionOf } from '../../../src/time/timeline.ts'
import type { Anomaly } from '../anomaly.ts'
import { effectByClause } from './effect-by-clause.ts'
import type { ExitClause, MembershipAct, MembershipExit } from './membership-exit.ts'

/** A notice of which nothing has come yet. */
interface Pending {
  readonly act: MembershipAct
  /** First day out by the clause alone. */
  readonly derived: DateRange | undefined
}

/** What the acts of one actor in one organisation come to, as far as they have been read. */
export interface ExitLedger {
  readonly exits: readonly MembershipExit[]
  readonly anomalies: readonly Anomaly[]
  /** The last admission. */
  readonly since: DateRange | undefined
  /** Whether it has left. */
  readonly out: boolean
  readonly pending: Pending | undefined
  /** How many revocations have come whose dates do not tell whether they were in time. */
  readonly inDoubt: number
}

/** What acts are read by: the organisation's clause; and of revocations in doubt, which came in time. */
export interface ExitLaw {
  readonly clause: ExitClause | undefined
  readonly inTime: readonly boolean[]
}

/** What one act makes of a ledger. Acts come in the order in which they were done. */
export type ExitStep = (ledger: ExitLedger, act: MembershipAct, law: ExitLaw) => ExitLedger

export const emptyLedger: ExitLedger = {
  exits: [],
  anomalies: [],
  since: undefined,
  out: false,
  pending: undefined,
  inDoubt: 0,
}

const noExit: Readonly<Record<string, string>> = {
  silent: 'the constituent treaty has no clause on withdrawal',
  notPermitted: 'the constituent treaty permits no withdrawal',
  unknown: 'the clause on withdrawal is not recorded, so that nothing tells when the notice takes effect',
}

const report = (
  ledger: ExitLedger,
  act: MembershipAct,
  { code, says, article = 'VCLT art 54' }: Pick<Anomaly, 'code' | 'says'> & Partial<Pick<Anomaly, 'article'>>,
): ExitLedger => ({ ...ledger, anomalies: [...ledger.anomalies, { code, article, says, events: act.decidedBy }] })

const withExit = (ledger: ExitLedger, exit: MembershipExit): ExitLedger => ({
  ...ledger,
  exits: [...ledger.exits, exit],
  pending: undefined,
})

/** First day out: as the source states, else as the clause gives it. */
const effectOf = ({ act, derived }: Pending): DateRange | undefined => act.effect ?? derived

const basisOf = ({ act, derived }: Pending): MembershipExit['basis'] => {
  if (act.effect !== undefined) return 'stated'
  return derived === undefined ? 'none' : 'derived'
}

/** What becomes of a notice that is followed by no revocation and no end, but by an admission, or by nothing. */
export const settle = (ledger: ExitLedger, until: DateRange, { clause }: ExitLaw): ExitLedger => {
  const { pending } = ledger
  if (pending === undefined) return ledger
  const { act } = pending
  const effect = effectOf(pending)
  const basis = basisOf(pending)
  const rule = clause?.rule ?? 'unknown'
  const ineffective = effect === undefined && rule !== 'unknown'
  const told =
    effect === undefined
      ? report(ledger, act, {
          code: ineffective ? 'contested-exit' : 'exit-unknown',
          says: `gave notice of withdrawal, but ${noExit[rule as string]}`,
          article: 'VCLT art 56',
        })
      : ledger
  const exit: MembershipExit = {
    notified: act.done,
    effect,
    revoked: undefined,
    undone: undefined,
    ineffective,
    ended: false,
    until,
    basis,
    decidedBy: unionOf(act.decidedBy, basis === 'derived' ? (clause?.decidedBy ?? []) : []),
  }
  return { ...withExit(told, exit), out: effect !== undefined }
}

export const notice: ExitStep = (ledger, act, { clause }) => {
  if (ledger.pending !== undefined)
    return report(ledger, act, {
      code: 'notice-repeated',
      says: 'gave notice of withdrawal although an earlier one was running, which stands',
      article: 'VCLT art 68',
    })
  if (ledger.out)
    return report(ledger, act, {
      code: 'notice-not-member',
      says: 'gave notice of withdrawal without being a member',
    })
  return { ...ledger, pending: { act, derived: effectByClause(act.done, ledger.since, clause) } }
}

/** Whether a notice was taken back before its effect, as far as the dates tell. */
const wasUndone = (revoked: DateRange, effect: DateRange | undefined): MembershipExit['undone'] => {
  if (effect === undefined || revoked.hi < effect.lo) return 'certain'
  return revoked.lo < effect.hi ? 'possible' : undefined
}

export const revocation: ExitStep = (ledger, act, { inTime }) => {
  const { pending } = ledger
  if (pending === undefined)
    return report(ledger, act, {
      code: 'revocation-without-notice',
      says: 'took back a notice that was not running',
      article: 'VCLT art 68',
    })
  const effect = effectOf(pending)
  const byDates = wasUndone(act.done, effect)
  const decided = byDates === 'possible' ? inTime[ledger.inDoubt] : undefined
  const counted = byDates === 'possible' ? { ...ledger, inDoubt: ledger.inDoubt + 1 } : ledger
  const asDecided = decided === true ? 'certain' : undefined
  const undone = decided === undefined ? byDates : asDecided
  if (undone === undefined)
    return report(counted, act, {
      code: 'revocation-too-late',
      says: 'took back its notice after it had taken effect',
      article: 'VCLT art 68',
    })
  return withExit(counted, {
    notified: pending.act.done,
    effect,
    revoked: act.done,
    undone,
    ineffective: false,
    ended: false,
    until: never,
    basis: basisOf(pending),
    decidedBy: unionOf(pending.act.decidedBy, act.decidedBy),
  })
}

const apart = (a: DateRange, b: DateRange): boolean => a.hi < b.lo || b.hi < a.lo
const inWords = ({ lo, hi }: DateRange): string => (lo === hi ? formatDay(lo) : `${formatDay(lo)}/${formatDay(hi)}`)

/** With a state, and with the organisation itself, memberships end: these ends are no exits. */
const isNoExit = ({ mode, done }: MembershipAct, clause: ExitClause | undefined): boolean =>
  mode === 'extinction' || (mode === 'cessation' && clause?.dissolved !== undefined && done.hi >= clause.dissolved)

/** What may be the end that a notice foresaw. */
const afterNotice: ReadonlySet<string | undefined> = new Set([undefined, 'withdrawal', 'unknown'])

export const end: ExitStep = (ledger, act, { clause }) => {
  const { pending } = ledger
  const left: ExitLedger = { ...ledger, out: true, pending: undefined }
  if (isNoExit(act, clause)) return left
  const foreseen = pending === undefined ? undefined : effectOf(pending)
  const whose = pending?.act.effect === undefined ? 'the clause gives its notice' : 'its notice states'
  const told =
    foreseen !== undefined && afterNotice.has(act.mode) && apart(foreseen, act.done)
      ? report(left, act, {
          code: 'exit-date-differs',
          says: `left on ${inWords(act.done)}, while ${whose} ${inWords(foreseen)}`,
        })
      : left
  return withExit(told, {
    notified: pending?.act.done,
    effect: act.done,
    revoked: undefined,
    undone: undefined,
    ineffective: false,
    ended: true,
    until: never,
    basis: 'stated',
    decidedBy: unionOf(pending?.act.decidedBy ?? [], act.decidedBy),
  })
}

/** Whether a notice was given on the one day on which its giver may first have been admitted. */
const isOfFirstDay = ({ since, pending }: ExitLedger, { done }: MembershipAct): boolean =>
  since === undefined && pending?.act.done.hi === done.lo && pending.act.done.lo === done.hi

/**
 * An admission settles the notice before it; a notice of the very day of a first admission is one of that membership.
 * What may have been taken back in time is over with it.
 */
export const start: ExitStep = (ledger, act, law) => {
  const ofThis = isOfFirstDay(ledger, act) ? ledger.pending : undefined
  const settled = ofThis === undefined ? settle(ledger, act.done, law) : ledger
  return {
    ...settled,
    exits: settled.exits.map((exit) =>
      exit.undone === 'possible' && exit.until === never ? { ...exit, until: act.done } : exit,
    ),
    since: act.done,
    out: false,
    pending: ofThis && { act: ofThis.act, derived: effectByClause(ofThis.act.done, act.done, law.clause) },
  }
}
