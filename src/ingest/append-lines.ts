import { badInput, conflict } from '../error.ts'
import { seal } from '../events/seal.ts'
import type { NewEvent, RecordedEvent } from '../events/envelope.ts'
import { canonicalJson } from '../events/json.ts'
import { definitionOf, upcast } from '../events/registry.ts'
import { groupBy } from '../group-by.ts'
import type { CommitPart, EventLog } from '../log/port.ts'
import type { Day } from '../time/day.ts'
import { utcToday } from '../time/today.ts'
import type { Candidate } from './candidate.ts'
import { validate } from './validate.ts'

export interface Appended {
  readonly lines: number
  readonly appended: number
  readonly known: number
  readonly ordinal: number
  /** The ids of the lines' events, in the order of the lines. */
  readonly ids: readonly string[]
}

/**
 * Appends what a user wrote, as one commit: all of it, or nothing. Lines whose event the log has already are known and not written again.
 * A correction or retraction must name an event of its own stream, and nothing corrects what was retracted.
 */
export const appendCandidates = async (log: EventLog, candidates: readonly Candidate[], recordedBy: string, dryRun: boolean): Promise<Appended> => {
  const parts: CommitPart[] = []
  let known = 0
  const today = utcToday()
  for (const [stream, ofStream] of groupBy(candidates, (candidate) => candidate.stream)) {
    const existing = new Map<string, RecordedEvent>()
    for await (const event of log.readStream(stream)) existing.set(event.id, event)
    for (const { event } of ofStream) {
      const there = existing.get(event.id ?? '')
      if (there !== undefined && saying(there) !== saying(event))
        throw conflict('duplicate-event', `event ${there.id} is in the log already, and says otherwise.`, { where: stream, hint: 'Leave the id out, or correct the event (EventCorrected).' })
    }
    const fresh = ofStream.filter(({ event }) => !existing.has(event.id ?? ''))
    known += ofStream.length - fresh.length
    checkTargets(stream, [...existing.values()], fresh, today)
    if (fresh.length > 0)
      parts.push({ stream, expected: [...existing.values()].at(-1)?.revision ?? 'no-stream', events: fresh.map(({ event }) => seal(event as NewEvent)) })
  }
  const ids = candidates.map(({ event }) => event.id as string)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw badInput('repeated-event', `event ${twice} stands twice among the lines.`)
  if (!dryRun) await log.appendCommit(parts, { recordedBy })
  return { lines: candidates.length, appended: candidates.length - known, known, ordinal: (await log.head()).ordinal, ids }
}

/** What two lines with one id must have in common to be the same event. */
const saying = ({ type, occurred, effective, data }: Unidentified): string => canonicalJson({ type, data, ...(occurred !== undefined && { occurred }), ...(effective !== undefined && { effective }) })

/** Walks the stream as it will stand: what each correction and retraction speaks of must be there, and must not have been taken back. */
const checkTargets = (stream: string, existing: readonly RecordedEvent[], fresh: readonly Candidate[], today: Day): void => {
  const events = new Map<string, Unidentified>([
    ...existing.map((event) => [event.id as string, event] as const),
    ...fresh.map(({ event }) => [event.id as string, event] as const),
  ])
  const gone = new Set<string>()
  /** Who takes a retraction back lets stand what it had taken away. */
  const strike = (id: string, present: boolean): void => {
    if (present) gone.add(id)
    else gone.delete(id)
    if (events.get(id)?.type === 'EventRetracted') strike(targetOf(events.get(id)), !present)
  }
  for (const event of existing) if (event.type === 'EventRetracted') strike(targetOf(event), true)
  for (const { event } of fresh) {
    if (event.type !== 'EventCorrected' && event.type !== 'EventRetracted') continue
    const target = targetOf(event)
    if (!events.has(target) || target === event.id)
      throw badInput('unknown-target', `data.target: event ${target} does not stand in this stream.`, { where: stream, hint: 'A correction stands in the stream of the event that it corrects.' })
    if (gone.has(target))
      throw conflict('already-retracted', `event ${target} was retracted; it can neither be corrected nor retracted again.`, { where: stream })
    if (event.type === 'EventRetracted') strike(target, true)
    else checkReplacement(stream, event, rootOf(events, target), today)
  }
}

type Unidentified = Omit<NewEvent, 'id'>

const targetOf = (event: Unidentified | undefined): string => String(event?.data.target)

/** The event that a correction amends in the end: a correction of a correction amends what that one amended. */
const rootOf = (events: ReadonlyMap<string, Unidentified>, id: string): Unidentified | undefined => {
  const seen = new Set<string>()
  let event = events.get(id)
  for (let at = id; event?.type === 'EventCorrected' && !seen.has(at); event = events.get(at)) {
    seen.add(at)
    at = targetOf(event)
  }
  return event
}

/** What a correction puts in place must be as well formed as what was appended. */
const checkReplacement = (stream: string, event: Unidentified, root: Unidentified | undefined, today: Day): void => {
  if (root === undefined || root.type === 'EventCorrected' || root.type === 'EventRetracted')
    throw badInput('unknown-target', `data.target: event ${targetOf(event)} is nothing that can be corrected.`, { where: stream, hint: 'Correct the event itself; a retraction is taken back by retracting it.' })
  const replacement = event.data.replacement as Partial<Unidentified>
  if (replacement.data !== undefined && replacement.data.actor !== root.data.actor)
    throw badInput('actor-changed', 'a correction keeps the actor: retract the event, and append the right one.', { where: stream })
  const type = replacement.type ?? root.type
  const data = replacement.data ?? upcast(root.type, root.schemaVersion, root.data)
  validate({ ...root, ...replacement, type, data, schemaVersion: definitionOf(type).version }, stream, today, `${stream}, replacement of ${targetOf(event)}`)
}
