import { randomUUID } from 'node:crypto'
import { conflict } from '../../common/error.ts'
import type { CommitId } from '../../events/envelope.ts'
import type { EventLog } from '../port.ts'
import { appender } from './write/append.ts'
import { commitStreamsOf } from './records/commit-stream.ts'
import { holder } from './read/holds.ts'
import { ledgerOf } from './read/ledger.ts'
import { receiptOf } from './write/retries.ts'
import { moveStreamOf } from './write/move.ts'
import { namesOf } from './records/names.ts'
import { positionOf } from './records/position.ts'
import { allReader } from './read/read-all.ts'
import { streamReader } from './read/read-stream.ts'
import { sealedFacts } from './records/sealed-facts.ts'
import { serverOf, type Timing } from './connection/server.ts'
import { shareClient } from './connection/shared-client.ts'
import { subscriber } from './read/subscribe.ts'
import { tailsOf } from './read/tail.ts'
import { unfinishedCommits } from './read/unfinished.ts'
import { verifyLog } from './verify.ts'

export interface EventStoreLogOptions extends Partial<Timing> {
  /** Which log on that server: letters, digits and underscores. */
  readonly logName: string
}

/** A log on a server: one that can say what to do about commits that were cut off. */
export type EventStoreLog = EventLog & Required<Pick<EventLog, 'unfinishedCommits' | 'abandonCommit'>>

/**
 * Opens a log on EventStoreDB or KurrentDB, 23.10 or newer. Nothing is sent before the first use. How it works stands
 * in `README.md` beside.
 */
export const openEventStoreLog = (
  connection: string,
  { logName, patience = 30_000, deadline = 10_000 }: EventStoreLogOptions,
): EventStoreLog => {
  const names = namesOf(logName)
  const shared = shareClient(connection)
  const server = serverOf(shared, { patience, deadline })
  const commits = commitStreamsOf(server, names)
  const factsOf = sealedFacts(server, names, commits)
  const ledger = ledgerOf(server, names, factsOf)
  const append = appender({ server, names, ledger, commits, tailOf: tailsOf(server, names, ledger, commits) })
  const move = moveStreamOf(server, names)
  const closing = new AbortController()
  const appending = new Set<Promise<unknown>>()

  return {
    appendCommit: (parts, options) => {
      const commit = options.commit ?? (randomUUID() as CommitId)
      const work = append(parts, options, commit)
      const settled = work.catch(() => undefined).finally(() => appending.delete(settled))
      appending.add(settled)
      return work
    },
    readStream: streamReader(server, names, ledger),
    readAll: allReader(server, names, factsOf),
    subscribe: subscriber(server, names, factsOf, closing.signal),
    head: async () => {
      await ledger.advance()
      const place = ledger.place()
      const { ordinal, commits: count, recordedAt } = place
      return { ordinal, commits: count, recordedAt, position: ordinal === 0 ? undefined : positionOf(logName, place) }
    },
    commitOf: async (commit) => {
      await ledger.advance()
      const known = ledger.commit(commit)
      return known && receiptOf(known, 0)
    },
    holds: holder(server, names, ledger),
    moveBegunAt: move.begunAt,
    noteMove: move.note,
    verify: (progress) => verifyLog(server, names, factsOf, progress),
    unfinishedCommits: () => unfinishedCommits(server, names),
    abandonCommit: async (commit, by) => {
      const became = await commits.abandon(commit, by)
      if (became !== 'abandoned')
        throw conflict('commit-decided', `there is nothing to abandon: the commit is ${became}.`, {
          where: `commit ${commit}`,
        })
    },
    close: async () => {
      closing.abort()
      await Promise.all(appending)
      ledger.close()
      await shared.release()
    },
  }
}
