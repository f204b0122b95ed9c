import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { badInput } from '../../error.ts'
import type { CommitId } from '../../events/envelope.ts'
import { instantOf, laterOf, type Instant } from '../../time/instant.ts'
import type { EventLog, Position, Signal } from '../port.ts'
import { appender } from './append.ts'
import { openSqlite, transaction } from '../../sqlite/open.ts'
import { reader } from './read.ts'
import { schema } from './schema.ts'
import { verifyRows } from './verify.ts'

/** How often a subscription looks for commits of other processes. */
const pollMilliseconds = 50

/** Opens the embedded log: one SQLite file, durable, append-only. Two connections, so that reading never sees half a commit. */
export const openSqliteLog = (file: string): EventLog => {
  const writing = openSqlite(file)
  writing.exec(schema)
  const append = appender(writing)
  const written = reader(writing)
  const reading = openSqlite(file)
  const read = reader(reading)
  const move = reading.prepare('SELECT begun_at FROM move')
  const closing = new AbortController()
  let bell = ring()
  let turn: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
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
    appendCommit: (parts, { recordedBy, commit = randomUUID() as CommitId, recordedAt, appendedAt }) =>
      inTurn(async () => {
        const receipt = await transaction(writing, () => {
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
      }),
    readStream: read.readStream,
    readAll: read.readAll,
    subscribe,
    head: async () => read.head(),
    moveBegunAt: async () => (move.get() as { begun_at: Instant } | undefined)?.begun_at,
    noteMove: (begunAt) =>
      inTurn(() =>
        transaction(writing, () => {
          writing.exec('DELETE FROM move')
          if (begunAt !== undefined) writing.prepare('INSERT INTO move (begun_at) VALUES (?)').run(begunAt)
        }),
      ),
    verify: async (progress) => verifyRows(read.storedEvents(), read.head().commits, progress),
    close: async () => {
      closing.abort()
      await turn
      writing.close()
      reading.close()
    },
  }
}

/** A promise that somebody else settles. */
const ring = () => {
  let resolve = () => {}
  const promise = new Promise<void>((settle) => (resolve = settle))
  return { promise, resolve }
}
