import type { Act } from '../../../projections/compose/treaty/acts.ts'
import { isSuccession } from '../../../projections/compose/treaty/date-of-succession.ts'
import { addDays, type Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import { between, type Span } from '../../time/timeline.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { StatusSubject } from '../status/status-subject.ts'
import type { Adoption } from './adoption-spells.ts'

/**
 * A history in which nobody adopts before acting.
 *
 * A succession takes effect on the day the state became independent, and is notified later: Croatia notified its own to
 * the Convention on the Law of the Sea on 1995-04-05, and is bound, as the law sees it, since 1991-10-08. Who counts
 * adopters on a day of 1993 as they were counted then does not count it. So a stretch that was decided by acts of the
 * state itself begins no earlier than the first of them was done.
 *
 * What a state took over stays as it is where it is the same member of the state system as the state before it: Serbia
 * goes on as number 345 of the Correlates of War, that of Yugoslavia, from 1992-04-27 on, and the consents of
 * Yugoslavia go on counting, though Serbia notified its successions in 2001.
 */
type Standing = Adoption[number]['value']

const nothing: Standing = { possible: ['NONE'], norm: { committed: ['NO_POSITION'] } }

/** Whether a state has on a day the number of the list that another one had on the day before. */
const goesOn = ({ names }: Snapshot, actor: string, day: Day): boolean => {
  const number = names.codeOf('state', actor, 'cow', day)
  const before = number === undefined ? undefined : names.find('state', 'cow', number, { day: addDays(day, -1) })
  return before !== undefined && before !== actor
}

/** What a state did itself to sign or to be bound, by the events that tell of it. */
const ownDeeds = ({ laws }: StatusSubject, actor: string): ReadonlyMap<EventId, Act> =>
  new Map(
    laws
      .flatMap((law) => law.byActor.get(actor) ?? [])
      .filter((act) => (act.class === 'consent' || act.class === 'signature') && act.inheritedFrom === undefined)
      .flatMap((act) => act.decidedBy.map((id): readonly [EventId, Act] => [id, act])),
  )

type SpanOfAdoption = Span<Standing>

const fromDeedOn = (
  span: SpanOfAdoption,
  deeds: ReadonlyMap<EventId, Act>,
  isSameMember: (act: Act) => boolean,
): readonly SpanOfAdoption[] => {
  const own = span.decidedBy.flatMap((id) => deeds.get(id) ?? [])
  if (own.length === 0 || own.some(isSameMember)) return [span]
  const first = Math.min(...own.map(({ done }) => done.lo)) as Day
  const last = Math.min(...own.map(({ done }) => done.hi)) as Day
  if (last <= span.from) return [span]
  const { value } = span
  const open: Standing = {
    possible: ['NONE', ...value.possible],
    ...(value.norm !== undefined && { norm: { committed: ['NO_POSITION', ...value.norm.committed] } }),
  }
  const stretch = (from: Day, to: Day, of: Standing): readonly SpanOfAdoption[] =>
    between([{ ...span, value: of }], from, to)
  return [
    ...stretch(span.from, Math.max(first, span.from) as Day, nothing),
    ...stretch(Math.max(first, span.from) as Day, last, open),
    ...stretch(last, span.to, value),
  ]
}

/** The first day on which an act decided anything: of a succession that of its effect. */
const firstDayOf = (timeline: readonly SpanOfAdoption[], { decidedBy }: Act): Day | undefined =>
  timeline.find((span) => decidedBy.some((id) => span.decidedBy.includes(id)))?.from

/** The history of an actor, from its own acts on. */
export const asActed = (world: Snapshot, subject: StatusSubject, actor: string): Adoption => {
  const { timeline } = subject.historyOf(actor)
  const deeds = ownDeeds(subject, actor)
  const isSameMember = (act: Act): boolean => {
    const day = firstDayOf(timeline, act)
    return isSuccession(act) && day !== undefined && goesOn(world, actor, day)
  }
  return deeds.size === 0 ? timeline : timeline.flatMap((span) => fromDeedOn(span, deeds, isSameMember))
}
