import type { CommitId } from '../../../events/envelope.ts'
import type { Expected } from '../../port.ts'
import type { CommitStreams } from '../records/commit-stream.ts'
import type { Ledger } from './ledger.ts'
import type { LogNames } from '../records/names.ts'
import { ownFact, type StoredFact } from '../records/record.ts'
import { noStream, page, type Server, type ServerRevision } from '../connection/server.ts'

/** The end of a stream as a writer must see it: the server counts what readers cannot see, we do not. */
export interface Tail {
  readonly server: ServerRevision
  readonly visible: Expected
  /** Events of a commit that is neither sealed nor abandoned. At most one commit has such events in a stream. */
  readonly open?: { readonly commit: CommitId; readonly facts: readonly StoredFact[] }
}

/** Most streams end in a visible event. */
const firstPage = 4

export const tailsOf = (server: Server, names: LogNames, ledger: Ledger, commits: CommitStreams) => {
  const given = new Set<CommitId>()

  /** Whether a fact counts, is given up (or came too late for its seal), or is undecided. */
  const standing = async (fact: StoredFact, open: CommitId | undefined): Promise<'visible' | 'void' | 'open'> => {
    if (fact.commit.of !== undefined) return 'visible'
    const { id } = fact.commit
    if (id === open) return 'open'
    for (;;) {
      const known = ledger.commit(id)
      if (known !== undefined) return ledger.ordinalOf(fact.id) === known.first + fact.commit.index ? 'visible' : 'void'
      if (given.has(id)) return 'void'
      const { is } = await commits.read(id)
      if (is === 'abandoned') given.add(id)
      if (is === 'begun' || is === 'unknown') return 'open'
      await ledger.advance()
    }
  }

  const readTail = async (stream: string): Promise<Tail> => {
    const facts: StoredFact[] = []
    let last: ServerRevision = noStream
    let commit: CommitId | undefined
    const tail = (visible: Expected): Tail => ({
      server: last,
      visible,
      ...(commit === undefined ? {} : { open: { commit, facts: facts.toReversed() } }),
    })
    for (let from: ServerRevision | 'end' = 'end', limit = firstPage; ; limit = page) {
      const events = await server.readStream(names.onServer(stream), { from, backwards: true, limit })
      if (from === 'end') last = events[0]?.revision ?? noStream
      for (const event of events) {
        const fact = ownFact(stream, event)
        if (fact === undefined) continue
        const is = await standing(fact, commit)
        if (is === 'visible') return tail(fact.revision)
        if (is === 'void') continue
        commit ??= fact.commit.id
        if (fact.commit.id === commit) facts.push(fact)
      }
      const oldest = events.at(-1)?.revision
      if (oldest === undefined || oldest === 0n || events.length < limit) return tail('no-stream')
      from = oldest - 1n
    }
  }

  return readTail
}
