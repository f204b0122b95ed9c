import { randomUUID } from 'node:crypto'
import { openEventStoreLog, type EventStoreLog } from '../../../src/log/eventstore/log.ts'
import type { CommitPart } from '../../../src/log/port.ts'
import { aSealedEvent } from '../../support/events.ts'
import { startServer, type TestServer } from './server/server.ts'

export const by = { recordedBy: 'test' }

export const aLogName = (): string => `t${randomUUID().replaceAll('-', '')}`

/** Short waits: a lost answer is noticed after a fifth of a second. */
export const openOn = (server: TestServer, logName: string, more: { patience?: number; deadline?: number } = {}): EventStoreLog =>
  openEventStoreLog(server.connection, { logName, patience: 20_000, deadline: 200, ...more })

/** A server of its own, and a log on it. */
export const aServerWithLog = async (more: { patience?: number } = {}): Promise<{ server: TestServer; logName: string; log: EventStoreLog }> => {
  const [server, logName] = [await startServer(), aLogName()]
  return { server, logName, log: openOn(server, logName, more) }
}

export const closeAll = async (server: TestServer, ...logs: readonly EventStoreLog[]): Promise<void> => {
  for (const log of logs) await log.close()
  await server.stop()
}

export const part = (stream: string, expected: CommitPart['expected'], count = 1): CommitPart => ({
  stream, expected, events: Array.from({ length: count }, () => aSealedEvent()),
})

export const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

/** Numbers that look like chance, and are the same in every run. */
export const chance = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
