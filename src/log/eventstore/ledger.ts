import { setTimeout as sleep } from 'node:timers/promises'
import type { CommitId, EventId } from '../../events/envelope.ts'
import { chainHash, chainStart } from '../../events/seal.ts'
import { Unanswered, unavailable } from './failure.ts'
import type { LogNames } from './names.ts'
import { beginning, type Place } from './place.ts'
import { textsOf, type Fact, type LogRecord, type Seal } from './record.ts'
import { replay, type Replayed } from './replay.ts'
import { segmentLength, segmentsOf, type KnownCommit, type Segment } from './segments.ts'
import type { Server } from './server.ts'
import { recordsToEnd } from './to-end.ts'

/** For how many milliseconds a ledger counts as fresh. */
const freshFor = 1_000

/**
 * What this process knows of the log up to some place: which event has which ordinal, which commits there are, the chain.
 * The server keeps no such index over streams; this one is built from the segments in the log and from what came after them,
 * and goes on from there. About a hundred bytes of memory for each event.
 */
export const ledgerOf = (server: Server, names: LogNames, factsOf: (seal: Seal, skip: number) => AsyncIterable<Fact>) => {
  const segments = segmentsOf(server, names)
  const ordinals = new Map<EventId, number>()
  const commits = new Map<CommitId, KnownCommit>()
  let place: Place = beginning
  let chain = chainStart
  let loaded = false
  /** How far the server was read; beyond `place`, where only unsealed events and those of others lie between. */
  let scanned: bigint | undefined
  let ids: EventId[] = []
  let begun: KnownCommit[] = []
  let unwritten: Segment[] = []
  let readAt = Number.NEGATIVE_INFINITY
  let running: Promise<void> | undefined
  let queued: Promise<void> | undefined

  const load = async (): Promise<void> => {
    for await (const segment of segments.read(0)) {
      for (const [index, id] of segment.ids.entries()) ordinals.set(id, segment.place.ordinal - segment.ids.length + index + 1)
      for (const commit of segment.commits) commits.set(commit.id, commit)
      ;({ place, chain } = segment)
    }
    scanned = place.at
    loaded = true
  }

  const note = ({ event, fact, commit, place: after }: Replayed): void => {
    ordinals.set(event.id, event.ordinal)
    ids.push(event.id)
    if (event.ordinal === commit.first) {
      const known = { ...commit, recordedAt: event.recordedAt, recordedBy: event.recordedBy }
      commits.set(commit.id, known)
      begun.push(known)
    }
    chain = chainHash(chain, textsOf(fact), event)
    place = after
    scanned = after.at
    if (event.ordinal % segmentLength !== 0) return
    unwritten.push({ ids, commits: begun, chain, place })
    ids = []
    begun = []
  }

  const readOn = async (): Promise<void> => {
    const started = performance.now()
    if (!loaded) await load()
    let last: LogRecord | undefined
    async function* records(): AsyncGenerator<LogRecord> {
      for await (const record of recordsToEnd(server, names, place, scanned)) yield (last = record)
    }
    for await (const item of replay(records(), place, factsOf)) note(item as Replayed)
    const whole = last === undefined || last.kind !== 'fact' || last.commit.of === undefined || last.commit.index === last.commit.of - 1
    if (last !== undefined) scanned = whole ? last.at : place.at
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

  return {
    advance,
    /** Reads on, unless it did so a moment ago. What two processes do in the same moment, no ledger could tell apart. */
    freshen: async (): Promise<void> => {
      if (performance.now() - readAt > freshFor) await advance()
    },
    place: () => place,
    scanned: () => scanned,
    chain: () => chain,
    commit: (id: CommitId) => commits.get(id),
    ordinalOf: (id: EventId) => ordinals.get(id),
    /** Reads until a commit is there, or until the log is past the position where it should be: a follower may lag behind the leader. */
    reach: async (commit: CommitId, at: bigint | undefined): Promise<KnownCommit | undefined> => {
      const started = performance.now()
      for (let pause = 2; ; pause = Math.min(200, pause * 2)) {
        await advance()
        const known = commits.get(commit)
        if (known !== undefined) return known
        if (at !== undefined && scanned !== undefined && scanned >= at) return undefined
        if (performance.now() - started > server.timing.patience) throw unavailable(new Unanswered(server.timing.patience), 'what was appended cannot be read')
        await sleep(pause)
      }
    },
    /** Writes the segments that this process has filled; another may have done so. What fails now is tried with the next. */
    writeSegments: async (): Promise<void> => {
      while (unwritten[0] !== undefined) {
        const [segment] = unwritten
        if (!(await segments.write(segment).catch(() => false))) return
        unwritten = unwritten.slice(1)
      }
    },
  }
}

export type Ledger = ReturnType<typeof ledgerOf>
