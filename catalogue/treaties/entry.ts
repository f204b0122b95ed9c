import type { EntryIntoForceRule, ExitRule, Offset, OpenTo } from '../../src/events/clauses.ts'
import type { CitedSource } from '../../src/events/source.ts'

/** A treaty and its final clauses. What a clause does not say is left out; what is not certain is `unknown`. */
export interface TreatyEntry {
  readonly id: string
  readonly title: string
  readonly shortTitle: string
  /** ISO day on which the text was established: adopted, or done where the treaty bears that date. */
  readonly concluded: string
  /** When it could be signed: `until` is the last day. Absent: it was never open for signature. */
  readonly opened?: { readonly on: string; readonly until?: string; readonly place?: string }
  readonly place?: string
  readonly depositary: string
  readonly entryIntoForce: EntryIntoForceRule
  /** For those who consent later: counted from their own deposit, never before the treaty itself is in force. */
  readonly perParty?: Offset
  /**
   * Who "later" is. By default: whoever deposits after the instrument that met the trigger. `entryIntoForce`: only
   * whoever deposits once the treaty is in force; those between the two are parties from the treaty's own day, as the
   * United States is under the Chemical Weapons Convention (deposit 1997-04-25, party 1997-04-29).
   */
  readonly laterThan?: 'entryIntoForce'
  readonly exit: ExitRule
  /** To whom alone it is open. Absent: to all, or to others by invitation. */
  readonly openTo?: OpenTo
  /**
   * silent: no clause. permitted: some are expressly allowed. restricted: none against object and purpose, against
   * named articles, or other than those listed. prohibited: none.
   */
  readonly reservations?: 'unknown' | 'silent' | 'permitted' | 'restricted' | 'prohibited'
  /**
   * The day that the depositary states: it stands in where a log does not hold the acts that the clause needs, and is a
   * check where it does.
   */
  readonly inForce?: string
  /** The treaty that it is a protocol to. `requiresParent`: only a party to that one can be bound by it. */
  readonly protocolTo?: { readonly treaty: string; readonly requiresParent: boolean }
  /** Chapter and number in "Multilateral Treaties Deposited with the Secretary-General". */
  readonly untc?: string
  /** Other titles and abbreviations in use. */
  readonly names: readonly string[]
  /** The clauses relied on. */
  readonly articles: string
  readonly source: CitedSource
}

export const depositaries = {
  un: 'Secretary-General of the United Nations',
  coe: 'Secretary General of the Council of Europe',
  oas: 'General Secretariat of the Organization of American States',
} as const

/** The text itself, as the depositary publishes it. */
export const text = (citation: string): CitedSource => ({ citation, kind: 'depositary' })
