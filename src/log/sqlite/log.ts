import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { badInput } from '../../common/error.ts'
import type { CommitId } from '../../events/envelope.ts'
import { instantOf, laterOf, type Instant } from '../../time/instant.ts'
import type { CommitOptions, EventLog, Position, Signal } from '../port.ts'
import { appender, type Envelope } from './append.ts'
import { asStoreFailure, plainly, readOnly as readOnlyFailure } from '../../sqlite/failure.ts'
import { transaction } from '../../sqlite/open.ts'
import { inTurn } from '../../sqlite/serial.ts'
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
    writer: writing === undefined ? undefined : writerOn(writing, file),
  }))
  const head = fileWatch(file, read.head)
  const closing = new AbortController()
  const [bell, turns] = [bellOf(), inTurn()]

  /** A piece of work in a transaction of its own, when its turn comes. */
  const changing = async <T>(work: (by: Writer) => Promise<T> | T): Promise<T> => {
    if (writer === undefined) throw readOnlyFailure(file)
    try {
      return await turns.take(async () => {
        head()
        const done = await transaction(writer.database, () => work(writer))
        head()
        return done
      })
    } catch (thrown) {
      throw asStoreFailure(thrown, file, 'log')
    }
  }

  return {
    appendCommit: async (parts, options) => {
      const receipt = await changing(({ append, written }) =>
        append(parts, envelopeOf(options, written.head().recordedAt)),
      )
      bell.ring()
      return receipt
    },
    readStream: read.readStream,
    readAll: read.readAll,
    subscribe: ({ after, signal }) =>
      follow({ readAll: read.readAll, head, bell }, after, AbortSignal.any([signal, closing.signal])),
    head: async () => head(),
    commitOf: async (commit) => {
      head()
      return read.commitOf(commit)
    },
    holds: async (position) => read.holds(position),
    moveBegunAt: async () => plain(move),
    noteMove: (begunAt) =>
      changing(({ database }) => {
        database.exec('DELETE FROM move')
        if (begunAt !== undefined) database.prepare('INSERT INTO move (begun_at) VALUES (?)').run(begunAt)
      }),
    verify: async (progress) => verifyRows(read.storedEvents(), read.head().commits, progress),
    close: async () => {
      closing.abort()
      await turns.ended()
      writing?.close()
      reading.close()
    },
  }
}

const writerOn = (database: DatabaseSyncInstance, file: string) => ({
  database,
  append: appender(database),
  written: reader(database, file),
})
type Writer = ReturnType<typeof writerOn>

/** What a commit says of itself beside its events, behind a head of that instant. Throws `clock-behind-head`. */
const envelopeOf = (
  { recordedBy, commit = randomUUID() as CommitId, recordedAt, appendedAt }: CommitOptions,
  before: Instant | undefined,
): Envelope => {
  if (recordedAt !== undefined && before !== undefined && recordedAt <= before)
    throw badInput(
      'clock-behind-head',
      `recorded at ${recordedAt} would be no later than the head of the log, ${before}.`,
    )
  const at = recordedAt ?? laterOf(instantOf(new Date()), before)
  return {
    commit,
    recordedBy,
    recordedAt: at,
    ...(appendedAt !== undefined && appendedAt !== at && { appendedAt }),
  }
}

/** What a subscription reads from: the log, and the bell that rings for each commit of this process. */
interface Followed extends Pick<EventLog, 'readAll'> {
  readonly head: () => unknown
  readonly bell: Bell
}

/** What is there behind a position, then `live`, then what comes; until it is told to stop. */
async function* follow(
  { readAll, head, bell }: Followed,
  after: Position | undefined,
  stop: AbortSignal,
): AsyncIterable<Signal> {
  let position = after
  let live = false
  while (!stop.aborted) {
    const woken = bell.next()
    head()
    for await (const placed of readAll({ after: position })) {
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

/** When a move was begun; an older log that can only be read has no table for it. */
const moveIn = (database: DatabaseSyncInstance): (() => Instant | undefined) => {
  if (database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'move'").get() === undefined) return () => undefined
  const move = database.prepare('SELECT begun_at FROM move')
  return () => (move.get() as { begun_at: Instant } | undefined)?.begun_at
}

/** Whoever waits for the next ring is woken by it; all at once. */
const bellOf = () => {
  let next = rung()
  return {
    next: (): Promise<void> => next.promise,
    ring: (): void => {
      next.resolve()
      next = rung()
    },
  }
}
type Bell = ReturnType<typeof bellOf>

/** A promise that somebody else settles. */
const rung = () => {
  let resolve = () => {}
  const promise = new Promise<void>((settle) => (resolve = settle))
  return { promise, resolve }
}
