import { createHash } from 'node:crypto'
import { conflict, messageOf, NormtrailError } from '../../../common/error.ts'
import type { CommitId } from '../../../events/envelope.ts'
import type { SealedEvent } from '../../../events/seal.ts'
import type { CommitPart, CommitReceipt } from '../../port.ts'
import { abandoned } from '../records/commit-stream.ts'
import type { WriterContext, CommitBeingWritten } from './writer-context.ts'
import { digestLine } from '../records/digest.ts'
import { fitting, inProgress, revisionOf, sameIds, startOf, wrongRevision } from '../records/parts.ts'
import { readBack } from './read-back.ts'
import { serverEventOf, writtenRecords, type Sent } from '../records/record.ts'
import { receiptOf, repeatedBy } from './retries.ts'
import type { KnownCommit } from '../records/segments.ts'
import { noStream } from '../connection/server.ts'
import { appendsAtOnce } from '../connection/shared-client.ts'
import type { Tail } from '../read/tail.ts'
import type { Watch } from '../read/own-commit.ts'

/** How many parts are written at once; each is of another stream, and the first is written before all others. */
const partsAtOnce = appendsAtOnce

/** How often a stream may move under a part: by writers of abandoned commits, or by one that writes the same commit. */
const rounds = 50

const changed = (commit: CommitId, part: CommitPart) =>
  conflict('commit-changed', 'the unfinished commit has written other events here than these.', {
    where: part.stream,
    hint: `Abandon commit ${commit} by its name, and record anew.`,
  })

/**
 * A commit that needs more than one append. Its events are written under its id, part by part, and no reader sees them;
 * the seal at the end names them all. Whoever finds the same events at their places takes them for written: so a commit
 * that was cut off goes on where it stopped, under its name, or because the first events of a new one prove to be the
 * same.
 */
export const staging = (
  desk: WriterContext,
  writing: CommitBeingWritten,
  claim: (events: readonly SealedEvent[], stream: string) => void,
) => {
  const { server, names, ledger, commits, tailOf } = desk
  const digest = createHash('sha256')
  const ranges: [stream: string, first: number, count: number][] = []
  const seen = new Set<string>()
  let { commit } = writing
  let count = 0
  /** What is under way, in the order of the commit. */
  const under: { readonly part: CommitPart; readonly written: Promise<readonly bigint[]> }[] = []
  let state: 'new' | 'mine' | 'resumed' = 'new'
  let begunAfter: bigint | undefined
  /** Where the server wrote that this call began the commit. */
  let begunAt: bigint | undefined
  /** Where the server wrote the last of its events that this call wrote. */
  let lastAt = 0n
  let watch: Watch | undefined
  let repeated: KnownCommit | undefined

  const endWatch = (): void => {
    if (watch !== undefined) ledger.endWatch(commit, watch)
  }

  /** Begins the commit before its first event, or goes on with it. */
  const begin = async (): Promise<void> => {
    if (state !== 'new') return
    begunAfter = ledger.scanned()
    watch = ledger.watch(commit)
    const begun = await commits.begin(commit, writing.recordedBy, begunAfter)
    if (begun !== 'conflict') {
      state = 'mine'
      begunAt = begun.at
      return
    }
    endWatch()
    watch = undefined
    const known = await commits.read(commit)
    if (known.is === 'abandoned') throw abandoned(commit)
    if (known.is === 'sealed')
      throw conflict('commit-changed', 'this commit is sealed; nothing can be added to it.', {
        where: `commit ${commit}`,
      })
    begunAfter = known.begunAfter
    state = 'resumed'
  }

  /** Takes over an unfinished commit whose first events are those that this one begins with. */
  const adopt = async (part: CommitPart, open: NonNullable<Tail['open']>): Promise<boolean> => {
    if (
      writing.named ||
      state !== 'new' ||
      open.facts[0]?.commit.index !== 0 ||
      !sameIds(open.facts.slice(0, part.events.length), part.events)
    )
      return false
    const known = await commits.read(open.commit)
    if (known.is !== 'begun') return false
    ;({ commit } = open)
    begunAfter = known.begunAfter
    state = 'resumed'
    return true
  }

  /** Where events of the part stand staged already. Throws where they are not the same. */
  const alreadyThere = (part: CommitPart, first: number, open: Tail['open']): readonly bigint[] => {
    const behind = (open?.facts ?? []).filter((fact) => fact.revision >= startOf(part)).slice(0, part.events.length)
    if (!sameIds(behind, part.events) || behind.some((fact, index) => fact.commit.index !== first + index))
      throw changed(commit, part)
    return behind.map((fact) => fact.serverRevision)
  }

  /** Whether a part may be tried without a look at its stream, which spares a read for each of many new streams. */
  const isNew = ({ stream, expected, events }: CommitPart): boolean =>
    state === 'mine' &&
    expected === 'no-stream' &&
    !seen.has(stream) &&
    events.every(({ id }) => ledger.ordinalOf(id) === undefined)

  /** Writes a part whose first event is the so-many-th of the commit; gives back where its events stand. */
  const writePart = async (part: CommitPart, first: number, untouched: boolean): Promise<readonly bigint[]> => {
    const { stream, events } = part
    let claimed = false
    for (let round = 0; round < rounds; round += 1) {
      const tail: Tail = round === 0 && untouched ? { server: noStream, visible: 'no-stream' } : await tailOf(stream)
      const mine = tail.open?.commit === commit
      const end = revisionOf(tail.visible) + (mine ? (tail.open?.facts.length ?? 0) : 0)
      if (revisionOf(part.expected) < revisionOf(tail.visible) || revisionOf(part.expected) > end) {
        const known = first === 0 ? await repeatedBy(desk, part) : undefined
        if (known === undefined || (repeated !== undefined && repeated.id !== known.id))
          throw wrongRevision(part, tail.visible)
        repeated = known
        return []
      }
      if (repeated !== undefined) throw wrongRevision(part, tail.visible)
      if (tail.open !== undefined && !mine) {
        if (await adopt(part, tail.open)) continue
        throw inProgress(part, tail.open.commit)
      }
      if (!claimed) claim(events, stream)
      claimed = true
      await begin()
      const there = [...alreadyThere(part, first, tail.open)]
      let after = tail.server
      let moved = false
      while (there.length < events.length && !moved) {
        const from = there.length
        const some = events.slice(from, from + fitting(events, from))
        const sent = some.map((_event, index): Sent => ({
          commit: { id: commit, index: first + from + index },
          revision: startOf(part) + from + index,
          proposedAt: writing.proposedAt,
          recordedBy: writing.recordedBy,
          ...(writing.appendedAt !== undefined && { appendedAt: writing.appendedAt }),
        }))
        const batch = some.map((event, index) => serverEventOf(event, sent[index] as Sent))
        const written = await server.append(names.onServer(stream), batch, after)
        // Older than the commit: the server took the ids of an earlier commit, cut off or given up, for a repetition.
        if (written === 'conflict' || (written.at !== undefined && begunAt !== undefined && written.at < begunAt)) {
          moved = true
          continue
        }
        for (let offset = 1n; offset <= BigInt(some.length); offset += 1n) there.push(after + offset)
        const { last, at = 0n } = written
        watch?.wrote({
          stream,
          first: Number(after) + 1,
          events: some,
          facts: () => writtenRecords(some, sent, { stream, last, at }),
        })
        after = last
        if (written.at !== undefined && written.at > lastAt) lastAt = written.at
      }
      if (!moved) return there
    }
    throw wrongRevision(part, part.expected)
  }

  const note = (part: CommitPart, revisions: readonly bigint[]): void => {
    if (revisions.length === 0) return
    for (const revision of revisions) {
      const last = ranges.at(-1)
      if (last !== undefined && last[0] === part.stream && last[1] + last[2] === Number(revision)) last[2] += 1
      else ranges.push([part.stream, Number(revision), 1])
    }
    for (const [index, event] of part.events.entries())
      digest.update(digestLine(part.stream, startOf(part) + index, event))
  }

  const settleOldest = async (): Promise<void> => {
    const oldest = under.shift()
    if (oldest !== undefined) note(oldest.part, await oldest.written)
  }

  /** How many events of the commit do not stand under it. What this call began, its ledger has seen coming. */
  const missingEvents = async (): Promise<number> => {
    if (state !== 'mine' || watch === undefined) return await readBack(desk, commit, begunAfter, ranges)
    await ledger.pass(lastAt)
    if (watch.missing(ranges) > 0) await ledger.advance()
    return watch.missing(ranges)
  }

  const sealed = async (): Promise<CommitReceipt> => {
    while (under.length > 0) await settleOldest()
    if (repeated !== undefined) return receiptOf(repeated, 0)
    const missing = await missingEvents()
    if (missing > 0)
      throw conflict(
        'commit-changed',
        `${missing} of its events stand in the log under another ` +
          'commit: somebody records the same events at the same time.',
        {
          where: `commit ${commit}`,
        },
      )
    const since = performance.now()
    const { mine, at } = await commits.seal(
      commit,
      {
        count,
        digest: digest.digest('hex'),
        proposedAt: writing.proposedAt,
        recordedBy: writing.recordedBy,
        ...(writing.appendedAt !== undefined && { appendedAt: writing.appendedAt }),
      },
      ranges,
    )
    const known = await ledger.reach(commit, at, since)
    if (known === undefined)
      throw new NormtrailError('check-failed', 'log-damaged', 'the commit was sealed, but cannot be read.', {
        where: `commit ${commit}`,
      })
    return receiptOf(known, mine ? count : 0)
  }

  return {
    /**
     * Writes a part, or has it written while the next ones come: then its failure comes with one of them, or with the
     * seal.
     */
    add: async (part: CommitPart): Promise<void> => {
      const alone = count === 0
      while (under.length >= partsAtOnce || under.some((other) => other.part.stream === part.stream))
        await settleOldest()
      const written = writePart(part, count, isNew(part))
      written.catch(() => undefined)
      seen.add(part.stream)
      under.push({ part, written })
      if (alone) await settleOldest()
      if (repeated === undefined) count += part.events.length
    },
    seal: async (): Promise<CommitReceipt> => await sealed().finally(endWatch),
    /**
     * Abandons what this call began and cannot finish. What it resumed stays unfinished, and so does all while the
     * server is away.
     */
    giveUp: async (reason: unknown): Promise<void> => {
      await Promise.allSettled(under.map(({ written }) => written))
      endWatch()
      if (state !== 'mine' || (reason instanceof NormtrailError && reason.class === 'unavailable')) return
      await commits
        .abandon(commit, { recordedBy: writing.recordedBy, reason: messageOf(reason).slice(0, 500) })
        .catch(() => undefined)
    },
  }
}
