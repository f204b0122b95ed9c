import type { CommitId, RecordedEvent } from '../../events/envelope.ts'
import { laterOf, type Instant } from '../../time/instant.ts'
import type { Inside, Place } from './place.ts'
import type { Fact, LogRecord, Seal } from './record.ts'

/** An event in the order of ordinals, the fact it was made of, and the place behind it. */
export interface Replayed {
  readonly event: RecordedEvent
  readonly fact: Fact
  readonly place: Place
  readonly commit: { readonly id: CommitId; readonly first: number; readonly count: number }
  readonly endsCommit: boolean
}

/**
 * What every reader computes from the records of the server, alike: which events count, and their ordinals and instants.
 * The events of a commit that is one append stand where they were written, once the last of them is there. Those of a bigger
 * commit stand where its seal is, whoever wrote what in between; without a seal they are nowhere. A commit's instant is the
 * one its writer proposed, but later than the commit before.
 */
export async function* replay<Signal extends string>(
  records: AsyncIterable<LogRecord | Signal>,
  from: Place,
  factsOf: (seal: Seal, skip: number) => AsyncIterable<Fact>,
): AsyncGenerator<Replayed | Signal> {
  let { at, ordinal, commits, recordedAt, inside } = from
  let whole: Fact[] = []

  const placed = (fact: Fact, by: string, index: number, count: number, kind: Inside['kind']): Replayed => {
    const endsCommit = index === count - 1
    const first = ordinal - index + 1
    ordinal += 1
    if (endsCommit) commits += 1
    inside = endsCommit ? undefined : { kind, done: index + 1 }
    const instant = recordedAt as Instant
    const commit = { id: fact.commit.id, first, count }
    const event: RecordedEvent = Object.assign({}, fact.header, {
      data: fact.data, stream: fact.stream, revision: fact.revision, ordinal, commit: fact.commit.id, recordedAt: instant, recordedBy: by,
    })
    return { event, fact, commit, endsCommit, place: { at, ordinal, commits, recordedAt: instant, inside } }
  }

  for await (const record of records) {
    if (typeof record === 'string') {
      yield record
      continue
    }
    if (record.kind === 'sealed') {
      const { seal } = record
      const skip: number = inside?.kind === 'sealed' && record.at === at ? inside.done : 0
      at = record.at
      if (skip === 0) recordedAt = laterOf(seal.proposedAt, recordedAt)
      let index = skip
      for await (const fact of factsOf(seal, skip)) {
        yield placed(fact, seal.recordedBy, index, seal.count, 'sealed')
        index += 1
      }
      continue
    }
    if (record.kind === 'other' || record.commit.of === undefined) continue
    const done: number = inside?.kind === 'single' ? inside.done : 0
    if (whole[0] !== undefined && whole[0].commit.id !== record.commit.id) whole = []
    whole.push(record)
    if (done + whole.length < record.commit.of) continue
    if (done === 0) recordedAt = laterOf(record.proposedAt, recordedAt)
    const facts = whole
    whole = []
    for (const [index, fact] of facts.entries()) {
      at = (fact as Fact & { at: bigint }).at
      yield placed(fact, fact.recordedBy, done + index, record.commit.of, 'single')
    }
  }
}
