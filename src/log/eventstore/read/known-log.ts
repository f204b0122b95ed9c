import type { CommitId, EventId } from '../../../events/envelope.ts'
import { chainStart } from '../../../events/seal.ts'
import { beginning, type Place } from '../records/position.ts'
import type { FactRecord, LogRecord } from '../records/record.ts'
import type { FactsOf } from '../records/sealed-facts.ts'
import { segmentLength, type KnownCommit, type Segment } from '../records/segments.ts'
import { replayer, type Replayed } from './replay.ts'

/** What is known of a log up to a place. */
export interface KnownLog {
  readonly factsOf: FactsOf
  readonly ordinals: Map<EventId, number>
  readonly commits: Map<CommitId, KnownCommit>
  /** The chain at the end of every commit and segment that was seen, and the places at the ends of segments. */
  readonly chains: Map<number, string>
  readonly segmentEnds: Place[]
  /** Segments that are full, and have not been written. */
  readonly unwritten: Segment[]
  /** What the next segment holds so far. */
  next: { readonly ids: EventId[]; readonly commits: KnownCommit[] }
  /** Behind the last event that came out whole. */
  place: Place
  /** The last record that was taken; beyond `place`, where only unsealed events and those of others lie between. */
  scanned: bigint | undefined
  scannedId: string | undefined
  machine: ReturnType<typeof replayer>
}

export const nothingKnown = (factsOf: FactsOf): KnownLog => ({
  factsOf,
  ordinals: new Map(),
  commits: new Map(),
  chains: new Map([[0, chainStart]]),
  segmentEnds: [beginning],
  unwritten: [],
  next: { ids: [], commits: [] },
  place: beginning,
  scanned: undefined,
  scannedId: undefined,
  machine: replayer(beginning, factsOf),
})

/** Goes on from the last event that came out whole. */
export const startAgain = (known: KnownLog): void => {
  known.machine = replayer(known.place, known.factsOf)
  known.scanned = known.place.at
  known.scannedId = undefined
}

/** Takes a segment that stands in the log, right behind the place. What comes after the last one starts again. */
export const takeSegment = (known: KnownLog, { ids, commits, place }: Segment): void => {
  for (const [index, id] of ids.entries()) known.ordinals.set(id, place.ordinal - ids.length + index + 1)
  for (const commit of commits) known.commits.set(commit.id, commit)
  known.chains.set(place.ordinal, place.chain)
  known.segmentEnds.push(place)
  known.place = place
}

/**
 * Takes records in the order of the log; those that were taken already are passed over. `see` is told of facts that
 * wait for a seal.
 */
export const takeRecords = async (
  known: KnownLog,
  records: readonly LogRecord[],
  see: (fact: FactRecord) => void,
): Promise<void> => {
  for (const record of records) {
    if (isTaken(known, record)) continue
    if (record.kind === 'fact') {
      if (record.commit.of === undefined) see(record)
      takeFact(known, record)
    } else if (record.kind === 'sealed') {
      for await (const items of known.machine.seal(record)) for (const item of items) note(known, item)
    }
    known.scanned = record.at
    known.scannedId = record.id
  }
}

/** A seal is taken again where a reader stands inside its commit. */
const isTaken = ({ scanned, place }: KnownLog, record: LogRecord): boolean =>
  scanned !== undefined && record.at <= scanned && !(place.inside?.kind === 'sealed' && record.at === place.at)

const takeFact = (known: KnownLog, fact: FactRecord): void => {
  const out: Replayed[] = []
  known.machine.fact(fact, out)
  for (const item of out) note(known, item)
}

/** Notes an event that came out whole. */
const note = (known: KnownLog, { event, commit, endsCommit, place }: Replayed): void => {
  known.ordinals.set(event.id, event.ordinal)
  known.next.ids.push(event.id)
  if (event.ordinal === commit.first) {
    const begun = { ...commit, recordedAt: event.recordedAt, recordedBy: event.recordedBy }
    known.commits.set(commit.id, begun)
    known.next.commits.push(begun)
  }
  known.place = place
  if (endsCommit) known.chains.set(event.ordinal, place.chain)
  if (event.ordinal % segmentLength !== 0) return
  known.segmentEnds.push(place)
  known.unwritten.push({ ...known.next, place })
  known.next = { ids: [], commits: [] }
}
