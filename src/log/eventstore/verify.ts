import { createHash, type Hash } from 'node:crypto'
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
  const broken: string[] = []
  const strangers: string[] = []
  const revisions = new Map<string, number>()
  const seen = new Set<string>()
  const seals = new Map<string, Seal>()
  const chains = new Map<number, string>()
  for await (const { place } of segmentsOf(server, names).read(0)) chains.set(place.ordinal, place.chain)
  let chain = chainStart
  let events = 0
  let commits = 0
  let digest: Hash = createHash('sha256')

  async function* records(): AsyncGenerator<readonly LogRecord[]> {
    for await (const some of recordsToEnd(server, names, beginning)) {
      for (const record of some) {
        if (record.kind === 'sealed') seals.set(record.seal.commit, record.seal)
        if (record.kind === 'stranger') strangers.push(strangerText(record))
      }
      yield some
    }
  }

  const check = ({ event, fact, place, endsCommit, commit }: Replayed): void => {
    const texts = textsOf(fact)
    chain = place.chain
    events += 1
    if (seen.has(event.id))
      broken.push(`event ${event.id} (ordinal ${event.ordinal}, ${event.stream}) stands in the log twice`)
    seen.add(event.id)
    if (fact.header.id !== event.id)
      broken.push(`event ${event.id} (ordinal ${event.ordinal}): its header names ${fact.header.id}`)
    const expected = (revisions.get(event.stream) ?? -1) + 1
    if (event.revision !== expected)
      broken.push(`${event.stream}: revision ${event.revision} where ${expected} was expected`)
    revisions.set(event.stream, event.revision)
    if (event.ordinal === commit.first) digest = createHash('sha256')
    digest.update(digestLine(event.stream, event.revision, { id: event.id, ...texts }))
    if (endsCommit) {
      commits += 1
      const seal = seals.get(commit.id)
      seals.delete(commit.id)
      if (seal !== undefined && seal.digest !== digest.digest('hex'))
        broken.push(`commit ${commit.id}: its digest does not fit what is stored`)
    }
    const stored = chains.get(events)
    if (events % segmentLength === 0 && stored !== undefined && stored !== chain)
      broken.push(
        `the hash chain at ordinal ${events} does not fit what is stored since ordinal ${events - segmentLength}`,
      )
    if (events % 50_000 === 0) progress?.(events)
  }

  for await (const items of replay<never>(records(), beginning, factsOf)) {
    for (const item of items as readonly Replayed[]) if (broken.length < enough) check(item)
    if (broken.length >= enough) break
  }
  return { events, commits, chain, broken, ...(strangers.length > 0 && { strangers }) }
}
