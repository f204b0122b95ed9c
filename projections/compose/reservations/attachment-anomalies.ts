import { formatDay } from '../../../src/time/day.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { at, unionOf } from '../../../src/time/timeline.ts'
import { isContracting, ofKind, type AttachmentOf } from './attachment.ts'
import { meant, type ReservationHistory, type ReservationLaw } from './reservation-history.ts'
import type { Anomaly } from '../anomaly.ts'

const anomalyOf = (code: string, article: string, says: string, events: readonly EventId[]): Anomaly => ({
  code,
  article,
  says,
  events,
})

/** What is odd about how a reservation fared. */
const oddFate = ({ reservation, fate, objections }: ReservationHistory): readonly Anomaly[] => {
  const { decidedBy: events, label } = reservation
  switch (fate) {
    case 'unmade':
      return [
        anomalyOf(
          'reservation-unmade',
          'art 22',
          `changed or took back reservation ${label}, which it had not made`,
          events,
        ),
      ]
    case 'unconfirmed':
      return [
        anomalyOf(
          'reservation-unconfirmed',
          'art 23(2)',
          `did not confirm at its consent reservation ${label}, made at signature`,
          events,
        ),
      ]
    case 'unbound':
      return [anomalyOf('reservation-unbound', 'art 19', `made reservation ${label} without having consented`, events)]
    case 'objected':
      return [
        anomalyOf(
          'late-reservation-objected',
          'art 19',
          `its late reservation ${label} met objections within twelve months, and has no effect`,
          unionOf(events, ...objections.map(({ attachment }) => attachment.decidedBy)),
        ),
      ]
    default:
      return []
  }
}

/** Objections that came when their makers were deemed to have accepted. */
const lateObjections = ({ reservation, objections }: ReservationHistory): readonly Anomaly[] =>
  objections
    .filter((objection) => !objection.inTime)
    .map(({ by, attachment }) =>
      anomalyOf(
        'objection-late',
        'art 20(5)',
        `${by} objected to reservation ${reservation.label} when it was deemed to have accepted it`,
        attachment.decidedBy,
      ),
    )

/** What is legally odd about a reservation. It stands all the same. */
export const oddReservation = (history: ReservationHistory, law: ReservationLaw): readonly Anomaly[] => {
  const { reservation, fate } = history
  const { decidedBy: events, label } = reservation
  if (fate === 'unmade') return oddFate(history)
  const prohibited = anomalyOf(
    'reservation-prohibited',
    'art 19(a)',
    `made reservation ${label}, and the treaty permits none`,
    events,
  )
  const late = anomalyOf('reservation-late', 'art 19', `made reservation ${label} when it was bound already`, events)
  const isLate = reservation.at === 'late'
  return [
    ...(law.rule === 'prohibited' ? [prohibited] : []),
    // That it met objections says more than that it was late, and comes after it.
    ...(fate === 'objected' ? [] : oddFate(history)),
    ...(isLate ? [late] : []),
    ...(fate === 'objected' ? oddFate(history) : []),
    ...lateObjections(history),
  ]
}

/** What is legally odd about an objection. */
export const oddObjection = (objection: AttachmentOf<'objection'>, law: ReservationLaw): readonly Anomaly[] => {
  const { made, toward = '', label, decidedBy } = objection
  if (objection.detail.unmade !== undefined)
    return [
      anomalyOf('objection-unmade', 'art 22(2)', `took back an objection to ${toward} that it had not made`, decidedBy),
    ]
  const standing = made === undefined ? undefined : at(law.partyOf(objection.actor).timeline, made.hi)
  const aimless = !ofKind(law.attachments, 'reservation').some((one) => meant(objection, one))
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
