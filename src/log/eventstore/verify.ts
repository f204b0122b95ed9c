import { createHash, type Hash } from 'node:crypto'
import type { CommitId } from '../../events/envelope.ts'
import { chainStart } from '../../events/seal.ts'
import type { VerifyReport } from '../port.ts'
import { digestLine } from './records/digest.ts'
import type { LogNames } from './records/names.ts'
import { beginning } from './records/position.ts'
import { strangerText, textsOf, type LogRecord, type Seal } from './records/record.ts'
import { replay, type Replayed } from './read/replay.ts'
import type { FactsOf } from './records/sealed-facts.ts'
import { segmentLength, segmentsOf } from './records/segments.ts'
import type { Server } from './connection/server.ts'
import { recordsToEnd } from './read/read-to-head.ts'

const enough = 20

/**
 * Walks the log from its beginning and computes everything anew: revisions without a gap in each stream, no event
 * twice, the digest of every sealed commit, and the hash chain, held against each segment that was written into the
 * log.
 */
export const verifyLog = async (
  server: Server,
  names: LogNames,
  factsOf: FactsOf,
  progress?: (events: number) => void,
): Promise<VerifyReport> => {
  const walk: Walk = {
    broken: [],
    revisions: new Map(),
    seen: new Set(),
    seals: new Map(),
    chains: new Map(),
    chain: chainStart,
    events: 0,
    commits: 0,
    digest: createHash('sha256'),
  }
  const strangers: string[] = []
  for await (const { place } of segmentsOf(server, names).read(0)) walk.chains.set(place.ordinal, place.chain)

  async function* records(): AsyncGenerator<readonly LogRecord[]> {
    for await (const some of recordsToEnd(server, names, beginning)) {
      for (const record of some) {
        if (record.kind === 'sealed') walk.seals.set(record.seal.commit, record.seal)
        if (record.kind === 'stranger') strangers.push(strangerText(record))
      }
      yield some
    }
  }

  for await (const items of replay<never>(records(), beginning, factsOf)) {
    for (const item of items as readonly Replayed[]) {
      if (walk.broken.length >= enough) break
      step(walk, item)
      if (walk.events % 50_000 === 0) progress?.(walk.events)
    }
    if (walk.broken.length >= enough) break
  }
  const { events, commits, chain, broken } = walk
  return { events, commits, chain, broken, ...(strangers.length > 0 && { strangers }) }
}

/** What the walk has seen of the log so far. */
interface Walk {
  readonly broken: string[]
  readonly revisions: Map<string, number>
  readonly seen: Set<string>
  /** The seals of commits that have not come to their end. */
  readonly seals: Map<string, Seal>
  /** The chain at the end of each segment, as it is stored. */
  readonly chains: Map<number, string>
  chain: string
  events: number
  commits: number
  /** Of the commit that is under way. */
  digest: Hash
}

const step = (walk: Walk, { event, fact, place, endsCommit, commit }: Replayed): void => {
  const { broken, revisions, seen } = walk
  walk.chain = place.chain
  walk.events += 1
  if (seen.has(event.id))
    broken.push(`event ${event.id} (ordinal ${event.ordinal}, ${event.stream}) stands in the log twice`)
  seen.add(event.id)
  if (fact.header.id !== event.id)
    broken.push(`event ${event.id} (ordinal ${event.ordinal}): its header names ${fact.header.id}`)
  const expected = (revisions.get(event.stream) ?? -1) + 1
  if (event.revision !== expected)
    broken.push(`${event.stream}: revision ${event.revision} where ${expected} was expected`)
  revisions.set(event.stream, event.revision)
  if (event.ordinal === commit.first) walk.digest = createHash('sha256')
  walk.digest.update(digestLine(event.stream, event.revision, { id: event.id, ...textsOf(fact) }))
  if (endsCommit) {
    walk.commits += 1
    endCommit(walk, commit.id)
  }
  checkSegment(walk)
}

/** Holds a commit that is whole against the digest of its seal. */
const endCommit = ({ seals, digest, broken }: Walk, commit: CommitId): void => {
  const seal = seals.get(commit)
  seals.delete(commit)
  if (seal !== undefined && seal.digest !== digest.digest('hex'))
    broken.push(`commit ${commit}: its digest does not fit what is stored`)
}

/** Holds the chain at the end of a segment against what is stored of it. */
const checkSegment = ({ events, chains, chain, broken }: Walk): void => {
  const stored = chains.get(events)
  if (events % segmentLength === 0 && stored !== undefined && stored !== chain)
    broken.push(
      `the hash chain at ordinal ${events} does not fit what is stored since ordinal ${events - segmentLength}`,
    )
}
