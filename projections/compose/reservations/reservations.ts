import { ofKind, spellsFor, within, type Effect } from './attachment.ts'
import { oddObjection, oddReservation } from './attachment-anomalies.ts'
import { historyOfReservation, type ReservationHistory, type ReservationLaw } from './reservation-history.ts'
import type { Anomaly } from '../anomaly.ts'

export interface AttachmentHistory {
  readonly reservations: readonly ReservationHistory[]
  /** Optional-clause declarations: those that open a procedure (CAT arts 21, 22; ICCPR art 41). */
  readonly optionalClauses: readonly Effect[]
  readonly anomalies: readonly Anomaly[]
}

/**
 * What one actor attached to a treaty, how it fared over time, and what is legally odd about it. Odd reservations
 * stand, and are said to be odd.
 */
export const attachmentHistory = (actor: string, law: ReservationLaw): AttachmentHistory => {
  const party = law.partyOf(actor)
  const own = law.attachments.filter((one) => one.actor === actor)
  const made = ofKind(own, 'reservation')
  const reservations = made.map((reservation) => historyOfReservation(reservation, party, law, made))
  return {
    reservations,
    optionalClauses: ofKind(own, 'declaration')
      .filter(({ detail }) => detail.kind === 'optionalClause' && detail.unmade === undefined)
      .flatMap((declaration) => within(declaration, spellsFor(declaration, party))),
    anomalies: distinct([
      ...reservations.flatMap((one) => oddReservation(one, law)),
      ...ofKind(own, 'objection').flatMap((one) => oddObjection(one, law)),
    ]),
  }
}

const distinct = (anomalies: readonly Anomaly[]): readonly Anomaly[] => [
  ...new Map(anomalies.map((one) => [`${one.code} ${one.says}`, one])).values(),
]
