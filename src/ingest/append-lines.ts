import { badInput, conflict } from '../error.ts'
import { seal } from '../events/seal.ts'
import type { NewEvent, RecordedEvent } from '../events/envelope.ts'
import { canonicalJson } from '../events/json.ts'
import { groupBy } from '../group-by.ts'
import type { CommitPart, EventLog } from '../log/port.ts'
import { utcToday } from '../time/today.ts'
import type { Candidate } from './candidate.ts'
import { checkAmendments } from './check-amendments.ts'

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
 * What corrects or retracts is held against its stream. `expected` is the revision that a stream was read at: who decided by it must be told of what came after.
 */
export const appendCandidates = async (
  log: EventLog,
  candidates: readonly Candidate[],
  recordedBy: string,
  dryRun: boolean,
  expected: ReadonlyMap<string, number> = new Map(),
): Promise<Appended> => {
  const parts: CommitPart[] = []
  let known = 0
  const today = utcToday()
  for (const [stream, ofStream] of groupBy(candidates, (candidate) => candidate.stream)) {
    const existing = new Map<string, RecordedEvent>()
    for await (const event of log.readStream(stream)) existing.set(event.id, event)
    const revision = [...existing.values()].at(-1)?.revision
    if (expected.has(stream) && expected.get(stream) !== revision)
      throw conflict(
        'wrong-expected-revision',
        `expected revision ${expected.get(stream)}, but the stream is at ${revision ?? 'no-stream'}.`,
        {
          where: stream,
          hint: 'Somebody appended in between. Read the stream again and decide anew.',
        },
      )
    for (const { event } of ofStream) {
      const there = existing.get(event.id ?? '')
      if (there !== undefined && saying(there) !== saying(event))
        throw conflict('duplicate-event', `event ${there.id} is in the log already, and says otherwise.`, {
          where: stream,
          hint: 'Leave the id out, or correct the event (EventCorrected).',
        })
    }
    const fresh = ofStream.filter(({ event }) => !existing.has(event.id ?? ''))
    known += ofStream.length - fresh.length
    checkAmendments(stream, [...existing.values()], fresh, today)
    if (fresh.length > 0)
      parts.push({
        stream,
        expected: revision ?? 'no-stream',
        events: fresh.map(({ event }) => seal(event as NewEvent)),
      })
  }
  const ids = candidates.map(({ event }) => event.id as string)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw badInput('repeated-event', `event ${twice} stands twice among the lines.`)
  if (!dryRun) await log.appendCommit(parts, { recordedBy })
  return {
    lines: candidates.length,
    appended: candidates.length - known,
    known,
    ordinal: (await log.head()).ordinal,
    ids,
  }
}

/** What two lines with one id must have in common to be the same event. */
const saying = ({ type, occurred, effective, data }: Unidentified): string =>
  canonicalJson({
    type,
    data,
    ...(occurred !== undefined && { occurred }),
    ...(effective !== undefined && { effective }),
  })

type Unidentified = Omit<NewEvent, 'id'>
