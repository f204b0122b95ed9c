import { z } from 'zod'
import { effectOn, ofKind } from '../../../projections/compose/reservations/attachment.ts'
import { touchesAny } from '../../../projections/compose/reservations/standing-attachments.ts'
import type { ReservationHistory } from '../../../projections/compose/reservations/reservation-history.ts'
import { isBound } from '../../../projections/compose/norm/norm-statuses.ts'
import type { CoverageClass } from '../../events/coverage.ts'
import type { Day } from '../../time/day.ts'
import { at, unionOf } from '../../time/timeline.ts'
import type { Adoptions } from '../diffusion/adoptions.ts'
import { eventIds } from '../question/output-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { coverageOfActs } from '../treaties/treaty-law.ts'
import { binding, inForceOn, type NormInstrument } from './norm-instruments.ts'

const reservationOut = z.object({
  treaty: z.string(),
  reservation: z.string().describe('What its maker calls it'),
  provisions: z.array(z.string()).describe('The articles that it names; none named means all'),
  sweeping: z.boolean().describe('It names no article, or calls itself general: it touches all'),
  standing: z.enum(['yes', 'possibly']),
  events: eventIds,
})

const procedureOut = z.object({
  treaty: z.string(),
  article: z.string().nullable().describe('Of an optional clause; null where the whole instrument is the procedure'),
  accepted: z.enum(['yes', 'no', 'unknown']),
  events: eventIds,
})

export const shallowOut = z.object({
  state: z.string(),
  name: z.string(),
  inSystem: z.boolean().nullable().describe('Null where the sources believed do not tell of it'),
  commitment: z.string().describe('What binds it: the facet of law and domestic acts'),
  shallow: z
    .enum(['yes', 'no', 'unknown'])
    .describe('yes: one sign at least is certain; no: every sign was looked for where sources tell, and none is there'),
  signs: z
    .array(z.enum(['core-reservation', 'sweeping-reservation', 'no-procedure']))
    .describe(
      'A standing reservation to a core article; one that names no article; that it accepts none of the procedures ' +
        'by which the norm is monitored',
    ),
  unknown: z
    .array(z.string())
    .describe(
      'Why more may be there: no source covers reservations to a treaty, texts that nobody has classified, a ' +
        'reservation that possibly stands, procedures of which nobody knows whether it accepted them',
    ),
  reservations: z.array(reservationOut),
  procedures: z.array(procedureOut).describe('Those that were open on the day; none: the norm is monitored by none'),
})
export type Shallow = z.infer<typeof shallowOut>

const reservationIn = (
  { link, core }: NormInstrument,
  { reservation, effects }: ReservationHistory,
  day: Day,
): readonly Shallow['reservations'][number][] => {
  const certainties = effects.flatMap((effect) => effectOn(effect, day) ?? [])
  const { provisions, label, decidedBy } = reservation
  if (certainties.length === 0 || (core !== undefined && !touchesAny(provisions, core))) return []
  return [
    {
      treaty: link.instrument,
      reservation: label,
      provisions: [...provisions],
      sweeping: provisions.length === 0 || provisions.includes('general'),
      standing: certainties.includes('certain') ? 'yes' : 'possibly',
      events: [...decidedBy],
    },
  ]
}

/** The declarations of an actor that nobody has classified, and that stand. */
const unclassified = ({ attached }: NormInstrument, actor: string, day: Day): number =>
  ofKind(attached.attachments, 'declaration').filter(
    (one) =>
      one.actor === actor &&
      one.detail.unmade === undefined &&
      (one.detail.kind ?? 'unclassified') === 'unclassified' &&
      one.from.lo <= day &&
      day < one.to.hi,
  ).length

/** Why nobody knows that there is nothing of a kind which is not recorded; nothing where a source tells. */
const lacking = (instrument: NormInstrument, actor: string, one: CoverageClass, day: Day): readonly string[] => {
  const { law, link } = instrument
  const texts = unclassified(instrument, actor, day)
  return [
    ...(coverageOfActs(law, [one], day).state === 'none' ? [`${one}s not covered: ${link.instrument}`] : []),
    ...(texts === 0 ? [] : [`texts not classified: ${link.instrument} (${texts})`]),
  ]
}

/** Whether an actor accepts an optional clause: by a declaration that names it. */
const clauseOn = (
  instrument: NormInstrument,
  actor: string,
  article: string,
  day: Day,
): Shallow['procedures'][number] => {
  const { link, attached } = instrument
  const accepting = attached
    .historyOf(actor)
    .optionalClauses.filter(
      ({ attachment: { provisions } }) => provisions.length > 0 && touchesAny(provisions, [article]),
    )
  const standing = accepting.flatMap((effect) => {
    const certainty = effectOn(effect, day)
    return certainty === undefined ? [] : [{ certainty, decidedBy: effect.attachment.decidedBy }]
  })
  const answered = (): 'yes' | 'no' | 'unknown' => {
    if (standing.some(({ certainty }) => certainty === 'certain')) return 'yes'
    return standing.length > 0 || lacking(instrument, actor, 'declaration', day).length > 0 ? 'unknown' : 'no'
  }
  return {
    treaty: link.instrument,
    article,
    accepted: answered(),
    events: [...unionOf(...standing.map(({ decidedBy }) => decidedBy))],
  }
}

const answerOf = (is: boolean | undefined): 'yes' | 'no' | 'unknown' => {
  if (is === undefined) return 'unknown'
  return is ? 'yes' : 'no'
}

/** The procedures that were open to an actor on a day, and which of them it accepts. */
const proceduresOn = (instruments: readonly NormInstrument[], actor: string, day: Day): Shallow['procedures'] =>
  instruments
    .filter(({ link, law }) => link.role === 'monitoring' && law.openFrom(actor) <= day)
    .flatMap((instrument): Shallow['procedures'] => {
      const { link, attached } = instrument
      if (link.articles.length > 0) return link.articles.map((article) => clauseOn(instrument, actor, article, day))
      const is = inForceOn(instrument, actor, day)
      const decidedBy = is === true ? (at(attached.partyOf(actor).timeline, day)?.decidedBy ?? []) : []
      return [{ treaty: link.instrument, article: null, accepted: answerOf(is), events: [...decidedBy] }]
    })

const signsIn = (reservations: Shallow['reservations'], procedures: Shallow['procedures']): Shallow['signs'] => {
  const standing = reservations.filter((one) => one.standing === 'yes')
  return [
    ...(standing.some(({ sweeping }) => !sweeping) ? (['core-reservation'] as const) : []),
    ...(standing.some(({ sweeping }) => sweeping) ? (['sweeping-reservation'] as const) : []),
    ...(procedures.length > 0 && procedures.every(({ accepted }) => accepted === 'no')
      ? (['no-procedure'] as const)
      : []),
  ]
}

const shallowOn = (
  world: Snapshot,
  adoptions: Adoptions,
  instruments: readonly NormInstrument[],
  state: string,
  commitment: string,
): Shallow => {
  const day = world.asOf
  const binds = binding(instruments).filter((one) => inForceOn(one, state, day) !== false)
  const reservations = binds.flatMap((one) =>
    one.attached.historyOf(state).reservations.flatMap((history) => reservationIn(one, history, day)),
  )
  const procedures = proceduresOn(instruments, state, day)
  const signs = signsIn(reservations, procedures)
  const isOpen = procedures.length > 0 && !procedures.some(({ accepted }) => accepted === 'yes')
  const unknown = [
    ...binds.flatMap((one) => (one.isWithoutReservations ? [] : lacking(one, state, 'reservation', day))),
    ...reservations
      .filter(({ standing }) => standing === 'possibly')
      .map(({ treaty, reservation }) => `possibly stands: ${treaty} ${reservation}`),
    ...procedures
      .filter(({ accepted }) => isOpen && accepted === 'unknown')
      .map(({ treaty, article }) => `not known to be accepted: ${treaty}${article === null ? '' : ` ${article}`}`),
  ]
  const answered = (): Shallow['shallow'] => {
    if (signs.length > 0) return 'yes'
    return unknown.length > 0 ? 'unknown' : 'no'
  }
  return {
    state,
    name: world.names.nameOn('state', state, world.asOf),
    inSystem: adoptions.inSystem(state, day),
    commitment,
    shallow: answered(),
    signs,
    unknown,
    reservations,
    procedures,
  }
}

/**
 * How deep the commitment of each bound state goes on the day: reservations to core articles, sweeping ones, and no
 * procedure accepted. That a reservation invokes a constitution or a religious law is in its text, which nobody has
 * classified: such a one is sweeping here only where it names no article.
 */
export const shallowOf = (
  world: Snapshot,
  adoptions: Adoptions,
  instruments: readonly NormInstrument[],
  only: string | undefined,
): readonly Shallow[] =>
  [...adoptions.timelines]
    .filter(([state]) => only === undefined || state === only)
    .flatMap(([state]): readonly Shallow[] => {
      const { norm } = at(adoptions.subject.historyOf(state).timeline, world.asOf)?.value ?? {}
      if (norm === undefined || !isBound(norm.commitment)) return []
      return [shallowOn(world, adoptions, instruments, state, norm.commitment)]
    })
    .toSorted((a, b) => (a.state < b.state ? -1 : 1))
