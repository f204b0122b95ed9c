import type { CommitId } from '../../../events/envelope.ts'
import type { SealedEvent } from '../../../events/seal.ts'
import type { StoredFact, Range } from '../records/record.ts'
import type { Kept } from '../records/sealed-facts.ts'

/** How much text of its own commit a writer keeps until it is sealed, in characters; the rest is fetched then. */
const keptText = 128_000_000

/** What one append has written of a commit. */
export interface Written {
  readonly stream: string
  /** The server's revision of its first event. */
  readonly first: number
  readonly events: readonly SealedEvent[]
  /** As a reader would find them. */
  readonly facts: () => readonly StoredFact[]
}

/** What a writer sees of its own unsealed commit, while its ledger passes over it. */
export interface Watch {
  /** Keeps what was written, as far as it fits, so that it need not be fetched when it is sealed. */
  readonly wrote: (written: Written) => void
  readonly see: (fact: StoredFact) => void
  /** How many events of these ranges do not stand there under this commit. */
  readonly missing: (ranges: readonly Range[]) => number
  readonly kept: Kept
}

/** The commits that are being written in this process, each watched from before its first event. */
export const watches = () => {
  const open = new Map<CommitId, Watch>()
  return {
    any: () => open.size > 0,
    of: (commit: CommitId): Watch | undefined => open.get(commit),
    /** Undefined where another call in this process watches the same commit. */
    begin: (commit: CommitId): Watch | undefined => {
      if (open.has(commit)) return undefined
      const watch = watchOf()
      open.set(commit, watch)
      return watch
    },
    end: (commit: CommitId, watch: Watch): void => {
      if (open.get(commit) === watch) open.delete(commit)
    },
  }
}

/** How many commits that are not sealed yet a reader keeps facts of, and how many of each. */
const keptCommits = 4
const keptEvents = 20_000

/**
 * What a reader passes over on its way to the seals: the facts of commits that are not sealed yet, as far as they fit,
 * so that they need not be read again.
 */
export const passedOver = () => {
  const open = new Map<CommitId, ReturnType<typeof factsByStream>>()
  return {
    see: (fact: StoredFact): void => {
      let facts = open.get(fact.commit.id)
      if (facts === undefined) {
        const [oldest] = open.keys()
        if (oldest !== undefined && open.size >= keptCommits) open.delete(oldest)
        open.set(fact.commit.id, (facts = factsByStream()))
      }
      facts.see(fact)
    },
    /** What was kept of a commit; it is forgotten with this. */
    take: (commit: CommitId): Kept | undefined => {
      const facts = open.get(commit)
      open.delete(commit)
      return facts?.kept
    },
  }
}

/** Facts of one commit as they come: in the order of each stream; what was read twice counts once. */
const factsByStream = () => {
  const streams = new Map<string, StoredFact[]>()
  let events = 0
  const kept: Kept = (stream, first, count) => {
    const facts = streams.get(stream) ?? []
    const at = facts.findIndex(({ serverRevision }) => Number(serverRevision) === first)
    const some = at < 0 ? [] : facts.slice(at, at + count)
    return some.length === count && Number(some.at(-1)?.serverRevision) === first + count - 1 ? some : undefined
  }
  return {
    kept,
    see: (fact: StoredFact): void => {
      if (events >= keptEvents) return
      const facts = streams.get(fact.stream)
      const last = facts?.at(-1)
      if (last !== undefined && fact.serverRevision <= last.serverRevision) return
      events += 1
      if (facts === undefined) streams.set(fact.stream, [fact])
      else facts.push(fact)
    },
  }
}

const watchOf = (): Watch => {
  const seen = new Map<string, { first: number; end: number }[]>()
  const writes = new Map<string, Written[]>()
  let text = 0
  return {
    wrote: (written) => {
      text += written.events.reduce((sum, { header, data }) => sum + header.length + data.length, 0)
      if (text > keptText) return
      const before = writes.get(written.stream)
      if (before === undefined) writes.set(written.stream, [written])
      else before.push(written)
    },
    // In the order of each stream; what was read twice counts once.
    see: ({ stream, serverRevision }) => {
      const revision = Number(serverRevision)
      let spans = seen.get(stream)
      if (spans === undefined) seen.set(stream, (spans = []))
      const last = spans.at(-1)
      if (last !== undefined && revision < last.end) return
      if (last !== undefined && revision === last.end) last.end += 1
      else spans.push({ first: revision, end: revision + 1 })
    },
    missing: (ranges) => {
      let missing = 0
      for (const [stream, first, count] of ranges) {
        missing += count
        for (const span of seen.get(stream) ?? [])
          missing -= Math.max(0, Math.min(span.end, first + count) - Math.max(span.first, first))
      }
      return missing
    },
    kept: (stream, first, count) => {
      const within = (writes.get(stream) ?? []).filter(
        (one) => one.first < first + count && one.first + one.events.length > first,
      )
      const facts = within.flatMap((one) =>
        one.facts().slice(Math.max(0, first - one.first), first + count - one.first),
      )
      return facts.length === count ? facts : undefined
    },
  }
}
