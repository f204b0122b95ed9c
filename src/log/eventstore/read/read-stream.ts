import type { RecordedEvent } from '../../../events/envelope.ts'
import type { Ledger } from './ledger.ts'
import type { LogNames } from '../records/names.ts'
import { ownFacts, type StoredFact } from '../records/record.ts'
import { isVisible } from './visible.ts'
import { page, type Server, type ServerRevision } from '../connection/server.ts'

interface StreamOptions {
  readonly from?: number
  readonly direction?: 'forwards' | 'backwards'
  readonly limit?: number
}

/** Reads one stream: what the ledger knows is visible, with the ordinal and the instant that its commit gave it. */
export const streamReader = (server: Server, names: LogNames, ledger: Ledger) =>
  async function* (stream: string, options: StreamOptions = {}): AsyncGenerator<RecordedEvent> {
    const backwards = options.direction === 'backwards'
    const first = options.from ?? (backwards ? Number.POSITIVE_INFINITY : 0)
    let left = options.limit ?? Number.POSITIVE_INFINITY
    let at: ServerRevision | 'end' = backwards ? 'end' : BigInt(first)
    // At the same time: what the page holds and the ledger does not, the ledger catches up with.
    const known = ledger.advance()
    known.catch(() => undefined)
    while (left > 0) {
      const events = await server.readStream(names.onServer(stream), { from: at, backwards })
      await known
      const facts = ownFacts(stream, events)
      if (facts.some((fact) => ledger.commit(fact.commit.id) === undefined)) await ledger.advance()
      for (const fact of facts) {
        if ((backwards ? fact.revision > first : fact.revision < first) || !isVisible(ledger, fact)) continue
        yield recorded(ledger, fact)
        left -= 1
        if (left === 0) return
      }
      const last = events.at(-1)?.revision
      if (last === undefined || events.length < page || (backwards && last === 0n)) return
      at = backwards ? last - 1n : last + 1n
    }
  }

const recorded = (ledger: Ledger, fact: StoredFact): RecordedEvent => {
  const commit = ledger.commit(fact.commit.id)
  if (commit === undefined) throw new TypeError(`An event of the unknown commit ${fact.commit.id} was to be read.`)
  const { id, first, recordedAt, recordedBy } = commit
  return Object.assign({}, fact.header, {
    data: fact.data,
    stream: fact.stream,
    revision: fact.revision,
    ordinal: first + fact.commit.index,
    commit: id,
    recordedAt,
    recordedBy,
  })
}
