import type { ActClass } from '../../../src/events/treaty.ts'
import type { Anomaly } from '../anomaly.ts'
import type { DatedAct } from './acts.ts'
import { consent, lapse, stateForce, takeBack } from './consent-steps.ts'
import type { EntryIntoForce } from './entry-into-force.ts'
import { cease, declareIneffective, notice, revoke, takeEffect } from './exit-steps.ts'
import { emptyLedger, type SpellLaw, type SpellStep } from './spell-ledger.ts'
import type { Spell } from './spell.ts'
import { resume, suspend } from './suspension-steps.ts'
import type { Terms } from './terms.ts'

/** What each class of act does to the spells of its actor; the others do nothing. */
const steps: Partial<Record<ActClass, SpellStep>> = {
  consent,
  notice,
  tookEffect: takeEffect,
  statedForce: stateForce,
  consentWithdrawn: takeBack,
  cessation: cease,
  suspension: suspend,
  resumption: resume,
  lapse,
  revocation: revoke,
  ineffective: declareIneffective,
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
  const { spells, anomalies } = acts.reduce(
    (ledger, act) => steps[act.class]?.(ledger, act, law) ?? ledger,
    emptyLedger,
  )
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
