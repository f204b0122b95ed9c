import type { CommitId } from '../../../events/envelope.ts'
import type { StoredFact, Range } from '../records/record.ts'

/** How many events of a commit, and of how many characters, are kept until it is sealed; the rest is fetched then. */
const keptEvents = 20_000
const keptText = 16_000_000

/** What a writer sees of its own unsealed commit, while its ledger passes over it. */
export interface Watch {
  /** Says how much text the writer is about to write, since facts do not know it of themselves. */
  readonly expect: (text: number) => void
  readonly see: (fact: StoredFact) => void
  /** How many events of these ranges do not stand there under this commit. */
  readonly missing: (ranges: readonly Range[]) => number
  /** The facts of a range, where all of them were kept. */
  readonly kept: (stream: string, first: number, count: number) => readonly StoredFact[] | undefined
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

interface Seen {
  readonly spans: { first: number; end: number }[]
  readonly facts: StoredFact[]
}

/** How many commits that are not sealed yet a reader keeps facts of. */
const keptCommits = 4

/**
 * What a reader passes over on its way to the seals: the facts of commits that are not sealed yet, as far as they fit,
 * so that they need not be read again.
 */
export const passedOver = () => {
  const open = new Map<CommitId, Watch>()
  return {
    see: (fact: StoredFact): void => {
      let watch = open.get(fact.commit.id)
      if (watch === undefined) {
        const [oldest] = open.keys()
        if (oldest !== undefined && open.size >= keptCommits) open.delete(oldest)
        open.set(fact.commit.id, (watch = watchOf()))
      }
      watch.see(fact)
    },
    /** What was kept of a commit; it is forgotten with this. */
    take: (commit: CommitId): Watch['kept'] | undefined => {
      const watch = open.get(commit)
      open.delete(commit)
      return watch?.kept
    },
  }
}

const watchOf = (): Watch => {
  const streams = new Map<string, Seen>()
  let events = 0
  let text = 0
  return {
    expect: (more) => (text += more),
    // In the order of each stream; what was read twice counts once.
    see: (fact) => {
      const revision = Number(fact.serverRevision)
      let seen = streams.get(fact.stream)
      if (seen === undefined) streams.set(fact.stream, (seen = { spans: [], facts: [] }))
      const last = seen.spans.at(-1)
      if (last !== undefined && revision < last.end) return
      if (last !== undefined && revision === last.end) last.end += 1
      else seen.spans.push({ first: revision, end: revision + 1 })
      events += 1
      if (events <= keptEvents && text <= keptText) seen.facts.push(fact)
    },
    missing: (ranges) => {
      let missing = 0
      for (const [stream, first, count] of ranges) {
        missing += count
        for (const span of streams.get(stream)?.spans ?? [])
          missing -= Math.max(0, Math.min(span.end, first + count) - Math.max(span.first, first))
      }
      return missing
    },
    kept: (stream, first, count) => {
      const facts = streams.get(stream)?.facts ?? []
      const at = facts.findIndex(({ serverRevision }) => Number(serverRevision) === first)
      const some = at < 0 ? [] : facts.slice(at, at + count)
      return some.length === count && Number(some.at(-1)?.serverRevision) === first + count - 1 ? some : undefined
    },
  }
}
