import type { Anomaly } from '../anomaly.ts'
import type { DatedAct } from './acts.ts'
import { consent, lapse, stateForce, takeBack } from './consent-steps.ts'
import type { EntryIntoForce } from './entry-into-force.ts'
import { cease, declareIneffective, notice, revoke, takeEffect } from './exit-steps.ts'
import { emptyLedger, type SpellLaw, type SpellLedger } from './spell-ledger.ts'
import type { Spell } from './spell.ts'
import { resume, suspend } from './suspension-steps.ts'
import type { Terms } from './terms.ts'

/** What an act does to the spells of its actor, by its class; signatures and what is short of consent do nothing. */
const step = (ledger: SpellLedger, act: DatedAct, law: SpellLaw): SpellLedger => {
  switch (act.class) {
    case 'consent':
      return consent(ledger, act, law)
    case 'consentWithdrawn':
      return takeBack(ledger, act, law)
    case 'notice':
      return notice(ledger, act, law)
    case 'revocation':
      return revoke(ledger, act, law)
    case 'ineffective':
      return declareIneffective(ledger, act, law)
    case 'cessation':
      return cease(ledger, act, law)
    case 'tookEffect':
      return takeEffect(ledger, act, law)
    case 'statedForce':
      return stateForce(ledger, act, law)
    case 'suspension':
      return suspend(ledger, act, law)
    case 'resumption':
      return resume(ledger, act, law)
    case 'lapse':
      return lapse(ledger, act, law)
    default:
      return ledger
  }
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
  const law: SpellLaw = { terms, eif, signed: acts.find((act) => act.class === 'signature') }
  const { spells, anomalies } = acts.reduce((ledger, act) => step(ledger, act, law), emptyLedger)
  return {
    anomalies,
    spells: spells.map(({ act, ...spell }, index) => ({
      ...spell,
      number: index + 1,
      act,
      consent: act.form === 'TreatySucceeded' && act.effect !== undefined ? act.effect : act.day,
      decidedBy: act.decidedBy,
    })),
  }
}
