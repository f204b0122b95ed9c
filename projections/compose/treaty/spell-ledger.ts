import { FOREVER } from '../../../src/time/day.ts'
import type { Anomaly } from '../anomaly.ts'
import type { ActClass } from '../../../src/events/treaty.ts'
import type { DatedAct, DatedActOf } from './acts.ts'
import type { EntryIntoForce } from './entry-into-force.ts'
import type { Spell } from './spell.ts'
import type { Terms } from './terms.ts'

/** A spell as it is being read: what later acts may still change. */
export type OpenSpell = Omit<Spell, 'number' | 'consent' | 'decidedBy'>

/** What the acts of one actor under one treaty come to, as far as they have been read. */
export interface SpellLedger {
  readonly spells: readonly OpenSpell[]
  readonly anomalies: readonly Anomaly[]
}

/** What acts are read by: the treaty's clauses, its entry into force, and the first signature of the actor. */
export interface SpellLaw {
  readonly terms: Terms
  readonly eif: EntryIntoForce
  readonly signed: DatedActOf<'signature'> | undefined
}

/** What one act makes of a ledger. Acts come in legal order. */
export type SpellStep<C extends ActClass> = (ledger: SpellLedger, act: DatedActOf<C>, law: SpellLaw) => SpellLedger

export const emptyLedger: SpellLedger = { spells: [], anomalies: [] }

/** The ledger with an anomaly more, of an act. */
export const report = (
  ledger: SpellLedger,
  act: Pick<DatedAct, 'decidedBy'>,
  { code, article, says }: Omit<Anomaly, 'events'>,
): SpellLedger => ({ ...ledger, anomalies: [...ledger.anomalies, { code, article, says, events: act.decidedBy }] })

/** The ledger with its last spell changed; as it is where there is none. */
export const changeLast = (ledger: SpellLedger, changes: Partial<OpenSpell>): SpellLedger => {
  const last = ledger.spells.at(-1)
  return last === undefined ? ledger : { ...ledger, spells: [...ledger.spells.slice(0, -1), { ...last, ...changes }] }
}

/** A list with its last entry replaced. */
export const replaceLast = <T>(list: readonly T[], last: T): readonly T[] => [...list.slice(0, -1), last]

/** The spell that an act falls in: the last one, unless the actor was out by then. */
export const runningOn = ({ spells }: SpellLedger, { day }: Pick<DatedAct, 'day'>): OpenSpell | undefined => {
  const last = spells.at(-1)
  return last === undefined || last.out <= day ? undefined : last
}

/** Whether nothing has ended a spell yet. */
export const isOpen = (spell: Pick<OpenSpell, 'out'>): boolean => spell.out >= FOREVER
