import { setTimeout as sleep } from 'node:timers/promises'
import type { CommitId, EventId } from '../../../events/envelope.ts'
import { chainStart } from '../../../events/seal.ts'
import { Unanswered, unavailable } from '../connection/failure.ts'
import { liveFeedOf } from './live-feed.ts'
import type { LogNames } from '../records/names.ts'
import { beginning, type Place } from '../records/position.ts'
import { readFrom } from './read-page.ts'
import { recordOf, type FactRecord, type LogRecord, type Seal } from '../records/record.ts'
import { replay, replayer, type Replayed } from './replay.ts'
import type { sealedFacts } from '../records/sealed-facts.ts'
import { segmentLength, segmentsOf, type KnownCommit, type Segment } from '../records/segments.ts'
import type { Server } from '../connection/server.ts'
import { recordsToEnd } from './read-to-head.ts'
import { watches, type Watch } from './own-commit.ts'

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

/**
 * What this process knows of the log up to some place: which event has which ordinal, which commits there are, the
 * chain. The server keeps no such index over streams; this one is built from the segments in the log and from what came
 * after them, and goes on from there. About a hundred bytes of memory for each event.
 */
export const ledgerOf = (server: Server, names: LogNames, sealed: ReturnType<typeof sealedFacts>) => {
  const segments = segmentsOf(server, names)
  const ordinals = new Map<EventId, number>()
  const commits = new Map<CommitId, KnownCommit>()
  const watched = watches()
  const feed = liveFeedOf(server, names, watched.any)
  const factsOf = (seal: Seal, skip: number) => sealed(seal, skip, watched.of(seal.commit)?.kept)
  let place: Place = beginning
  let machine = replayer(place, factsOf)
  /** The chain at the end of every commit and segment that was seen, and the places at the ends of segments. */
  const chains = new Map([[0, chainStart]])
  const segmentEnds: Place[] = [beginning]
  let loaded = false
  /** The last record that was taken; beyond `place`, where only unsealed events and those of others lie between. */
  let scanned: bigint | undefined
  let scannedId: string | undefined
  /** Counts the failures. Who brought records before one has brought some that were lost in it, and must begin anew. */
  let epoch = 0
  let turn: Promise<void> = Promise.resolve()
  let ids: EventId[] = []
  let begun: KnownCommit[] = []
  let unwritten: Segment[] = []
  let writing = false
  let readAt = Number.NEGATIVE_INFINITY
  let reachedAt = Number.NEGATIVE_INFINITY
  let running: Promise<void> | undefined
  let queued: Promise<void> | undefined
  let gathered: Promise<void> | undefined

  const load = async (): Promise<void> => {
    for await (const segment of segments.read(0)) {
      for (const [index, id] of segment.ids.entries())
        ordinals.set(id, segment.place.ordinal - segment.ids.length + index + 1)
      for (const commit of segment.commits) commits.set(commit.id, commit)
      ;({ place } = segment)
      chains.set(place.ordinal, place.chain)
      segmentEnds.push(place)
    }
    machine = replayer(place, factsOf)
    scanned = place.at
    loaded = true
  }

  const note = ({ event, commit, endsCommit, place: after }: Replayed): void => {
    ordinals.set(event.id, event.ordinal)
    ids.push(event.id)
    if (event.ordinal === commit.first) {
      const known = { ...commit, recordedAt: event.recordedAt, recordedBy: event.recordedBy }
      commits.set(commit.id, known)
      begun.push(known)
    }
    place = after
    if (endsCommit) chains.set(event.ordinal, after.chain)
    if (event.ordinal % segmentLength !== 0) return
    segmentEnds.push(place)
    unwritten.push({ ids, commits: begun, place })
    ids = []
    begun = []
  }

  const takeAll = async (records: readonly LogRecord[]): Promise<void> => {
    const out: Replayed[] = []
    for (const record of records) {
      const again = place.inside?.kind === 'sealed' && record.at === place.at
      if (scanned !== undefined && record.at <= scanned && !again) continue
      if (record.kind === 'fact') {
        if (record.commit.of === undefined) watched.of(record.commit.id)?.see(record)
        machine.fact(record, out)
        for (const item of out.splice(0)) note(item)
      } else if (record.kind === 'sealed')
        for await (const items of machine.seal(record)) for (const item of items) note(item)
      scanned = record.at
      scannedId = record.id
    }
    feed.moved(scanned)
  }

  /**
   * Takes records that follow on each other from a place that the ledger has reached. A reader and the live feed may
   * both bring the same ones: each is taken from whoever is first. Records whose places are not quite known count only
   * right behind what was taken last. What fails is read again, from the last event that came out whole.
   */
  const take = (
    records: readonly LogRecord[],
    since: number,
    right: { readonly behind: bigint } | undefined = undefined,
  ): Promise<void> => {
    const mine = turn.then(async () => {
      if (since !== epoch || (right !== undefined && right.behind !== scanned)) return
      try {
        await takeAll(records)
      } catch (thrown) {
        epoch += 1
        machine = replayer(place, factsOf)
        scanned = place.at
        scannedId = undefined
        feed.stop()
        feed.moved(scanned)
        throw thrown
      }
    })
    turn = mine.catch(() => undefined)
    return mine
  }

  const readOn = async (): Promise<void> => {
    const started = performance.now()
    if (!loaded) await load()
    for (let since: number | undefined; since !== epoch;) {
      since = epoch
      for await (const records of recordsToEnd(server, names, place, scanned, scannedId)) {
        await take(records, since)
        if (since !== epoch) break
      }
    }
    readAt = started
  }

  /** Reads up to what is there when it is called. Calls that come while one reads share the next. */
  const advance = (): Promise<void> => {
    if (running === undefined) {
      running = readOn().finally(() => (running = undefined))
      return running
    }
    queued ??= running
      .catch(() => undefined)
      .then(() => {
        queued = undefined
        return advance()
      })
    return queued
  }

  /** Reads on a little later, together with all who want to until then. */
  const advanceTogether = (): Promise<void> => {
    gathered ??= sleep(gathering).then(() => {
      gathered = undefined
      return advance()
    })
    return gathered
  }

  /**
   * Takes an append that this process has made, where a short look shows its first event right behind all that is
   * known: the server writes one append in one piece, so nothing else is in it. Not across the end of a segment, which
   * names a place inside.
   */
  const takeOwn = async (records: () => readonly FactRecord[]): Promise<void> => {
    const [since, before] = [epoch, scanned]
    if (before === undefined || place.inside !== undefined) return
    const next = (await readFrom(server, before, 2))[1]
    const found = next === undefined ? undefined : recordOf(names, next)
    const own = records()
    const [first] = own
    if (
      found?.kind !== 'fact' ||
      found.id !== first?.id ||
      found.commit.id !== first.commit.id ||
      found.commit.index !== 0
    )
      return
    const cuts =
      Math.floor((place.ordinal + own.length - 1) / segmentLength) > Math.floor(place.ordinal / segmentLength)
    if (!cuts) await take(own, since, { behind: before })
  }

  const startFeed = (): void => {
    const since = epoch
    if (loaded && place.inside?.kind !== 'sealed') feed.start(scanned, (records) => take(records, since))
  }

  return {
    advance,
    /**
     * Reads on, unless it did so a moment ago. What two processes do in the same moment, no ledger could tell apart.
     */
    freshen: async (): Promise<void> => {
      if (performance.now() - readAt > freshFor) await advance()
    },
    place: () => place,
    scanned: () => scanned,
    /**
     * The hash chain up to an event that ends a commit, as far as the log is known; from the end of the segment before
     * on where that was not seen.
     */
    chainAt: async (ordinal: number): Promise<string | undefined> => {
      const known = chains.get(ordinal)
      if (known !== undefined || ordinal > place.ordinal) return known
      const from = segmentEnds.findLast((cut) => cut.ordinal < ordinal) ?? beginning
      for await (const items of replay<never>(recordsToEnd(server, names, from), from, sealed))
        for (const { event, endsCommit, place: after } of items as readonly Replayed[]) {
          if (endsCommit) chains.set(event.ordinal, after.chain)
          if (event.ordinal >= ordinal) return chains.get(ordinal)
        }
      return undefined
    },
    commit: (id: CommitId) => commits.get(id),
    ordinalOf: (id: EventId) => ordinals.get(id),
    /** Passes a position that something was appended at. */
    pass: async (at: bigint): Promise<void> => {
      if (!(await feed.wait(at))) await advance()
    },
    /** Watches what comes of a commit that is about to be begun here. */
    watch: (commit: CommitId): Watch | undefined => {
      startFeed()
      return watched.begin(commit)
    },
    endWatch: watched.end,
    /**
     * Waits or reads until a commit is there that was appended after some time, or until the log is past the position
     * where it should be: a follower may lag behind the leader.
     */
    reach: async (
      commit: CommitId,
      at: bigint | undefined,
      since: number,
      { writers = 1, records }: Reaching = {},
    ): Promise<KnownCommit | undefined> => {
      const started = performance.now()
      if (records !== undefined || writers > crowd) {
        if (!watched.any()) feed.stop()
        if (!feed.running()) await (writers > crowd || records === undefined ? advanceTogether() : takeOwn(records))
      } else if (started - reachedAt < busyFor) startFeed()
      reachedAt = started
      if (at !== undefined && (await feed.wait(at))) {
        const known = commits.get(commit)
        if (known !== undefined) {
          readAt = Math.max(readAt, since)
          return known
        }
      }
      for (let pause = 2; ; pause = Math.min(200, pause * 2)) {
        await advance()
        const known = commits.get(commit)
        if (known !== undefined) return known
        if (at !== undefined && scanned !== undefined && scanned >= at) return undefined
        if (performance.now() - started > server.timing.patience)
          throw unavailable(new Unanswered(server.timing.patience), 'what was appended cannot be read')
        await sleep(pause)
      }
    },
    /**
     * Writes the segments that this process has filled; another may have done so. What fails now is tried with the
     * next.
     */
    writeSegments: async (): Promise<void> => {
      if (writing) return
      writing = true
      while (unwritten[0] !== undefined) {
        const [segment] = unwritten
        if (!(await segments.write(segment).catch(() => false))) break
        unwritten = unwritten.slice(1)
      }
      writing = false
    },
    close: feed.stop,
  }
}

export type Ledger = ReturnType<typeof ledgerOf>
