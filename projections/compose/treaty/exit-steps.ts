import { FOREVER, formatDay, type Day } from '../../../src/time/day.ts'
import { unionOf } from '../../../src/time/timeline.ts'
import { effectOfNotice, firstExit } from './clause-dates.ts'
import type { DatedAct } from './acts.ts'
import type { Notice } from './spell.ts'
import {
  changeLast,
  isOpen,
  replaceLast,
  report,
  runningOn,
  type OpenSpell,
  type SpellLedger,
  type SpellStep,
} from './spell-ledger.ts'

const noExit: Readonly<Record<string, string>> = {
  silent: 'the treaty has no clause on withdrawal',
  notPermitted: 'the treaty permits no withdrawal',
  unknown: "the treaty's clause on withdrawal is not recorded",
}

/** The last spell ends by an act, on the first day out. */
const leave = (
  ledger: SpellLedger,
  { notices }: OpenSpell,
  act: DatedAct,
  { kind, effect, stated }: Pick<Notice, 'kind' | 'effect' | 'stated'>,
): SpellLedger => {
  const { day: from, decidedBy } = act
  const notice: Notice = { kind, from, to: effect, effect, ended: 'effect', stated, decidedBy }
  return changeLast(ledger, { out: effect, exitDecidedBy: decidedBy, notices: [...notices, notice] })
}

/** A notice of withdrawal runs to the day that its source states, else to the one that the clause gives. */
export const notice: SpellStep<'notice'> = (ledger, act, { terms, eif }) => {
  const spell = runningOn(ledger, act)
  if (spell === undefined)
    return report(ledger, act, {
      code: 'notice-unbound',
      article: 'art 54',
      says: 'gave notice of withdrawal without being bound',
    })
  const byClause = effectOfNotice(act, spell.force, terms, eif)
  const out = act.effect ?? byClause
  if (out === undefined) {
    const contested = [...spell.contested, { from: act.day, to: FOREVER, decidedBy: act.decidedBy }]
    return report(changeLast(ledger, { contested }), act, {
      code: 'contested-exit',
      article: 'art 56',
      says: `gave notice of withdrawal, but ${noExit[terms.exit as string]}`,
    })
  }
  if (spell.out <= out)
    return report(ledger, act, {
      code: 'notice-repeated',
      article: 'art 68',
      says: 'gave notice although an earlier one was running, which stands',
    })
  const timely = reportPremature(ledger, act, firstExit(spell.force, terms, eif))
  const differs = byClause !== out
  const told =
    byClause !== undefined && differs
      ? report(timely, act, {
          code: 'stated-exit-differs',
          article: 'final clauses',
          says: `the clause lets it out on ${formatDay(byClause)}, the source states ${formatDay(out)}`,
        })
      : timely
  return leave(told, spell, act, { kind: 'notice', effect: out, stated: differs })
}

/** A notice whose effect no source states, given before the first day on which the treaty lets parties leave. */
const reportPremature = (ledger: SpellLedger, act: DatedAct, earliest: Day | undefined): SpellLedger =>
  act.effect === undefined && earliest !== undefined && act.day < earliest
    ? report(ledger, act, {
        code: 'notice-premature',
        article: 'art 54',
        says: `gave notice before ${formatDay(earliest)}, the first day on which the treaty lets it`,
      })
    : ledger

/** The notice that would end the last spell. */
const pendingIn = (spell: OpenSpell | undefined): Notice | undefined => {
  const last = spell?.notices.at(-1)
  return last?.ended === 'effect' ? last : undefined
}

/** The ledger with its last notice undone: the spell goes on. */
const undo = (
  ledger: SpellLedger,
  { notices }: OpenSpell,
  undone: Pick<Notice, 'to' | 'ended' | 'decidedBy'>,
): SpellLedger =>
  changeLast(ledger, {
    out: FOREVER,
    exitDecidedBy: [],
    notices: replaceLast(notices, { ...(notices.at(-1) as Notice), ...undone }),
  })

/** A notice that is taken back before its effect never was (VCLT art 68). */
export const revoke: SpellStep<'revocation'> = (ledger, act) => {
  const spell = ledger.spells.at(-1)
  const pending = pendingIn(spell)
  if (spell === undefined || pending === undefined)
    return report(ledger, act, {
      code: 'revocation-without-notice',
      article: 'art 68',
      says: 'revoked a notice that was not given',
    })
  if (act.day >= pending.effect)
    return report(ledger, act, {
      code: 'revocation-too-late',
      article: 'art 68',
      says: 'revoked its notice after it had taken effect',
    })
  return undo(ledger, spell, { to: act.day, ended: 'revoked', decidedBy: unionOf(pending.decidedBy, act.decidedBy) })
}

/** Whoever may do so declares that a notice has no effect: the party is still bound, and its exit contested. */
export const declareIneffective: SpellStep<'ineffective'> = (ledger, act) => {
  const spell = ledger.spells.at(-1)
  const pending = pendingIn(spell)
  if (spell === undefined || pending === undefined) return confirmContested(ledger, act)
  const decidedBy = unionOf(pending.decidedBy, act.decidedBy)
  const to = Math.min(act.day, pending.effect) as Day
  const undone = undo(ledger, spell, { to, ended: 'ineffective', decidedBy })
  const contested = [...spell.contested, { from: pending.from, to: FOREVER, decidedBy }]
  return report(changeLast(undone, { contested }), act, {
    code: 'contested-exit',
    article: 'art 56',
    says: `its notice of withdrawal was declared ineffective by ${act.detail.by ?? 'somebody'}`,
  })
}

/** What was contested by the treaty's own silence is now so by a declaration, too. */
const confirmContested = (ledger: SpellLedger, act: DatedAct): SpellLedger => {
  const contested = ledger.spells.at(-1)?.contested ?? []
  const last = contested.at(-1)
  if (last === undefined)
    return report(ledger, act, {
      code: 'ineffective-without-notice',
      article: 'art 68',
      says: 'a notice that was not given was declared ineffective',
    })
  const both = { ...last, decidedBy: unionOf(last.decidedBy, act.decidedBy) }
  return changeLast(ledger, { contested: replaceLast(contested, both) })
}

/** An organ ends the participation, or it ends with the membership of an organisation. */
export const cease: SpellStep<'cessation'> = (ledger, act) => {
  const spell = ledger.spells.at(-1)
  const out = act.effect ?? act.day
  const stated = act.detail.derived !== true
  if (spell === undefined || spell.out < act.day) {
    // Whoever leaves an organisation need not have been a party.
    if (!stated) return ledger
    return report(ledger, act, {
      code: 'cessation-unbound',
      article: 'art 54',
      says: 'its participation was ended though it was no party',
    })
  }
  const last = spell.notices.at(-1)
  if (spell.out === out && last !== undefined) {
    const both = { ...last, stated: last.stated && stated, decidedBy: unionOf(last.decidedBy, act.decidedBy) }
    return changeLast(ledger, {
      exitDecidedBy: unionOf(spell.exitDecidedBy, act.decidedBy),
      notices: replaceLast(spell.notices, both),
    })
  }
  return spell.out > out ? leave(ledger, spell, act, { kind: 'cessation', effect: out, stated }) : ledger
}

/** The depositary states the day of an exit. */
export const takeEffect: SpellStep<'tookEffect'> = (ledger, act) => {
  const spell = ledger.spells.at(-1)
  if (spell === undefined)
    return report(ledger, act, {
      code: 'exit-unbound',
      article: 'art 54',
      says: 'is said to have left without having been bound',
    })
  if (isOpen(spell)) return changeLast(ledger, { out: act.day, exitDecidedBy: act.decidedBy })
  if (spell.out === act.day) return changeLast(ledger, { exitDecidedBy: unionOf(spell.exitDecidedBy, act.decidedBy) })
  return report(ledger, act, {
    code: 'stated-exit-differs',
    article: 'final clauses',
    says: `the clause lets it out on ${formatDay(spell.out)}, the source states ${formatDay(act.day)}`,
  })
}
