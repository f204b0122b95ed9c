import { conflict } from '../../../common/error.ts'
import type { EventId } from '../../../events/envelope.ts'
import type { SealedEvent } from '../../../events/seal.ts'
import type { CommitPart, Expected } from '../../port.ts'
import type { StoredFact } from './record.ts'

/** Below the server's 1 MiB for an append, which counts payload and metadata; leaves room for what it adds. */
const appendBytes = 900_000
/** So that one append keeps others waiting for milliseconds only. */
const appendEvents = 1_000

/** What an event takes of an append; its text may become longer by escapes, but a byte never by more than this. */
const sizeOf = (event: SealedEvent): number => Buffer.byteLength(event.header) + Buffer.byteLength(event.data) + 600

/** How many of the events, from the so-many-th on, go into one append: at least one. */
export const fitting = (events: readonly SealedEvent[], from: number): number => {
  let bytes = 0
  let count = 0
  for (const event of events.slice(from, from + appendEvents)) {
    bytes += sizeOf(event)
    if (count > 0 && bytes > appendBytes) break
    count += 1
  }
  return count
}

export const fitsOneAppend = (part: CommitPart): boolean => fitting(part.events, 0) === part.events.length

/** The parts that hold events; each with whether it is the last, so that a commit of one part is known for one. */
export async function* lookingAhead(
  parts: Iterable<CommitPart> | AsyncIterable<CommitPart>,
): AsyncGenerator<{ part: CommitPart; last: boolean }> {
  let held: CommitPart | undefined
  for await (const part of parts) {
    if (part.events.length === 0) continue
    if (held !== undefined) yield { part: held, last: false }
    held = part
  }
  if (held !== undefined) yield { part: held, last: true }
}

/** The revision that the first event of a part takes. */
export const startOf = (part: CommitPart): number => (part.expected === 'no-stream' ? 0 : part.expected + 1)

export const revisionOf = (expected: Expected): number => (expected === 'no-stream' ? -1 : expected)

export const sameIds = (facts: readonly StoredFact[], events: readonly SealedEvent[]): boolean =>
  facts.length <= events.length && facts.every((fact, index) => fact.id === events[index]?.id)

export const wrongRevision = (part: CommitPart, actual: Expected) =>
  conflict('wrong-expected-revision', `expected revision ${part.expected}, but the stream is at ${actual}.`, {
    where: part.stream,
    hint: 'Somebody appended in between. Read the stream again and decide anew.',
  })

export const inProgress = (part: CommitPart, commit: string) =>
  conflict('commit-in-progress', `commit ${commit} has written here, and is neither sealed nor abandoned.`, {
    where: part.stream,
    hint:
      'If it still runs, wait for its end. If it was cut off, give the ' +
      'same command again to resume it, or abandon it by its name.',
  })

export const duplicate = (id: EventId, stream: string) =>
  conflict('duplicate-event', `event ${id} is in the log already, elsewhere or in another commit.`, { where: stream })
