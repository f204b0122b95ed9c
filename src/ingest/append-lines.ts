import { badInput, conflict } from '../error.ts'
import { seal } from '../events/seal.ts'
import type { NewEvent, RecordedEvent } from '../events/envelope.ts'
import { groupBy } from '../group-by.ts'
import type { CommitPart, EventLog } from '../log/port.ts'
import type { Candidate } from './candidate.ts'

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
  for (const [stream, ofStream] of groupBy(candidates, (candidate) => candidate.stream)) {
    const existing = new Map<string, RecordedEvent>()
    for await (const event of log.readStream(stream)) existing.set(event.id, event)
    const fresh = ofStream.filter(({ event }) => !existing.has(event.id ?? ''))
    known += ofStream.length - fresh.length
    checkTargets(stream, [...existing.values()], fresh)
    if (fresh.length > 0)
      parts.push({ stream, expected: [...existing.values()].at(-1)?.revision ?? 'no-stream', events: fresh.map(({ event }) => seal(event as NewEvent)) })
  }
  const ids = candidates.map(({ event }) => event.id as string)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw badInput('repeated-event', `event ${twice} stands twice among the lines.`)
  if (!dryRun) await log.appendCommit(parts, { recordedBy })
  return { lines: candidates.length, appended: candidates.length - known, known, ordinal: (await log.head()).ordinal, ids }
}

const checkTargets = (stream: string, existing: readonly Pick<RecordedEvent, 'id' | 'type' | 'data'>[], fresh: readonly Candidate[]): void => {
  const events = new Map<string, Pick<RecordedEvent, 'type' | 'data'>>([
    ...existing.map((event) => [event.id as string, event] as const),
    ...fresh.map(({ event }) => [event.id as string, event] as const),
  ])
  const retracted = new Set(existing.filter(({ type }) => type === 'EventRetracted').map(({ data }) => data.target))
  for (const { event } of fresh) {
    if (event.type !== 'EventCorrected' && event.type !== 'EventRetracted') continue
    const target = events.get(String(event.data.target))
    if (target === undefined)
      throw badInput('unknown-target', `data.target: event ${String(event.data.target)} does not stand in this stream.`, { where: stream, hint: 'A correction stands in the stream of the event that it corrects.' })
    if (retracted.has(String(event.data.target)))
      throw conflict('already-retracted', `event ${String(event.data.target)} was retracted; it can neither be corrected nor retracted again.`, { where: stream })
    const replacement = event.data.replacement as { data?: { actor?: unknown } } | undefined
    if (replacement?.data !== undefined && target.type !== 'EventCorrected' && replacement.data.actor !== target.data.actor)
      throw badInput('actor-changed', 'a correction keeps the actor: retract the event, and append the right one.', { where: stream })
  }
}
