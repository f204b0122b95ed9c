import { readingAhead } from '../../common/read-ahead.ts'
import type { NewEvent, RecordedEvent } from '../../events/envelope.ts'
import { seal } from '../../events/seal.ts'
import type { CommitPart, EventLog } from '../../log/port.ts'
import type { Candidate } from '../candidates/candidate.ts'

/** A stream that a commit looks at, and what is to be said in it. */
export interface StreamOfCommit {
  readonly stream: string
  readonly candidates: readonly Candidate[]
}

/** A stream of a commit, with all that the log holds of it. */
export interface StreamInLog extends StreamOfCommit {
  readonly existing: readonly RecordedEvent[]
}

/** How many streams are read ahead of the one that is decided: on a server each is a way there and back. */
const streamsAhead = 8

/**
 * The parts of one commit: each stream is read, what it gets is decided by what stands there, and sealed. Streams are
 * decided one after the other, in the order in which they come; one that gets nothing is no part.
 */
export async function* partsOf(
  log: Pick<EventLog, 'readStream'>,
  streams: Iterable<StreamOfCommit>,
  decide: (stream: StreamInLog) => Promise<readonly NewEvent[]>,
): AsyncGenerator<CommitPart> {
  const read = async (of: StreamOfCommit): Promise<StreamInLog> => {
    const existing: RecordedEvent[] = []
    for await (const event of log.readStream(of.stream)) existing.push(event)
    return { ...of, existing }
  }
  for await (const one of readingAhead(streams, streamsAhead, read)) {
    const events = (await decide(one)).map(seal)
    const expected = one.existing.at(-1)?.revision ?? 'no-stream'
    if (events.length > 0) yield { stream: one.stream, expected, events }
  }
}
