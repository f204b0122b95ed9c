import { setTimeout as sleep } from 'node:timers/promises'
import { NormtrailError } from '../../../common/error.ts'
import type { Position } from '../../port.ts'
import type { Ledger } from './ledger.ts'
import type { LogNames } from '../records/names.ts'
import { placeOf, type Place } from '../records/position.ts'
import { readFrom } from './read-page.ts'
import { recordOf } from '../records/record.ts'
import type { Server } from '../connection/server.ts'

/** For how many milliseconds a place beyond the end is waited for: a follower may lag behind the leader. */
const lag = 2_000

const isRefused = (thrown: unknown): boolean =>
  thrown instanceof NormtrailError && ['unknown-position', 'log-replaced', 'log-damaged'].includes(thrown.code)

/** Whether a position is one of this log: the same log name, the same chain up to it, and on this very server. */
export const holder = (server: Server, names: LogNames, ledger: Ledger) => {
  /**
   * Whether the record that a place names stands where it says: a log that was moved has the chain, and not the
   * server's positions.
   */
  const standsThere = async ({ at, ordinal }: Place): Promise<boolean> => {
    if (ordinal === ledger.place().ordinal) return at === ledger.place().at
    if (at === undefined) return false
    const [event] = await readFrom(server, at, 1)
    const record = event === undefined ? undefined : recordOf(names, event)
    if (record?.kind === 'fact') return ledger.ordinalOf(record.id) === ordinal
    if (record?.kind !== 'sealed') return false
    const commit = ledger.commit(record.seal.commit)
    return commit !== undefined && commit.first + commit.count - 1 === ordinal
  }

  return async (position: Position): Promise<boolean> => {
    try {
      const place = placeOf(names.logName, position)
      if (place.inside !== undefined) return false
      const started = performance.now()
      await ledger.advance()
      while (ledger.place().ordinal < place.ordinal && performance.now() - started < lag) {
        await sleep(100)
        await ledger.advance()
      }
      return (await ledger.chainAt(place.ordinal)) === place.chain && (await standsThere(place))
    } catch (thrown) {
      if (isRefused(thrown)) return false
      throw thrown
    }
  }
}
