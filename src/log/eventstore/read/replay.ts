import type { CommitId, RecordedEvent } from '../../../events/envelope.ts'
import { chainHash } from '../../../events/seal.ts'
import { laterOf, type Instant } from '../../../time/instant.ts'
import type { Inside, Place } from '../records/position.ts'
import { textsOf, type StoredFact, type FactRecord, type LogRecord } from '../records/record.ts'
import type { FactsOf, Kept } from '../records/sealed-facts.ts'
import { passedOver } from './own-commit.ts'

/** An event in the order of ordinals, the fact it was made of, and the place behind it. */
export interface Replayed {
  readonly event: RecordedEvent
  readonly fact: StoredFact
  readonly place: Place
  readonly commit: { readonly id: CommitId; readonly first: number; readonly count: number }
  readonly endsCommit: boolean
}

/**
 * What every reader computes from the records of the server, alike: which events count, and their ordinals and
 * instants. The events of a commit that is one append stand where they were written, once the last of them is there.
 * Those of a bigger commit stand where its seal is, whoever wrote what in between; without a seal they are nowhere. A
 * commit's instant is the one its writer proposed, but later than the commit before.
 *
 * Takes the records one after the other, each once. After a throw it is of no use: make another from the place behind
 * the last event that came out, and give it what comes after that.
 */
export const replayer = (from: Place, factsOf: FactsOf) => {
  let { at, ordinal, commits, recordedAt, inside, chain } = from
  let whole: FactRecord[] = []

  const placed = (fact: StoredFact, by: Authorship, index: number, count: number, kind: Inside['kind']): Replayed => {
    const endsCommit = index === count - 1
    const first = ordinal - index + 1
    ordinal += 1
    if (endsCommit) commits += 1
    inside = endsCommit ? undefined : { kind, done: index + 1 }
    const instant = recordedAt as Instant
    const commit = { id: fact.commit.id, first, count }
    const event = eventOf(fact, by, ordinal, instant)
    chain = chainHash(chain, textsOf(fact), event)
    return { event, fact, commit, endsCommit, place: { at, ordinal, commits, recordedAt: instant, inside, chain } }
  }

  return {
    /** Adds what a fact makes visible: nothing, or a commit of one append with its last event. */
    fact: (record: FactRecord, out: unknown[]): void => {
      const { of } = record.commit
      if (of === undefined) return
      const done: number = inside?.kind === 'single' ? inside.done : 0
      if (whole[0] !== undefined && whole[0].commit.id !== record.commit.id) whole = []
      whole.push(record)
      if (done + whole.length < of) return
      if (done === 0) recordedAt = laterOf(record.proposedAt, recordedAt)
      const facts = whole
      whole = []
      for (const [index, fact] of facts.entries()) {
        ;({ at } = fact)
        out.push(placed(fact, fact, done + index, of, 'single'))
      }
    },
    /** What a seal makes visible. */
    seal: async function* (
      { at: sealedAt, seal }: LogRecord & { readonly kind: 'sealed' },
      kept?: Kept,
    ): AsyncGenerator<readonly Replayed[]> {
      const skip: number = inside?.kind === 'sealed' && sealedAt === at ? inside.done : 0
      at = sealedAt
      if (skip === 0) recordedAt = laterOf(seal.proposedAt, recordedAt)
      let index = skip
      for await (const facts of factsOf(seal, skip, kept)) {
        yield facts.map((fact) => {
          index += 1
          return placed(fact, seal, index - 1, seal.count, 'sealed')
        })
      }
    },
  }
}

/** Who recorded a commit, and when it was really appended, where that is another time. */
type Authorship = Pick<StoredFact, 'recordedBy' | 'appendedAt'>

const eventOf = (
  fact: StoredFact,
  { recordedBy, appendedAt }: Authorship,
  ordinal: number,
  recordedAt: Instant,
): RecordedEvent =>
  Object.assign({}, fact.header, {
    data: fact.data,
    stream: fact.stream,
    revision: fact.revision,
    ordinal,
    commit: fact.commit.id,
    recordedAt,
    recordedBy,
    ...(appendedAt !== undefined && appendedAt !== recordedAt && { appendedAt }),
  })

/** Replays records as they come, many at a time, and what else stands between them. */
export async function* replay<Signal extends string>(
  records: AsyncIterable<readonly (LogRecord | Signal)[]>,
  from: Place,
  factsOf: FactsOf,
): AsyncGenerator<readonly (Replayed | Signal)[]> {
  const machine = replayer(from, factsOf)
  const passed = passedOver()
  for await (const some of records) {
    let out: (Replayed | Signal)[] = []
    for (const record of some)
      if (typeof record === 'string') out.push(record)
      else if (record.kind === 'fact') {
        if (record.commit.of === undefined) passed.see(record)
        machine.fact(record, out)
      } else if (record.kind === 'sealed') {
        if (out.length > 0) yield out
        out = []
        yield* machine.seal(record, passed.take(record.seal.commit))
      }
    if (out.length > 0) yield out
  }
}
