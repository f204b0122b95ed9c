import { z } from 'zod'
import { effectOn } from '../../../projections/compose/reservations/attachment.ts'
import { touchesAny } from '../../../projections/compose/reservations/standing-attachments.ts'
import type { Objection, ReservationHistory } from '../../../projections/compose/reservations/reservation-history.ts'
import type { Day } from '../../time/day.ts'
import { unionOf } from '../../time/timeline.ts'
import { coverageOf, coverageOut } from '../question/coverage-fields.ts'
import { eventIds } from '../question/output-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { coverageOfActs, participantsOf } from '../treaties/treaty-law.ts'
import { binding, inForceOn, type NormInstrument } from './norm-instruments.ts'

export const contestedReservationOut = z.object({
  treaty: z.string(),
  state: z.string().describe('Who made the reservation'),
  name: z.string(),
  reservation: z.string(),
  provisions: z.array(z.string()).describe('The articles that it names; none named means all'),
  core: z.boolean().describe('Whether it touches a core article'),
  standing: z.enum(['yes', 'possibly']),
  objectors: z.array(z.string()).describe('Who objected by the day and has not taken it back'),
  precluding: z
    .array(z.string())
    .describe('Of these, who says that the treaty is not in force between the two; the others leave it in force'),
  parties: z.int().describe('For how many the treaty is certainly in force on the day'),
  share: z.number().nullable().describe('Objectors over parties; null where there are no parties'),
  covered: coverageOut.describe('How far sources tell who objected: where none does, there may be more'),
  events: eventIds,
})

export const objectionsKnownOut = z
  .array(z.object({ treaty: z.string(), covered: coverageOut }))
  .describe('How far sources tell who objected to reservations, of each instrument: where none does, others may have')

/** How far sources tell who objected, of each instrument that binds. */
export const objectionsKnownOf = (
  world: Snapshot,
  instruments: readonly NormInstrument[],
): z.infer<typeof objectionsKnownOut> =>
  binding(instruments).map(({ link, law }) => ({
    treaty: link.instrument,
    covered: coverageOf(coverageOfActs(law, ['objection'], world.asOf)),
  }))

export type ContestedReservation = z.infer<typeof contestedReservationOut>

const standsOn = ({ attachment }: Objection, day: Day): boolean => attachment.from.lo <= day && day < attachment.to.hi

const rowOf = (
  world: Snapshot,
  { link, law, core }: NormInstrument,
  { reservation, effects, objections }: ReservationHistory,
  parties: number,
): readonly ContestedReservation[] => {
  const day = world.asOf
  const certainties = effects.flatMap((effect) => effectOn(effect, day) ?? [])
  const standing = objections.filter((one) => standsOn(one, day))
  if (certainties.length === 0 || standing.length === 0) return []
  const namesOf = (list: readonly Objection[]): string[] => [...new Set(list.map(({ by }) => by))].toSorted()
  const objectors = namesOf(standing)
  return [
    {
      treaty: link.instrument,
      state: reservation.actor,
      name: world.names.nameOn('state', reservation.actor, world.asOf),
      reservation: reservation.label,
      provisions: [...reservation.provisions],
      core: core === undefined || touchesAny(reservation.provisions, core),
      standing: certainties.includes('certain') ? 'yes' : 'possibly',
      objectors,
      precluding: namesOf(standing.filter(({ precludes }) => precludes)),
      parties,
      share: parties === 0 ? null : objectors.length / parties,
      covered: coverageOf(coverageOfActs(law, ['objection'], day)),
      events: [...unionOf(reservation.decidedBy, ...standing.map(({ attachment }) => attachment.decidedBy))],
    },
  ]
}

/** The standing reservations to instruments of the norm that somebody objects to, with how many of all parties do. */
export const contestedReservationsOf = (
  world: Snapshot,
  instruments: readonly NormInstrument[],
  only: string | undefined,
): readonly ContestedReservation[] =>
  binding(instruments)
    .flatMap((instrument) => {
      const { law, attached } = instrument
      const makers = attached.actors.filter((actor) => only === undefined || actor === only)
      const contested = makers.flatMap((actor) =>
        attached.historyOf(actor).reservations.filter(({ objections }) => objections.length > 0),
      )
      if (contested.length === 0) return []
      const parties = participantsOf(law).filter((actor) => inForceOn(instrument, actor, world.asOf) === true).length
      return contested.flatMap((history) => rowOf(world, instrument, history, parties))
    })
    .toSorted((a, b) => b.objectors.length - a.objectors.length || (a.state < b.state ? -1 : 1))
