import { formatDay } from '../../../src/time/day.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { at, unionOf } from '../../../src/time/timeline.ts'
import { isContracting, type Attachment } from './attachment.ts'
import { meant, type ReservationHistory, type ReservationLaw } from './reservation-history.ts'
import type { Anomaly } from '../anomaly.ts'

const anomalyOf = (code: string, article: string, says: string, events: readonly EventId[]): Anomaly => ({
  code,
  article,
  says,
  events,
})

/** What is legally odd about a reservation. It stands all the same. */
export const oddReservation = (
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

/** What is legally odd about an objection. */
export const oddObjection = (objection: Attachment, law: ReservationLaw): readonly Anomaly[] => {
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
            'objected to ' +
              `${label === '*' ? 'reservations' : `reservation ${label}`} of ` +
              `${toward}, which the record does not hold`,
            decidedBy,
          ),
        ]
      : []),
  ]
}
