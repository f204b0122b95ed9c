import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventStoreLog } from '../../../src/log/eventstore/log.ts'
import type { CommitReceipt } from '../../../src/log/port.ts'
import { collect } from '../../support/collect.ts'
import { aServerWithLog, by, chance, closeAll, openOn, part } from './a-log.ts'
import type { TestServer } from './server/server.ts'

let server: TestServer
let logs: EventStoreLog[]
let logName: string

beforeEach(async () => {
  const made = await aServerWithLog()
  ;({ server, logName } = made)
  logs = [made.log, openOn(server, logName)]
})
afterEach(() => closeAll(server, ...logs))

/**
 * What a log that reads everything anew says of each receipt must be what the receipt says, however the writer came to
 * know it.
 */
const allHold = async (receipts: readonly CommitReceipt[]): Promise<void> => {
  const reader = openOn(server, logName)
  const all = (await collect(reader.readAll())).map(({ event }) => event)
  expect(all.map(({ ordinal }) => ordinal)).toEqual(all.map((_event, index) => index + 1))
  expect(all).toHaveLength(receipts.reduce((sum, { written }) => sum + written, 0))
  for (const { commit, recordedAt, firstOrdinal, lastOrdinal, written } of receipts) {
    const events = all.slice(firstOrdinal - 1, lastOrdinal)
    expect(events).toHaveLength(written)
    expect(new Set(events.map((event) => `${event.commit} ${event.recordedAt}`))).toEqual(
      new Set([`${commit} ${recordedAt}`]),
    )
  }
  expect(await reader.verify()).toMatchObject({ commits: receipts.length, broken: [] })
  for (const log of logs) expect(await log.head()).toEqual(await reader.head())
  await reader.close()
}

describe('receipts of two logs that write to one place', () => {
  const shapes: Record<
    string,
    { readonly writers: number; readonly commits: number; readonly size: (draw: number) => number }
  > = {
    'one event after the other': { writers: 1, commits: 60, size: () => 1 },
    // A segment is 5,000 events; the imports append 540 more.
    'long appends one after the other, over the end of a segment': { writers: 1, commits: 3, size: () => 800 },
    'short and long ones at once': { writers: 6, commits: 4, size: (draw) => (draw < 0.3 ? 120 : 2) },
    'a crowd': { writers: 40, commits: 4, size: (draw) => (draw < 0.05 ? 60 : 1) },
  }
  for (const [what, { writers, commits, size }] of Object.entries(shapes))
    it(`${what}: with imports in between, and subscriptions that drop`, async () => {
      const random = chance(20_261_122)
      const receipts: CommitReceipt[] = []
      server.setFaults({ dropSubscriptions: { times: 8, after: 5 } })
      const writer = async (log: EventStoreLog, name: string): Promise<void> => {
        let revision = -1
        for (let done = 0; done < commits; done += 1) {
          const count = size(random())
          receipts.push(
            await log.appendCommit([part(`practice-${name}`, revision < 0 ? 'no-stream' : revision, count)], by),
          )
          revision += count
        }
      }
      const importer = async (log: EventStoreLog, name: string): Promise<void> => {
        for (let done = 0; done < 3; done += 1)
          receipts.push(
            await log.appendCommit(
              Array.from({ length: 30 }, (_, index) => part(`igo-${name}-${done}-${index}`, 'no-stream', 3)),
              by,
            ),
          )
      }
      await Promise.all(
        logs.flatMap((log, index) => [
          importer(log, `${index}`),
          ...Array.from({ length: writers }, (_, writing) => writer(log, `${index}-${writing}`)),
        ]),
      )
      await allHold(receipts)
    })
})

describe('parts that are written at the same time', () => {
  it('of which one fails, are all given up', async () => {
    const [log] = logs as [EventStoreLog]
    await log.appendCommit([part('igo-12', 'no-stream')], by)
    const parts = Array.from({ length: 30 }, (_, index) => part(`igo-${index}`, 'no-stream', 2))
    await expect(log.appendCommit(parts, by)).rejects.toMatchObject({
      code: 'wrong-expected-revision',
      where: 'igo-12',
    })
    expect(await log.unfinishedCommits()).toEqual([])
    expect(
      await log.appendCommit(
        parts.filter(({ stream }) => stream !== 'igo-12'),
        by,
      ),
    ).toMatchObject({ written: 58 })
    expect(await log.verify()).toMatchObject({ events: 59, commits: 2, broken: [] })
  })
})
