import { conflict } from '../../common/error.ts'
import { seal } from '../../events/seal.ts'
import type { NewEvent, RecordedEvent } from '../../events/envelope.ts'
import { groupBy } from '../../common/group-by.ts'
import type { CommitPart, EventLog, Expected } from '../../log/port.ts'
import { utcToday } from '../../time/today.ts'
import { againAfterRace } from '../commit/after-a-race.ts'
import type { Candidate } from '../candidates/candidate.ts'
import { checkAmendments } from './check-amendments.ts'
import { differences } from '../candidates/differences.ts'

export interface Appended {
  readonly lines: number
  readonly appended: number
  readonly known: number
  readonly ordinal: number
  /** The ids of the lines' events, in the order of the lines. */
  readonly ids: readonly string[]
}

/**
 * Appends what a user wrote, as one commit: all of it, or nothing. Lines whose event the log has already are known and
 * not written again. What corrects or retracts is held against its stream. `expected` is the revision that a stream was
 * read at, or that there was none: who decided by it must be told of what came after. Where nobody says it, an append
 * that loses a race is made again.
 */
export const appendCandidates = (
  log: EventLog,
  candidates: readonly Candidate[],
  recordedBy: string,
  dryRun: boolean,
  expected: ReadonlyMap<string, Expected> = new Map(),
): Promise<Appended> => {
  const append = () => appendOnce(log, candidates, recordedBy, dryRun, expected)
  return expected.size > 0 ? append() : againAfterRace(append)
}

const appendOnce = async (
  log: EventLog,
  candidates: readonly Candidate[],
  recordedBy: string,
  dryRun: boolean,
  expected: ReadonlyMap<string, Expected>,
): Promise<Appended> => {
  const parts: CommitPart[] = []
  let known = 0
  const today = utcToday()
  for (const [stream, ofStream] of groupBy(candidates, (candidate) => candidate.stream)) {
    const existing = new Map<string, RecordedEvent>()
    for await (const event of log.readStream(stream)) existing.set(event.id.toLowerCase(), event)
    const revision = [...existing.values()].at(-1)?.revision
    for (const { event, where } of ofStream) {
      const there = existing.get(event.id ?? '')
      const other = there === undefined ? '' : differences(there, event)
      if (other !== '')
        throw conflict('duplicate-event', `event ${event.id} is in the log already, and says otherwise: ${other}.`, {
          where: where ?? stream,
          hint: 'To add an assertion, leave the id out; to mend the one that is there, correct it (EventCorrected).',
        })
    }
    const fresh = ofStream.filter(({ event }) => !existing.has(event.id ?? ''))
    if (fresh.length > 0 && expected.has(stream) && expected.get(stream) !== (revision ?? 'no-stream'))
      throw conflict(
        'wrong-expected-revision',
        `expected ${standing(expected.get(stream))}, but there is ${standing(revision)}.`,
        {
          where: stream,
          hint: 'Somebody appended in between. Read the stream again and decide anew.',
        },
      )
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
  if (!dryRun) await log.appendCommit(parts, { recordedBy })
  return {
    lines: candidates.length,
    appended: candidates.length - known,
    known,
    ordinal: (await log.head()).ordinal,
    ids,
  }
}

const standing = (revision: Expected | undefined): string =>
  typeof revision === 'number' ? `the stream at revision ${revision}` : 'no stream'
