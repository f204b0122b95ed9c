import type { NormStatus } from '../../../projections/compose/norm/norm-statuses.ts'
import type { LegalStatus } from '../../../projections/compose/treaty/legal-status.ts'

/** What each status under a treaty says, for those who read it in a table. */
export const legalStatusWords: Readonly<Record<LegalStatus, string>> = {
  NONE: 'no act under it that stands',
  SIGNED: 'signed, no consent given',
  SIGNATURE_REPUDIATED: 'signed, and took the signature back',
  PROVISIONAL: 'applies it provisionally',
  CONSENTED: 'consent given, not yet in force for it',
  IN_FORCE: 'bound',
  EXIT_PENDING: 'bound, with notice of withdrawal given',
  EXITED: 'no longer bound, after its exit',
  SUSPENDED: 'a party, with operation suspended',
  TERMINATED: 'no longer bound, for the treaty ended',
  EXTINCT: 'there is no such state any more',
  UNKNOWN: 'unknown',
}

/** What each status towards a norm says, over all treaties that carry it. */
export const normStatusWords: Readonly<Record<NormStatus, string>> = {
  NO_POSITION: 'no act under its treaties that stands',
  ENDORSED: 'endorsed without being bound',
  SIGNALLED: 'signed, not bound',
  COMMITTED: 'consent given, not yet in force',
  BOUND_QUALIFIED: 'bound, with a reservation to what is core to it',
  BOUND: 'bound',
  INSTITUTIONALIZED: 'bound, and the norm stands in its law at home',
  INTERNALIZED: 'bound, in its law at home, and practised',
  OBJECTING: 'objecting',
  CONTESTING: 'contesting',
  EXITING: 'bound, with notice of withdrawal given',
  EXITED: 'no longer bound, after its exit',
  LAPSED: 'no longer bound, for the treaty ended',
  UNKNOWN: 'unknown',
}

/** The statuses that a cell may hold, each with what it says: `SIGNED (signed, no consent given), …`. */
export const statusesInWords = (kind: 'treaty' | 'norm'): string =>
  Object.entries(kind === 'treaty' ? legalStatusWords : normStatusWords)
    .filter(([status]) => status !== 'UNKNOWN')
    .map(([status, says]) => `${status} (${says})`)
    .join(', ')
