import { actClass } from '../../src/events/treaty.ts'
import { addMonths, FOREVER, type Day } from '../../src/time/day.ts'
import type { EventId } from '../../src/time/event-id.ts'
import { applyOffset } from '../../src/time/offset.ts'
import { unionOf } from '../../src/time/timeline.ts'
import type { EntryIntoForce } from './entry-into-force.ts'
import type { Act, Anomaly, Terms } from './treaty.ts'

/** An act on one exact day. */
export interface DatedAct extends Omit<Act, 'done' | 'effect'> {
  readonly day: Day
  readonly effect: Day | undefined
}

export interface Notice {
  readonly from: Day
  /** First day after the notice was taken back or took effect. */
  readonly to: Day
  readonly revoked: boolean
  readonly decidedBy: readonly EventId[]
}

/** One spell as a contracting state: from consent to exit. */
export interface Spell {
  readonly number: number
  readonly consent: Day
  /** First day in force for the actor; FOREVER while it is not known to be. */
  readonly force: Day
  /** First day out. */
  readonly out: Day
  readonly notices: readonly Notice[]
  readonly decidedBy: readonly EventId[]
  readonly exitDecidedBy: readonly EventId[]
}

/** First day in force for one who consented: max(entry into force, deposit + offset). Successors are in from the date of succession. */
export const forceDay = (act: DatedAct, terms: Terms, eif: EntryIntoForce): Day => {
  if (eif.date === undefined) return FOREVER
  if (act.form === 'TreatySucceeded') return Math.max(eif.date, act.effect ?? act.day) as Day
  if (act.effect !== undefined) return act.effect
  const rule = terms.entryIntoForce
  const offset = terms.perParty ?? (rule === 'unknown' ? undefined : rule.offset)
  if (terms.laterThanEntryIntoForce && act.day < eif.date) return eif.date
  return Math.max(eif.date, applyOffset(act.day, offset)) as Day
}

/** The first end of a period in force that is no earlier than a day: of the first so many years, or of so many more. */
const endOfPeriod = (day: Day, inForce: Day, { first, next }: { readonly first: number; readonly next: number }): Day => {
  for (let years = first; ; years += next) {
    const end = addMonths(inForce, 12 * years)
    if (end >= day) return end
  }
}

/** First day out after a notice, by the exit clause; undefined where the treaty lets nobody out that way. */
export const effectOfNotice = (notice: DatedAct, force: Day, terms: Terms, eif: EntryIntoForce): Day | undefined => {
  if (notice.effect !== undefined) return notice.effect
  const rule = terms.exit
  if (typeof rule === 'string') return undefined
  const early = applyOffset(notice.day, rule.notice)
  const out = rule.periods === undefined || eif.date === undefined ? early : endOfPeriod(early, eif.date, rule.periods)
  const asParty = rule.minYearsAsParty === undefined || force >= FOREVER ? out : addMonths(force, 12 * rule.minYearsAsParty)
  const inForce = rule.minYearsAfterEntryIntoForce === undefined || eif.date === undefined ? out : addMonths(eif.date, 12 * rule.minYearsAfterEntryIntoForce)
  return Math.max(out, asParty, inForce) as Day
}

const noExit: Readonly<Record<string, string>> = {
  silent: 'the treaty has no clause on withdrawal',
  notPermitted: 'the treaty permits no withdrawal',
  unknown: "the treaty's clause on withdrawal is not recorded",
}

interface Draft {
  readonly consent: DatedAct
  readonly force: Day
  out: Day
  notices: Notice[]
  exitDecidedBy: readonly EventId[]
}

/**
 * The spells of one actor under one treaty, from its exact acts in legal order, and what is legally odd about them.
 * A notice runs by the exit clause; one that is taken back before its effect never was (VCLT art 68). Consent after exit opens a new spell.
 */
export const spellsOf = (acts: readonly DatedAct[], terms: Terms, eif: EntryIntoForce): { spells: readonly Spell[]; anomalies: readonly Anomaly[] } => {
  const drafts: Draft[] = []
  const anomalies: Anomaly[] = []
  const odd = (code: string, article: string, says: string, act: DatedAct) => anomalies.push({ code, article, says, events: act.decidedBy })
  const signed = acts.find((act) => act.class === 'signature')

  const consent = (act: DatedAct): void => {
    const last = drafts.at(-1)
    if (last !== undefined && last.out >= FOREVER) {
      odd('consent-repeated', 'art 11', 'consented although bound already', act)
      return
    }
    if (act.form === 'TreatyRatified' && (signed === undefined || signed.day > act.day)) odd('ratified-unsigned', 'art 14', 'ratified without having signed', act)
    if (act.form === 'TreatyAcceded' && signed !== undefined && signed.day < act.day) odd('acceded-signed', 'art 15', 'acceded although it had signed', act)
    if (terms.opened !== undefined && act.day < terms.opened) odd('before-opening', 'art 12', 'acted before the treaty was opened', act)
    drafts.push({ consent: act, force: forceDay(act, terms, eif), out: FOREVER, notices: [], exitDecidedBy: [] })
  }

  const notice = (act: DatedAct): void => {
    const spell = drafts.at(-1)
    if (spell === undefined || spell.out <= act.day) return void odd('notice-unbound', 'art 54', 'gave notice of withdrawal without being bound', act)
    const out = effectOfNotice(act, spell.force, terms, eif)
    if (out === undefined) return void odd('contested-exit', 'art 56', `gave notice of withdrawal, but ${noExit[terms.exit as string]}`, act)
    if (spell.out <= out) return void odd('notice-repeated', 'art 68', 'gave notice although an earlier one was running, which stands', act)
    spell.out = out
    spell.exitDecidedBy = act.decidedBy
    spell.notices.push({ from: act.day, to: out, revoked: false, decidedBy: act.decidedBy })
  }

  const revoke = (act: DatedAct): void => {
    const spell = drafts.at(-1)
    const pending = spell?.notices.at(-1)
    if (spell === undefined || pending === undefined || pending.revoked) return void odd('revocation-without-notice', 'art 68', 'revoked a notice that was not given', act)
    if (act.day >= pending.to) return void odd('revocation-too-late', 'art 68', 'revoked its notice after it had taken effect', act)
    spell.out = FOREVER
    spell.exitDecidedBy = []
    spell.notices[spell.notices.length - 1] = { ...pending, to: act.day, revoked: true, decidedBy: unionOf(pending.decidedBy, act.decidedBy) }
  }

  const steps: Readonly<Record<string, (act: DatedAct) => void>> = { consent, notice, revocation: revoke }
  for (const act of acts) steps[actClass[act.form] ?? '']?.(act)
  const spells = drafts.map((draft, index) => ({
    number: index + 1,
    consent: draft.consent.form === 'TreatySucceeded' && draft.consent.effect !== undefined ? draft.consent.effect : draft.consent.day,
    force: draft.force,
    out: draft.out,
    notices: draft.notices,
    decidedBy: draft.consent.decidedBy,
    exitDecidedBy: draft.exitDecidedBy,
  }))
  return { spells, anomalies }
}
