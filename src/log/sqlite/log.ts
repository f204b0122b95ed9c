import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { badInput } from '../../common/error.ts'
import type { CommitId } from '../../events/envelope.ts'
import { instantOf, laterOf, type Instant } from '../../time/instant.ts'
import type { EventLog, Position, Signal } from '../port.ts'
import { appender } from './append.ts'
import { asStoreFailure, plainly, readOnly as readOnlyFailure } from '../../sqlite/failure.ts'
import { transaction } from '../../sqlite/open.ts'
import { isOnlyReadable } from '../../sqlite/writable.ts'
import { openLogFile } from './open-file.ts'
import { reader } from './read.ts'
import { fileWatch } from './same-file.ts'
import { verifyRows } from './verify.ts'

/** How often a subscription looks for commits of other processes. */
const pollMilliseconds = 50

/**
 * Opens the embedded log: one SQLite file, durable, append-only. Where the file can only be read, what would change it
 * is refused as `read-only`.
 */
export const openSqliteLog = (file: string, { readOnly = isOnlyReadable(file) } = {}): EventLog => {
  const { reading, writing } = openLogFile(file, readOnly)
  const plain = <T>(work: () => T): T => plainly(file, 'log', work)
  const { read, move, writer } = plain(() => ({
    read: reader(reading, file),
    move: moveIn(reading),
    writer: writing === undefined ? undefined : { append: appender(writing), written: reader(writing, file) },
  }))
  const head = fileWatch(file, read.head)
  const closing = new AbortController()
  let bell = ring()
  let turn: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  /** A piece of work in a transaction of its own, when its turn comes. */
  const changing = async <T>(
    work: (to: DatabaseSyncInstance, by: NonNullable<typeof writer>) => Promise<T> | T,
  ): Promise<T> => {
    if (writing === undefined || writer === undefined) throw readOnlyFailure(file)
    try {
      return await inTurn(async () => {
        head()
        const done = await transaction(writing, () => work(writing, writer))
        head()
        return done
      })
    } catch (thrown) {
      throw asStoreFailure(thrown, file, 'log')
    }
  }

  async function* subscribe({
    after,
    signal,
  }: {
    after?: Position | undefined
    signal: AbortSignal
  }): AsyncIterable<Signal> {
    const stop = AbortSignal.any([signal, closing.signal])
    let position = after
    let live = false
    while (!stop.aborted) {
      const woken = bell.promise
      head()
      for await (const placed of read.readAll({ after: position })) {
        if (stop.aborted) return
        yield { kind: 'event', ...placed }
        position = placed.position
      }
      if (!live && !stop.aborted) yield { kind: 'live' }
      live = true
      const round = new AbortController()
      const over = AbortSignal.any([stop, round.signal])
      await Promise.race([woken, sleep(pollMilliseconds, undefined, { signal: over }).catch(() => undefined)])
      round.abort()
    }
  }

  return {
    appendCommit: async (parts, { recordedBy, commit = randomUUID() as CommitId, recordedAt, appendedAt }) => {
      const receipt = await changing((_to, { append, written }) => {
        const before = written.head().recordedAt
        if (recordedAt !== undefined && before !== undefined && recordedAt <= before)
          throw badInput(
            'clock-behind-head',
            `recorded at ${recordedAt} would be no later than the head of the log, ${before}.`,
          )
        const at = recordedAt ?? laterOf(instantOf(new Date()), before)
        return append(parts, {
          commit,
          recordedBy,
          recordedAt: at,
          ...(appendedAt !== undefined && appendedAt !== at && { appendedAt }),
        })
      })
      bell.resolve()
      bell = ring()
      return receipt
    },
    readStream: read.readStream,
    readAll: read.readAll,
    subscribe,
    head: async () => head(),
    holds: async (position) => read.holds(position),
    moveBegunAt: async () => plain(move),
    noteMove: (begunAt) =>
      changing((to) => {
        to.exec('DELETE FROM move')
        if (begunAt !== undefined) to.prepare('INSERT INTO move (begun_at) VALUES (?)').run(begunAt)
      }),
    verify: async (progress) => verifyRows(read.storedEvents(), read.head().commits, progress),
    close: async () => {
      closing.abort()
      await turn
      writing?.close()
      reading.close()
    },
  }
}

/** When a move was begun; an older log that can only be read has no table for it. */
const moveIn = (database: DatabaseSyncInstance): (() => Instant | undefined) => {
  if (database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'move'").get() === undefined) return () => undefined
  const move = database.prepare('SELECT begun_at FROM move')
  return () => (move.get() as { begun_at: Instant } | undefined)?.begun_at
}

/** A promise that somebody else settles. */
const ring = () => {
  let resolve = () => {}
  const promise = new Promise<void>((settle) => (resolve = settle))
  return { promise, resolve }
}
