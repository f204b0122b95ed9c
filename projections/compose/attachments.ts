import { addMonths, ALWAYS, FOREVER, formatDay, type Day } from '../../src/time/day.ts'
import type { DateRange } from '../../src/time/edtf.ts'
import type { EventId } from '../../src/time/event-id.ts'
import { at, unionOf, type Certainty, type Span, type Timeline } from '../../src/time/timeline.ts'
import { touches } from '../provisions.ts'
import {
  holdsOn,
  isContracting,
  notifiedOn,
  partySpells,
  spellsFor,
  within,
  type Attachment,
  type Effect,
  type Party,
} from './attachment.ts'
import type { Anomaly } from './treaty.ts'

/**
 * How a reservation fared. `effective`: with the spell; `pending`: made at a signature that no consent has followed;
 * `unconfirmed`: not repeated at the consent (VCLT art 23(2)); `confirmed`: repeated, and so the later one counts;
 * `objected`: made late, and objected to in time; `unbound`: its maker never was a contracting state; `unmade`: taken back without having been made.
 */
export type ReservationFate = 'effective' | 'pending' | 'unconfirmed' | 'confirmed' | 'objected' | 'unbound' | 'unmade'

export interface Objection {
  readonly by: string
  readonly attachment: Attachment
  readonly precludes: boolean
  /** Within twelve months of the reservation, or of the objector's own consent if that came later (VCLT art 20(5)). Undated ones are taken to be. */
  readonly inTime: boolean
}

export interface ReservationHistory {
  readonly reservation: Attachment
  readonly fate: ReservationFate
  readonly effects: readonly Effect[]
  readonly objections: readonly Objection[]
}

export interface AttachmentHistory {
  readonly reservations: readonly ReservationHistory[]
  /** Optional-clause declarations: those that open a procedure (CAT arts 21, 22; ICCPR art 41). */
  readonly optionalClauses: readonly Effect[]
  readonly anomalies: readonly Anomaly[]
}

/** The law that reservations are made under. */
export interface ReservationLaw {
  /** What the treaty says of reservations. */
  readonly rule: string | undefined
  /** Everything attached to the treaty, by all actors. */
  readonly attachments: readonly Attachment[]
  readonly partyOf: (actor: string) => Party
}

/** Months within which a reservation may be objected to (VCLT art 20(5)), and for which a late one waits (UN practice). */
const silence = 12

const anomalyOf = (code: string, article: string, says: string, events: readonly EventId[]): Anomaly => ({
  code,
  article,
  says,
  events,
})

const inTime = (objection: Attachment, reserved: DateRange | undefined, objector: Party): boolean => {
  if (objection.made === undefined || reserved === undefined) return true
  const consented = objector.acts
    .filter((act) => act.class === 'consent')
    .reduce<Day>((first, { done }) => Math.min(first, done.hi) as Day, FOREVER)
  const clock = Math.max(reserved.hi, consented >= FOREVER ? reserved.hi : consented) as Day
  return objection.made.lo <= addMonths(clock, silence)
}

const meant = (objection: Attachment, reservation: Attachment): boolean =>
  objection.kind === 'objection' &&
  objection.toward === reservation.actor &&
  (objection.label === '*' || objection.label === reservation.label)

const objectionsTo = (
  reservation: Attachment,
  law: ReservationLaw,
  reserved: DateRange | undefined,
): readonly Objection[] =>
  law.attachments
    .filter((one) => one.detail['unmade'] === undefined && meant(one, reservation))
    .map((attachment) => ({
      by: attachment.actor,
      attachment,
      precludes: attachment.detail['precludesEntryIntoForce'] === true,
      inTime: inTime(attachment, reserved, law.partyOf(attachment.actor)),
    }))

const fateOf = (
  reservation: Attachment,
  party: Party,
  others: readonly Attachment[],
  objections: readonly Objection[],
  reserved: DateRange | undefined,
): ReservationFate => {
  if (reservation.detail['unmade'] !== undefined) return 'unmade'
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

const historyOfReservation = (
  reservation: Attachment,
  party: Party,
  law: ReservationLaw,
  others: readonly Attachment[],
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

const oddReservation = (
  { reservation, fate, objections }: ReservationHistory,
  law: ReservationLaw,
): readonly Anomaly[] => {
  const { decidedBy: events, label } = reservation
  if (fate === 'unmade')
    return [
      anomalyOf(
        'reservation-unmade',
        'art 22',
        `changed or took back reservation ${label}, which it had not made`,
        events,
      ),
    ]
  return [
    ...(law.rule === 'prohibited'
      ? [
          anomalyOf(
            'reservation-prohibited',
            'art 19(a)',
            `made reservation ${label}, and the treaty permits none`,
            events,
          ),
        ]
      : []),
    ...(fate === 'unconfirmed'
      ? [
          anomalyOf(
            'reservation-unconfirmed',
            'art 23(2)',
            `did not confirm at its consent reservation ${label}, made at signature`,
            events,
          ),
        ]
      : []),
    ...(fate === 'unbound'
      ? [anomalyOf('reservation-unbound', 'art 19', `made reservation ${label} without having consented`, events)]
      : []),
    ...(reservation.at === 'late'
      ? [anomalyOf('reservation-late', 'art 19', `made reservation ${label} when it was bound already`, events)]
      : []),
    ...(fate === 'objected'
      ? [
          anomalyOf(
            'late-reservation-objected',
            'art 19',
            `its late reservation ${label} met objections within twelve months, and has no effect`,
            unionOf(events, ...objections.map(({ attachment }) => attachment.decidedBy)),
          ),
        ]
      : []),
    ...objections
      .filter((objection) => !objection.inTime)
      .map(({ by, attachment }) =>
        anomalyOf(
          'objection-late',
          'art 20(5)',
          `${by} objected to reservation ${label} when it was deemed to have accepted it`,
          attachment.decidedBy,
        ),
      ),
  ]
}

const oddObjection = (objection: Attachment, law: ReservationLaw): readonly Anomaly[] => {
  const { made, toward = '', label, decidedBy } = objection
  if (objection.detail['unmade'] !== undefined)
    return [
      anomalyOf('objection-unmade', 'art 22(2)', `took back an objection to ${toward} that it had not made`, decidedBy),
    ]
  const standing = made === undefined ? undefined : at(law.partyOf(objection.actor).timeline, made.hi)
  const aimless = !law.attachments.some((one) => one.kind === 'reservation' && meant(objection, one))
  return [
    ...(made !== undefined && !isContracting(standing?.value)
      ? [
          anomalyOf(
            'objector-not-contracting',
            'art 20(4)(b)',
            `objected to a reservation of ${toward} on ${formatDay(made.hi)}, when it was no contracting state`,
            decidedBy,
          ),
        ]
      : []),
    ...(aimless
      ? [
          anomalyOf(
            'objection-aimless',
            'art 20',
            `objected to ${label === '*' ? 'reservations' : `reservation ${label}`} of ${toward}, which the record does not hold`,
            decidedBy,
          ),
        ]
      : []),
  ]
}

/** What one actor attached to a treaty, how it fared over time, and what is legally odd about it. Odd reservations stand, and are said to be odd. */
export const attachmentHistory = (actor: string, law: ReservationLaw): AttachmentHistory => {
  const party = law.partyOf(actor)
  const own = law.attachments.filter((one) => one.actor === actor)
  const made = own.filter(({ kind }) => kind === 'reservation')
  const reservations = made.map((reservation) => historyOfReservation(reservation, party, law, made))
  return {
    reservations,
    optionalClauses: own
      .filter(
        (one) =>
          one.kind === 'declaration' && one.detail['kind'] === 'optionalClause' && one.detail['unmade'] === undefined,
      )
      .flatMap((declaration) => within(declaration, spellsFor(declaration, party))),
    anomalies: distinct([
      ...reservations.flatMap((one) => oddReservation(one, law)),
      ...own.filter(({ kind }) => kind === 'objection').flatMap((one) => oddObjection(one, law)),
    ]),
  }
}

const distinct = (anomalies: readonly Anomaly[]): readonly Anomaly[] => [
  ...new Map(anomalies.map((one) => [`${one.code} ${one.says}`, one])).values(),
]

/** A reservation or declaration that stands. */
export interface StandingAttachment {
  readonly label: string
  readonly provisions: readonly string[]
  readonly certainty: Certainty
  readonly decidedBy: readonly EventId[]
}

/** What stands of some effects over time; days on which nothing does are gaps. Possible where nothing stands for sure. */
export const standing = (effects: readonly Effect[]): Timeline<readonly StandingAttachment[]> => {
  const days = [
    ...new Set(
      effects.flatMap(({ from, to, surelyFrom, surelyTo }) => [
        from,
        to,
        Math.min(surelyFrom, to),
        Math.min(surelyTo, to),
      ]),
    ),
  ].toSorted((a, b) => a - b) as Day[]
  return days.flatMap((from, index): readonly Span<readonly StandingAttachment[]>[] => {
    const value = effects.flatMap((effect): readonly StandingAttachment[] => {
      const certainty = holdsOn(effect, from)
      const { label, provisions, decidedBy } = effect.attachment
      return certainty === undefined ? [] : [{ label, provisions, certainty, decidedBy }]
    })
    if (value.length === 0) return []
    const certainty = value.some((one) => one.certainty === 'certain') ? 'certain' : 'possible'
    return [
      {
        from,
        to: days[index + 1] ?? FOREVER,
        value,
        certainty,
        decidedBy: unionOf(...value.map(({ decidedBy }) => decidedBy)),
      },
    ]
  })
}

/** Whether a reservation touches one of these articles. One that names no article, or calls itself general, touches all. */
export const touchesAny = (provisions: readonly string[], articles: readonly string[]): boolean =>
  provisions.length === 0 ||
  provisions.includes('general') ||
  articles.some((article) => provisions.some((provision) => touches(provision, article)))

/** When reservations to some articles stood. `articles` undefined: to any. */
export const reservationsTo = (
  history: AttachmentHistory,
  articles: readonly string[] | undefined,
): Timeline<readonly StandingAttachment[]> =>
  standing(
    history.reservations
      .flatMap(({ effects }) => effects)
      .filter(({ attachment }) => articles === undefined || touchesAny(attachment.provisions, articles)),
  )

/** Objectors between whom and the reserving party the treaty is not in force on a day: they said so, in time (VCLT arts 20(4)(b), 21(3)). An attribute; it changes no status. */
export const noRelationsOn = ({ reservations }: Pick<AttachmentHistory, 'reservations'>, day: Day): readonly string[] =>
  [
    ...new Set(
      reservations.flatMap(({ effects, objections }) =>
        effects.some((effect) => holdsOn(effect, day) !== undefined)
          ? objections
              .filter(
                ({ precludes, inTime: timely, attachment }) =>
                  precludes && timely && (attachment.made?.lo ?? ALWAYS) <= day && day < attachment.to.hi,
              )
              .map(({ by }) => by)
          : [],
      ),
    ),
  ].toSorted()
