import type { ActClass } from '../../../src/events/treaty.ts'
import { FOREVER, formatDay, type Day } from '../../../src/time/day.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { unionOf } from '../../../src/time/timeline.ts'
import { effectOfNotice, firstExit, forceDay } from './clause-dates.ts'
import type { EntryIntoForce } from './entry-into-force.ts'
import type { Notice, Spell } from './spell.ts'
import type { DatedAct, Stretch } from './acts.ts'
import type { Terms } from './terms.ts'
import type { Act } from './acts.ts'
import type { Anomaly } from '../anomaly.ts'

/**
 * Of what the depositary lists as no longer standing: whether that is a signature or a provisional application, and not
 * a consent.
 */
export const isOfSignature = ({ detail }: Pick<Act, 'detail'>): boolean =>
  typeof detail['act'] === 'string' && !detail['act'].startsWith('consent/')

const noExit: Readonly<Record<string, string>> = {
  silent: 'the treaty has no clause on withdrawal',
  notPermitted: 'the treaty permits no withdrawal',
  unknown: "the treaty's clause on withdrawal is not recorded",
}

interface Draft {
  readonly consent: DatedAct
  force: Day
  out: Day
  takenBack: boolean
  lapsed: boolean
  notices: Notice[]
  contested: Stretch[]
  suspensions: Stretch[]
  exitDecidedBy: readonly EventId[]
}

/**
 * The spells of one actor under one treaty, from its exact acts in legal order, and what is legally odd about them. A
 * notice runs by the exit clause; one that is taken back before its effect never was (VCLT art 68), nor was one that is
 * declared ineffective. Consent after exit opens a new spell.
 */
export const spellsOf = (
  acts: readonly DatedAct[],
  terms: Terms,
  eif: EntryIntoForce,
): { spells: readonly Spell[]; anomalies: readonly Anomaly[] } => {
  const drafts: Draft[] = []
  const anomalies: Anomaly[] = []
  const odd = (code: string, article: string, says: string, act: DatedAct): void =>
    void anomalies.push({ code, article, says, events: act.decidedBy })
  const signed = acts.find((act) => act.class === 'signature')

  const consent = (act: DatedAct): void => {
    const last = drafts.at(-1)
    if (last !== undefined && last.out >= FOREVER) {
      // Of two states that became one, both may have been bound.
      if (act.detail['inherited'] === true) return
      return odd('consent-repeated', 'art 11', 'consented although bound already', act)
    }
    if (act.form === 'TreatyRatified' && (signed === undefined || signed.day > act.day))
      odd('ratified-unsigned', 'art 14', 'ratified without having signed', act)
    if (act.form === 'TreatyAcceded' && signed !== undefined && signed.day < act.day)
      odd('acceded-signed', 'art 15', 'acceded although it had signed', act)
    if (act.detail['predecessorUnbound'] !== undefined)
      odd(
        'predecessor-unbound',
        'VCSST arts 17, 34',
        'succeeded to the treaty, though ' +
          `${String(act.detail['predecessorUnbound'])} was no contracting ` +
          'state at the succession',
        act,
      )
    if (terms.opened !== undefined && act.day < terms.opened)
      odd('before-opening', 'art 12', 'acted before the treaty was opened', act)
    if (terms.ended !== undefined && act.day >= terms.ended.on)
      odd('consent-after-end', 'art 70', 'consented after the treaty had ended', act)
    drafts.push({
      consent: act,
      force: forceDay(act, terms, eif),
      out: FOREVER,
      takenBack: false,
      lapsed: false,
      notices: [],
      contested: [],
      suspensions: [],
      exitDecidedBy: [],
    })
  }

  const leave = (spell: Draft, act: DatedAct, kind: Notice['kind'], out: Day, stated: boolean): void => {
    spell.out = out
    spell.exitDecidedBy = act.decidedBy
    spell.notices.push({ kind, from: act.day, to: out, effect: out, ended: 'effect', stated, decidedBy: act.decidedBy })
  }

  const notice = (act: DatedAct): void => {
    const spell = drafts.at(-1)
    if (spell === undefined || spell.out <= act.day)
      return odd('notice-unbound', 'art 54', 'gave notice of withdrawal without being bound', act)
    const byClause = effectOfNotice(act, spell.force, terms, eif)
    const out = act.effect ?? byClause
    if (out === undefined) {
      spell.contested.push({ from: act.day, to: FOREVER, decidedBy: act.decidedBy })
      return odd('contested-exit', 'art 56', `gave notice of withdrawal, but ${noExit[terms.exit as string]}`, act)
    }
    if (spell.out <= out)
      return odd('notice-repeated', 'art 68', 'gave notice although an earlier one was running, which stands', act)
    const earliest = firstExit(spell.force, terms, eif)
    if (act.effect === undefined && earliest !== undefined && act.day < earliest)
      odd(
        'notice-premature',
        'art 54',
        `gave notice before ${formatDay(earliest)}, the first day on which the treaty lets it`,
        act,
      )
    if (byClause !== undefined && byClause !== out)
      odd(
        'stated-exit-differs',
        'final clauses',
        `the clause lets it out on ${formatDay(byClause)}, the source states ${formatDay(out)}`,
        act,
      )
    leave(spell, act, 'notice', out, byClause !== out)
  }

  const undo = (act: DatedAct, ended: 'revoked' | 'ineffective'): void => {
    const spell = drafts.at(-1)
    const pending = spell?.notices.at(-1)
    if (spell === undefined || pending === undefined || pending.ended !== 'effect') {
      if (ended === 'revoked')
        return odd('revocation-without-notice', 'art 68', 'revoked a notice that was not given', act)
      const contested = spell?.contested.at(-1)
      if (spell === undefined || contested === undefined)
        return odd('ineffective-without-notice', 'art 68', 'a notice that was not given was declared ineffective', act)
      spell.contested[spell.contested.length - 1] = {
        ...contested,
        decidedBy: unionOf(contested.decidedBy, act.decidedBy),
      }
      return
    }
    if (ended === 'revoked' && act.day >= pending.effect)
      return odd('revocation-too-late', 'art 68', 'revoked its notice after it had taken effect', act)
    const decidedBy = unionOf(pending.decidedBy, act.decidedBy)
    spell.out = FOREVER
    spell.exitDecidedBy = []
    spell.notices[spell.notices.length - 1] = {
      ...pending,
      to: ended === 'revoked' ? act.day : (Math.min(act.day, pending.effect) as Day),
      ended,
      decidedBy,
    }
    if (ended === 'revoked') return
    spell.contested.push({ from: pending.from, to: FOREVER, decidedBy })
    odd(
      'contested-exit',
      'art 56',
      `its notice of withdrawal was declared ineffective by ${String(act.detail['by'] ?? 'somebody')}`,
      act,
    )
  }

  const takeBack = (act: DatedAct): void => {
    const spell = drafts.at(-1)
    if (spell === undefined || spell.out <= act.day)
      return odd('instrument-missing', 'art 54', 'took back an instrument that was not there', act)
    if (spell.force <= act.day)
      return odd(
        'instrument-in-force',
        'art 54',
        'took its instrument back when the treaty was in force for it; only a withdrawal could end it',
        act,
      )
    spell.out = act.day
    spell.takenBack = true
    spell.exitDecidedBy = act.decidedBy
  }

  const cease = (act: DatedAct): void => {
    const spell = drafts.at(-1)
    const out = act.effect ?? act.day
    if (spell === undefined || spell.out < act.day) {
      // Whoever leaves an organisation need not have been a party.
      if (act.detail['derived'] === true) return
      return odd('cessation-unbound', 'art 54', 'its participation was ended though it was no party', act)
    }
    const last = spell.notices.at(-1)
    if (spell.out === out && last !== undefined) {
      spell.exitDecidedBy = unionOf(spell.exitDecidedBy, act.decidedBy)
      spell.notices[spell.notices.length - 1] = {
        ...last,
        stated: last.stated && act.detail['derived'] !== true,
        decidedBy: unionOf(last.decidedBy, act.decidedBy),
      }
    } else if (spell.out > out) leave(spell, act, 'cessation', out, act.detail['derived'] !== true)
  }

  const tookEffect = (act: DatedAct): void => {
    const spell = drafts.at(-1)
    if (spell === undefined) return odd('exit-unbound', 'art 54', 'is said to have left without having been bound', act)
    if (spell.out >= FOREVER) {
      spell.out = act.day
      spell.exitDecidedBy = act.decidedBy
    } else if (spell.out === act.day) spell.exitDecidedBy = unionOf(spell.exitDecidedBy, act.decidedBy)
    else
      odd(
        'stated-exit-differs',
        'final clauses',
        `the clause lets it out on ${formatDay(spell.out)}, the source states ${formatDay(act.day)}`,
        act,
      )
  }

  const statedForce = (act: DatedAct): void => {
    const spell = drafts.at(-1)
    if (spell === undefined) return odd('force-unbound', 'art 24', 'is said to be bound without having consented', act)
    if (spell.force >= FOREVER) spell.force = act.day
    else if (spell.force !== act.day)
      odd(
        'stated-force-differs',
        'final clauses',
        `the clause gives ${formatDay(spell.force)}, the depositary states ${formatDay(act.day)}`,
        act,
      )
  }

  const suspend = (act: DatedAct): void => {
    const spell = drafts.at(-1)
    if (spell === undefined || spell.out <= act.day)
      return odd('suspended-unbound', 'art 57', 'suspended a treaty that does not bind it', act)
    if (act.detail['towards'] === undefined)
      spell.suspensions.push({ from: act.day, to: FOREVER, decidedBy: act.decidedBy })
  }

  const resume = (act: DatedAct): void => {
    if (act.detail['towards'] !== undefined) return
    const spell = drafts.at(-1)
    const last = spell?.suspensions.at(-1)
    if (spell === undefined || last === undefined || last.to < FOREVER)
      return odd('resumed-unsuspended', 'art 57', 'resumed what was not suspended', act)
    spell.suspensions[spell.suspensions.length - 1] = {
      ...last,
      to: act.day,
      decidedBy: unionOf(last.decidedBy, act.decidedBy),
    }
  }

  // What the depositary lists as an act that no longer stands ends the spell that no other act does.
  const lapse = (act: DatedAct): void => {
    const spell = drafts.at(-1)
    if (spell === undefined || spell.out <= act.day || isOfSignature(act)) return
    spell.out = act.day
    spell.lapsed = true
    spell.exitDecidedBy = act.decidedBy
  }

  const steps: Partial<Record<ActClass, (act: DatedAct) => void>> = {
    consent,
    notice,
    tookEffect,
    statedForce,
    consentWithdrawn: takeBack,
    cessation: cease,
    suspension: suspend,
    resumption: resume,
    lapse,
    revocation: (act) => undo(act, 'revoked'),
    ineffective: (act) => undo(act, 'ineffective'),
  }
  for (const act of acts) steps[act.class]?.(act)
  const spells = drafts.map(({ consent: act, ...draft }, index) => ({
    ...draft,
    number: index + 1,
    act,
    consent: act.form === 'TreatySucceeded' && act.effect !== undefined ? act.effect : act.day,
    decidedBy: act.decidedBy,
  }))
  return { spells, anomalies }
}
