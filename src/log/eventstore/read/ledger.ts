import { setTimeout as sleep } from 'node:timers/promises'
import type { CommitId, EventId } from '../../../events/envelope.ts'
import { Unanswered, unavailable } from '../connection/failure.ts'
import type { Server } from '../connection/server.ts'
import type { LogNames } from '../records/names.ts'
import { beginning } from '../records/position.ts'
import { recordOf, type FactRecord, type LogRecord } from '../records/record.ts'
import type { FactsOf, sealedFacts } from '../records/sealed-facts.ts'
import { segmentLength, segmentsOf, type KnownCommit } from '../records/segments.ts'
import { nothingKnown, startAgain, takeRecords, takeSegment, type KnownLog } from './known-log.ts'
import { liveFeedOf } from './live-feed.ts'
import { watches, type Watch } from './own-commit.ts'
import { readFrom } from './read-page.ts'
import { recordsToEnd } from './read-to-head.ts'
import { replay, type Replayed } from './replay.ts'
import { gatheredWithin, sharingNext } from './shared-calls.ts'

/** For how many milliseconds a ledger counts as fresh. */
const freshFor = 1_000
/** Who appends again within so many milliseconds is expected to go on: then a live feed is worth its while. */
const busyFor = 1_000
/**
 * For more writers than these at once, a read now and then for all of them costs less than a feed, which brings events
 * one by one.
 */
const crowd = 16
/** For how many milliseconds such a read waits for company. */
const gathering = 4

interface Reaching {
  /** How many calls append at this time. */
  readonly writers?: number
  /** What was appended, where it is so much that it should not be read back. */
  readonly records?: (() => readonly FactRecord[]) | undefined
}

/** What a ledger knows, and by which ways it learns more. */
interface LedgerState {
  readonly server: Server
  readonly names: LogNames
  readonly sealed: FactsOf
  readonly segments: ReturnType<typeof segmentsOf>
  readonly known: KnownLog
  readonly watched: ReturnType<typeof watches>
  readonly feed: ReturnType<typeof liveFeedOf>
  /** Reads up to what is there when it is called. */
  readonly advance: () => Promise<void>
  /** Reads on a little later, together with all who want to until then. */
  readonly advanceTogether: () => Promise<void>
  loaded: boolean
  /** Counts the failures. Who brought records before one has brought some that were lost in it, and must begin anew. */
  epoch: number
  turn: Promise<void>
  readAt: number
  reachedAt: number
  writing: boolean
}

/**
 * What this process knows of the log up to some place: which event has which ordinal, which commits there are, the
 * chain. The server keeps no such index over streams; this one is built from the segments in the log and from what came
 * after them, and goes on from there. About a hundred bytes of memory for each event.
 */
export const ledgerOf = (server: Server, names: LogNames, sealed: ReturnType<typeof sealedFacts>) => {
  const watched = watches()
  const known = nothingKnown((seal, skip) => sealed(seal, skip, watched.of(seal.commit)?.kept))
  const own: LedgerState = {
    server,
    names,
    sealed,
    segments: segmentsOf(server, names),
    known,
    watched,
    feed: liveFeedOf(server, names, watched.any),
    advance: sharingNext(() => readOn(own)),
    advanceTogether: gatheredWithin(gathering, () => own.advance()),
    loaded: false,
    epoch: 0,
    turn: Promise.resolve(),
    readAt: Number.NEGATIVE_INFINITY,
    reachedAt: Number.NEGATIVE_INFINITY,
    writing: false,
  }
  return {
    advance: own.advance,
    /**
     * Reads on, unless it did so a moment ago. What two processes do in the same moment, no ledger could tell apart.
     */
    freshen: async (): Promise<void> => {
      if (performance.now() - own.readAt > freshFor) await own.advance()
    },
    place: () => known.place,
    scanned: () => known.scanned,
    chainAt: (ordinal: number) => chainAt(own, ordinal),
    commit: (id: CommitId) => known.commits.get(id),
    ordinalOf: (id: EventId) => known.ordinals.get(id),
    /** Passes a position that something was appended at. */
    pass: async (at: bigint): Promise<void> => {
      if (!(await own.feed.wait(at))) await own.advance()
    },
    /** Watches what comes of a commit that is about to be begun here. */
    watch: (commit: CommitId): Watch | undefined => {
      startFeed(own)
      return watched.begin(commit)
    },
    endWatch: watched.end,
    reach: (commit: CommitId, at: bigint | undefined, since: number, reaching?: Reaching) =>
      reach(own, { commit, at, since }, reaching),
    writeSegments: () => writeSegments(own),
    close: own.feed.stop,
  }
}

export type Ledger = ReturnType<typeof ledgerOf>

const load = async (own: LedgerState): Promise<void> => {
  for await (const segment of own.segments.read(0)) takeSegment(own.known, segment)
  startAgain(own.known)
  own.loaded = true
}

const readOn = async (own: LedgerState): Promise<void> => {
  const started = performance.now()
  const { server, names, known } = own
  if (!own.loaded) await load(own)
  for (let since: number | undefined; since !== own.epoch;) {
    since = own.epoch
    for await (const records of recordsToEnd(server, names, known.place, known.scanned, known.scannedId)) {
      await take(own, records, since)
      if (since !== own.epoch) break
    }
  }
  own.readAt = started
}

/**
 * Takes records that follow on each other from a place that the ledger has reached. A reader and the live feed may both
 * bring the same ones: each is taken from whoever is first. Records whose places are not quite known count only right
 * behind what was taken last. What fails is read again, from the last event that came out whole.
 */
const take = (
  own: LedgerState,
  records: readonly LogRecord[],
  since: number,
  right: { readonly behind: bigint } | undefined = undefined,
): Promise<void> => {
  const { known, watched, feed } = own
  const mine = own.turn.then(async () => {
    if (since !== own.epoch || (right !== undefined && right.behind !== known.scanned)) return
    try {
      await takeRecords(known, records, (fact) => watched.of(fact.commit.id)?.see(fact))
      feed.moved(known.scanned)
    } catch (thrown) {
      own.epoch += 1
      startAgain(known)
      feed.stop()
      feed.moved(known.scanned)
      throw thrown
    }
  })
  own.turn = mine.catch(() => undefined)
  return mine
}

/**
 * Takes an append that this process has made, where a short look shows its first event right behind all that is known:
 * the server writes one append in one piece, so nothing else is in it. Not across the end of a segment, which names a
 * place inside.
 */
const takeOwn = async (own: LedgerState, records: () => readonly FactRecord[]): Promise<void> => {
  const { server, names, known } = own
  const [since, before] = [own.epoch, known.scanned]
  if (before === undefined || known.place.inside !== undefined) return
  const next = (await readFrom(server, before, 2))[1]
  const found = next === undefined ? undefined : recordOf(names, next)
  const appended = records()
  const [first] = appended
  if (
    found?.kind !== 'fact' ||
    found.id !== first?.id ||
    found.commit.id !== first.commit.id ||
    found.commit.index !== 0
  )
    return
  const { ordinal } = known.place
  const cuts = Math.floor((ordinal + appended.length - 1) / segmentLength) > Math.floor(ordinal / segmentLength)
  if (!cuts) await take(own, appended, since, { behind: before })
}

const startFeed = (own: LedgerState): void => {
  const { epoch: since, loaded, known, feed } = own
  if (loaded && known.place.inside?.kind !== 'sealed') feed.start(known.scanned, (records) => take(own, records, since))
}

/**
 * The hash chain up to an event that ends a commit, as far as the log is known; from the end of the segment before on
 * where that was not seen.
 */
const chainAt = async (
  { server, names, sealed, known: { chains, place, segmentEnds } }: LedgerState,
  ordinal: number,
): Promise<string | undefined> => {
  const seen = chains.get(ordinal)
  if (seen !== undefined || ordinal > place.ordinal) return seen
  const from = segmentEnds.findLast((cut) => cut.ordinal < ordinal) ?? beginning
  for await (const items of replay<never>(recordsToEnd(server, names, from), from, sealed))
    for (const { event, endsCommit, place: after } of items as readonly Replayed[]) {
      if (endsCommit) chains.set(event.ordinal, after.chain)
      if (event.ordinal >= ordinal) return chains.get(ordinal)
    }
  return undefined
}

/** A commit that was appended: after some time, and at a position, where the server told it. */
interface Appended {
  readonly commit: CommitId
  readonly at: bigint | undefined
  readonly since: number
}

/**
 * Waits or reads until a commit is there that was appended after some time, or until the log is past the position where
 * it should be: a follower may lag behind the leader.
 */
const reach = async (
  own: LedgerState,
  { commit, at, since }: Appended,
  { writers = 1, records }: Reaching = {},
): Promise<KnownCommit | undefined> => {
  const { server, known, watched, feed } = own
  const started = performance.now()
  if (records !== undefined || writers > crowd) {
    if (!watched.any()) feed.stop()
    if (!feed.running())
      await (writers > crowd || records === undefined ? own.advanceTogether() : takeOwn(own, records))
  } else if (started - own.reachedAt < busyFor) startFeed(own)
  own.reachedAt = started
  if (at !== undefined && (await feed.wait(at))) {
    const there = known.commits.get(commit)
    if (there !== undefined) {
      own.readAt = Math.max(own.readAt, since)
      return there
    }
  }
  for (let pause = 2; ; pause = Math.min(200, pause * 2)) {
    await own.advance()
    const there = known.commits.get(commit)
    if (there !== undefined) return there
    if (at !== undefined && known.scanned !== undefined && known.scanned >= at) return undefined
    if (performance.now() - started > server.timing.patience)
      throw unavailable(new Unanswered(server.timing.patience), 'what was appended cannot be read')
    await sleep(pause)
  }
}

/**
 * Writes the segments that this process has filled; another may have done so. What fails now is tried with the next.
 */
const writeSegments = async (own: LedgerState): Promise<void> => {
  if (own.writing) return
  own.writing = true
  const { unwritten } = own.known
  while (unwritten[0] !== undefined) {
    if (!(await own.segments.write(unwritten[0]).catch(() => false))) break
    unwritten.shift()
  }
  own.writing = false
}
