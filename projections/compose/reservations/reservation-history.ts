import { addMonths, ALWAYS, FOREVER, type Day } from '../../../src/time/day.ts'
import type { DateRange } from '../../../src/time/date-range.ts'
import { notifiedOn, ofKind, partySpells, spellsFor, within } from './attachment.ts'
import type { Attachment, AttachmentOf, Effect, Party } from './attachment.ts'

/**
 * How a reservation fared. `effective`: with the spell; `pending`: made at a signature that no consent has followed;
 * `unconfirmed`: not repeated at the consent (VCLT art 23(2)); `confirmed`: repeated, and so the later one counts;
 * `objected`: made late, and objected to in time; `unbound`: its maker never was a contracting state; `unmade`: taken
 * back without having been made.
 */
export type ReservationFate = 'effective' | 'pending' | 'unconfirmed' | 'confirmed' | 'objected' | 'unbound' | 'unmade'

export interface Objection {
  readonly by: string
  readonly attachment: AttachmentOf<'objection'>
  readonly precludes: boolean
  /**
   * Within twelve months of the reservation, or of the objector's own consent if that came later (VCLT art 20(5)).
   * Undated ones are taken to be.
   */
  readonly inTime: boolean
}

export interface ReservationHistory {
  readonly reservation: AttachmentOf<'reservation'>
  readonly fate: ReservationFate
  readonly effects: readonly Effect[]
  readonly objections: readonly Objection[]
}

/** The law that reservations are made under. */
export interface ReservationLaw {
  /** What the treaty says of reservations. */
  readonly rule: string | undefined
  /** Everything attached to the treaty, by all actors. */
  readonly attachments: readonly Attachment[]
  readonly partyOf: (actor: string) => Party
}

/**
 * Months within which a reservation may be objected to (VCLT art 20(5)), and for which a late one waits (UN practice).
 */
const silence = 12

const inTime = (objection: AttachmentOf<'objection'>, reserved: DateRange | undefined, objector: Party): boolean => {
  if (objection.made === undefined || reserved === undefined) return true
  const consented = objector.acts
    .filter((act) => act.class === 'consent')
    .reduce<Day>((first, { done }) => Math.min(first, done.hi) as Day, FOREVER)
  const clock = Math.max(reserved.hi, consented >= FOREVER ? reserved.hi : consented) as Day
  return objection.made.lo <= addMonths(clock, silence)
}

/** Whether an objection means this reservation. */
export const meant = (objection: AttachmentOf<'objection'>, reservation: AttachmentOf<'reservation'>): boolean =>
  objection.toward === reservation.actor && (objection.label === '*' || objection.label === reservation.label)

const objectionsTo = (
  reservation: AttachmentOf<'reservation'>,
  law: ReservationLaw,
  reserved: DateRange | undefined,
): readonly Objection[] =>
  ofKind(law.attachments, 'objection')
    .filter((one) => one.detail.unmade === undefined && meant(one, reservation))
    .map((attachment) => ({
      by: attachment.actor,
      attachment,
      precludes: attachment.detail.precludesEntryIntoForce === true,
      inTime: inTime(attachment, reserved, law.partyOf(attachment.actor)),
    }))

const fateOf = (
  reservation: AttachmentOf<'reservation'>,
  party: Party,
  others: readonly AttachmentOf<'reservation'>[],
  objections: readonly Objection[],
  reserved: DateRange | undefined,
): ReservationFate => {
  if (reservation.detail.unmade !== undefined) return 'unmade'
  const consented = partySpells(party).length > 0
  if (reservation.at === 'signature') {
    if (others.some((one) => one.label === reservation.label && one.at === 'consent')) return 'confirmed'
    if (!consented) return 'pending'
    // A definitive signature is the consent itself.
    return party.acts.some((act) => act.form === 'TreatySignedDefinitively') &&
      !party.acts.some((act) => act.form === 'TreatySigned')
      ? 'effective'
      : 'unconfirmed'
  }
  if (!consented) return 'unbound'
  // A late one has effect only if nobody objects in time to its being made at all.
  const deadline = reserved === undefined ? FOREVER : addMonths(reserved.hi, silence)
  return reservation.at === 'late' && objections.some(({ attachment }) => (attachment.made?.lo ?? ALWAYS) <= deadline)
    ? 'objected'
    : 'effective'
}

const later = (a: Day, b: Day): Day => Math.max(a, b) as Day

/** How one reservation fared, under what else its maker attached, and whoever objected to it. */
export const historyOfReservation = (
  reservation: AttachmentOf<'reservation'>,
  party: Party,
  law: ReservationLaw,
  others: readonly AttachmentOf<'reservation'>[],
): ReservationHistory => {
  const reserved = notifiedOn(reservation, party)
  const objections = objectionsTo(reservation, law, reserved)
  const fate = fateOf(reservation, party, others, objections, reserved)
  const { at: attached, from } = reservation
  const start =
    attached !== 'late' || reserved === undefined
      ? undefined
      : { lo: later(from.lo, addMonths(reserved.lo, silence)), hi: later(from.hi, addMonths(reserved.hi, silence)) }
  return {
    reservation,
    fate,
    objections,
    effects: fate === 'effective' ? within(reservation, spellsFor(reservation, party), start) : [],
  }
}
