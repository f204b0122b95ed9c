import { FOREVER, formatDay } from '../../../src/time/day.ts'
import { forceDay } from './clause-dates.ts'
import { isOfSignature, type DatedActOf } from './acts.ts'
import {
  changeLast,
  isOpen,
  report,
  runningOn,
  type SpellLaw,
  type SpellLedger,
  type SpellStep,
} from './spell-ledger.ts'
import type { Anomaly } from '../anomaly.ts'

/** What is odd about a consent of one that was not bound. */
const oddConsent = (act: DatedActOf<'consent'>, { terms, signed }: SpellLaw): readonly Omit<Anomaly, 'events'>[] => {
  const odd: Omit<Anomaly, 'events'>[] = []
  if (act.form === 'TreatyRatified' && (signed === undefined || signed.day > act.day))
    odd.push({ code: 'ratified-unsigned', article: 'art 14', says: 'ratified without having signed' })
  if (act.form === 'TreatyAcceded' && signed !== undefined && signed.day < act.day)
    odd.push({ code: 'acceded-signed', article: 'art 15', says: 'acceded although it had signed' })
  const unbound = act.detail.predecessorUnbound
  if (unbound !== undefined)
    odd.push({
      code: 'predecessor-unbound',
      article: 'VCSST arts 17, 34',
      says: `succeeded to the treaty, though ${unbound} was no contracting state at the succession`,
    })
  if (terms.opened !== undefined && act.day < terms.opened)
    odd.push({ code: 'before-opening', article: 'art 12', says: 'acted before the treaty was opened' })
  if (terms.ended !== undefined && act.day >= terms.ended.on)
    odd.push({ code: 'consent-after-end', article: 'art 70', says: 'consented after the treaty had ended' })
  return odd
}

/** Consent opens a spell, the first one and after each exit. */
export const consent: SpellStep<'consent'> = (ledger, act, law) => {
  const last = ledger.spells.at(-1)
  if (last !== undefined && isOpen(last)) {
    // Of two states that became one, both may have been bound.
    if (act.inheritedFrom !== undefined) return ledger
    return report(ledger, act, {
      code: 'consent-repeated',
      article: 'art 11',
      says: 'consented although bound already',
    })
  }
  const told = oddConsent(act, law).reduce<SpellLedger>((before, odd) => report(before, act, odd), ledger)
  const spell = {
    act,
    force: forceDay(act, law.terms, law.eif),
    out: FOREVER,
    takenBack: false,
    lapsed: false,
    notices: [],
    contested: [],
    suspensions: [],
    exitDecidedBy: [],
  }
  return { ...told, spells: [...told.spells, spell] }
}

/** An instrument may be taken back until the treaty is in force for the actor. */
export const takeBack: SpellStep<'consentWithdrawn'> = (ledger, act) => {
  const spell = runningOn(ledger, act)
  if (spell === undefined)
    return report(ledger, act, {
      code: 'instrument-missing',
      article: 'art 54',
      says: 'took back an instrument that was not there',
    })
  if (spell.force <= act.day)
    return report(ledger, act, {
      code: 'instrument-in-force',
      article: 'art 54',
      says: 'took its instrument back when the treaty was in force for it; only a withdrawal could end it',
    })
  return changeLast(ledger, { out: act.day, takenBack: true, exitDecidedBy: act.decidedBy })
}

/** What the depositary lists as an act that no longer stands ends the spell that no other act does. */
export const lapse: SpellStep<'lapse'> = (ledger, act) =>
  runningOn(ledger, act) === undefined || isOfSignature(act)
    ? ledger
    : changeLast(ledger, { out: act.day, lapsed: true, exitDecidedBy: act.decidedBy })

/** The depositary states the day in force for an actor. */
export const stateForce: SpellStep<'statedForce'> = (ledger, act) => {
  const spell = ledger.spells.at(-1)
  if (spell === undefined)
    return report(ledger, act, {
      code: 'force-unbound',
      article: 'art 24',
      says: 'is said to be bound without having consented',
    })
  if (spell.force >= FOREVER) return changeLast(ledger, { force: act.day })
  if (spell.force === act.day) return ledger
  return report(ledger, act, {
    code: 'stated-force-differs',
    article: 'final clauses',
    says: `the clause gives ${formatDay(spell.force)}, the depositary states ${formatDay(act.day)}`,
  })
}
