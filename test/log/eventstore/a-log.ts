import { randomUUID } from 'node:crypto'
import { openEventStoreLog, type EventStoreLog } from '../../../src/log/eventstore/log.ts'
import type { CommitPart } from '../../../src/log/port.ts'
import { aSealedEvent } from '../../support/events.ts'
import { startServer, type TestServer } from './server/server.ts'

export const by = { recordedBy: 'test' }

export const aLogName = (): string => `t${randomUUID().replaceAll('-', '')}`

/** Waits that are no trouble where answers get lost: that is noticed after a quarter of a second. */
export const hasty = { deadline: 250 } as const

/** `deadline`: how long an answer is waited for, in milliseconds; by default long enough for a machine that is busy. */
export const openOn = (
  server: TestServer,
  logName: string,
  more: { patience?: number; deadline?: number } = {},
): EventStoreLog => openEventStoreLog(server.connection, { logName, patience: 20_000, deadline: 5_000, ...more })

/** A server of its own, and a log on it. */
export const aServerWithLog = async (
  more: { patience?: number; deadline?: number } = {},
): Promise<{ server: TestServer; logName: string; log: EventStoreLog }> => {
  const [server, logName] = [await startServer(), aLogName()]
  return { server, logName, log: openOn(server, logName, more) }
}

export const closeAll = async (server: TestServer, ...logs: readonly EventStoreLog[]): Promise<void> => {
  for (const log of logs) await log.close()
  await server.stop()
}

export const part = (stream: string, expected: CommitPart['expected'], count = 1): CommitPart => ({
  stream,
  expected,
  events: Array.from({ length: count }, () => aSealedEvent()),
})

/** Numbers that look like chance, and are the same in every run. */
export const chance = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/**
 * Every so many appends go wrong, until `times` of them have: the answer is lost, the connection breaks after writing,
 * or the server is not ready. Tells how many are left.
 */
export const failNowAndThen = (
  server: TestServer,
  { seed, share, times }: { readonly seed: number; readonly share: number; readonly times: number },
): (() => number) => {
  const random = chance(seed)
  let left = times
  server.setFaults({
    beforeAppend: () => {
      const draw = random()
      if (left === 0 || draw > share) return
      left -= 1
      if (draw < share / 3) server.faults.loseAnswers = 1
      else if (draw < (2 * share) / 3) server.faults.dropAfterWriting = 1
      else server.faults.notReady = 1
    },
  })
  return () => left
}
