import { amended, amendmentsAmong, isMeta } from '../../../projections/fold/facts.ts'
import { badInput, conflict } from '../../common/error.ts'
import type { EventId, NewEvent, RecordedEvent } from '../../events/envelope.ts'
import { canonicalJson } from '../../events/json.ts'
import type { Day } from '../../time/day.ts'
import type { Candidate } from '../candidates/candidate.ts'
import { validate } from '../candidates/validate.ts'

type Identified = NewEvent & { readonly ordinal: number }

const targetOf = (event: Pick<NewEvent, 'data'>): EventId => event.data.target as EventId

/**
 * Holds what corrects and retracts against the stream as it will stand. Its target must be there, and must not have
 * been taken back; a correction must keep the actor, change something, and leave an event that is as well formed as one
 * that is appended.
 */
export const checkAmendments = (
  stream: string,
  existing: readonly RecordedEvent[],
  fresh: readonly Candidate[],
  today: Day,
): void => {
  const after = existing.at(-1)?.ordinal ?? 0
  const added = fresh.map(({ event }, index): Identified => ({ ...(event as NewEvent), ordinal: after + 1 + index }))
  const later = new Map(added.filter(isMeta).map((event) => [event.id, event]))
  const known = new Map<EventId, Identified>(
    [...existing, ...added.filter((event) => !isMeta(event))].map((event) => [event.id, event]),
  )
  const metas: Identified[] = existing.filter(isMeta)
  for (const event of added) {
    if (!isMeta(event)) continue
    checkTarget(stream, event, known, later)
    const { retractedBy, correctedBy, rootOf } = amendmentsAmong(metas)
    const target = targetOf(event)
    for (const id of chainOf(target, known))
      if (retractedBy.has(id))
        throw conflict(
          'already-retracted',
          `event ${id} was retracted; it can neither be corrected nor retracted again.`,
          { where: stream, hint: 'Retract the retraction first, if that was the mistake.' },
        )
    if (event.type === 'EventCorrected') {
      const root = known.get(rootOf.get(target) ?? target)
      if (root === undefined || isMeta(root))
        throw badInput('unknown-target', `data.target: event ${target} is nothing that can be corrected.`, {
          where: stream,
          hint: 'Correct the event itself; a retraction is taken back by retracting it.',
        })
      checkReplacement(stream, event, root, correctedBy.get(root.id) ?? [], today)
    }
    metas.push(event)
    known.set(event.id, event)
  }
}

/** An event, and what it amends where it is a correction: the event that it corrects, and so on. */
const chainOf = (id: EventId, known: ReadonlyMap<EventId, Identified>): readonly EventId[] => {
  const event = known.get(id)
  return event?.type === 'EventCorrected' ? [id, ...chainOf(targetOf(event), known)] : [id]
}

const checkTarget = (
  stream: string,
  event: Identified,
  known: ReadonlyMap<EventId, Identified>,
  later: ReadonlyMap<EventId, Identified>,
): void => {
  const target = targetOf(event)
  if (known.has(target)) return
  const met = new Set<EventId>([event.id])
  for (let at: EventId | undefined = target; at !== undefined;) {
    if (met.has(at))
      throw badInput('correction-cycle', `data.target: event ${event.id} leads back to itself.`, {
        where: stream,
        hint: 'Correct the event itself.',
      })
    met.add(at)
    const next = later.get(at)
    at = next === undefined ? undefined : targetOf(next)
  }
  throw later.has(target)
    ? badInput('unknown-target', `data.target: event ${target} stands later among the lines.`, {
        where: stream,
        hint: 'Put it before what speaks of it.',
      })
    : badInput('unknown-target', `data.target: event ${target} does not stand in this stream.`, {
        where: stream,
        hint: 'A correction stands in the stream of the event that it corrects.',
      })
}

/** What an event says: all that a correction may change. */
const content = ({ type, occurred, effective, sources, confidence, data }: NewEvent): string =>
  canonicalJson({
    type,
    sources,
    confidence,
    data,
    ...(occurred !== undefined && { occurred }),
    ...(effective !== undefined && { effective }),
  })

const asItIs = { data: { replacement: {} } }

const checkReplacement = (
  stream: string,
  event: NewEvent,
  root: NewEvent,
  corrections: readonly NewEvent[],
  today: Day,
): void => {
  const now = corrections.reduce((reads: NewEvent, correction) => amended(reads, correction), amended(root, asItIs))
  const then = amended(now, event)
  if (then.data.actor !== root.data.actor)
    throw badInput('actor-changed', 'a correction keeps the actor: retract the event, and append the right one.', {
      where: stream,
    })
  if (content(then) === content(now))
    throw badInput(
      'nothing-changed',
      `the correction of ${targetOf(event)} changes nothing: that is how the event reads.`,
      { where: stream, hint: 'Name what should read otherwise.' },
    )
  validate(then, stream, today, `${stream}, replacement of ${targetOf(event)}`)
}
