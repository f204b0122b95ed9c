import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventStoreLog } from '../../../src/log/eventstore/log.ts'
import type { Position } from '../../../src/log/port.ts'
import { collect } from '../../support/collect.ts'
import { aServerWithLog, by, closeAll, openOn, part } from './a-log.ts'

let server: Awaited<ReturnType<typeof aServerWithLog>>['server']
let logName: string
let log: EventStoreLog
const opened: EventStoreLog[] = []
beforeEach(async () => {
  ;({ server, logName, log } = await aServerWithLog())
})
afterEach(async () => {
  await closeAll(server, log, ...opened.splice(0))
})

const reopened = (): EventStoreLog => {
  const again = openOn(server, logName)
  opened.push(again)
  return again
}
const headOf = async (one: EventStoreLog): Promise<Position> => (await one.head()).position ?? expect.fail('empty')
const restoreTo = async (events: number): Promise<void> => {
  await server.down()
  server.memory.restoreTo(events)
  await server.up()
}

describe('a server that was restored from a copy', () => {
  // Events of the same size stand at the same positions of the server: only what they are tells them apart.
  it.each([
    ['one append', () => [part('igo-un', 'no-stream')]],
    ['several streams', () => [part('igo-un', 'no-stream', 2), part('igo-oas', 'no-stream')]],
  ] as const)('and went on otherwise, holds what it has in common, and no more: %s', async (_, parts) => {
    await log.appendCommit([part('treaty-cat', 'no-stream', 3)], by)
    const [common, copied] = [await headOf(log), server.memory.log.length]
    await log.appendCommit(parts(), by)
    const lost = await headOf(log)
    await restoreTo(copied)
    const again = reopened()
    expect([await again.holds(common), await again.holds(lost)]).toEqual([true, false])
    await again.appendCommit(parts(), by)
    expect([await again.holds(common), await again.holds(lost)]).toEqual([true, false])
    expect(await again.holds(await headOf(again))).toBe(true)
    // Who has seen the events that are gone goes on from none of them.
    await expect(log.head()).rejects.toMatchObject({ code: 'unknown-position' })
  })
})

describe('a log that is long', () => {
  it('holds the ends of commits whose events a new process has not seen one by one', async () => {
    await log.appendCommit([part('treaty-cat', 'no-stream', 2)], by)
    const early = await headOf(log)
    await log.appendCommit([part('treaty-crc', 'no-stream', 5_100)], by)
    const late = await headOf(log)
    await log.appendCommit([part('treaty-cat', 1)], by)
    const again = reopened()
    expect((await collect(again.readAll({ after: late }))).length).toBe(1)
    const otherwise = early.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')) as Position
    expect([await again.holds(early), await again.holds(late), await again.holds(otherwise)]).toEqual([
      true,
      true,
      false,
    ])
  })
})
