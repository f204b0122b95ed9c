import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventStoreLog } from '../../../src/log/eventstore/log.ts'
import type { Signal } from '../../../src/log/port.ts'
import { collect } from '../../support/collect.ts'
import { aLogName, aServerWithLog, by, closeAll, failNowAndThen, hasty, openOn, part } from './a-log.ts'
import type { Faults } from './server/faults.ts'
import { startServer, type TestServer } from './server/server.ts'

let server: TestServer
let log: EventStoreLog
let logName: string

beforeEach(async () => {
  ;({ server, logName, log } = await aServerWithLog(hasty))
})
afterEach(() => closeAll(server, log))

const ordinalsOf = (signals: readonly Signal[]): readonly number[] =>
  signals.flatMap((signal) => (signal.kind === 'event' ? [signal.event.ordinal] : []))
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1)

describe('an append that goes wrong on its way is made once', () => {
  const faults: Record<string, Partial<Faults>> = {
    'the answer is lost': { loseAnswers: 1 },
    'the answer is lost three times': { loseAnswers: 3 },
    'the connection breaks after writing': { dropAfterWriting: 1 },
    'the connection breaks before writing': { dropBeforeWriting: 2 },
    'the server swallows it': { swallow: 1 },
    'the server is not ready': { notReady: 3 },
    'reads break off': { breakReads: { times: 3, after: 0 } },
  }
  for (const [what, fault] of Object.entries(faults))
    it(what, async () => {
      await log.appendCommit([part('treaty-cat', 'no-stream', 2)], by)
      server.setFaults(fault)
      const one = part('treaty-cat', 1, 3)
      const receipt = await log.appendCommit([one], by)
      expect(receipt).toMatchObject({ firstOrdinal: 3, lastOrdinal: 5, written: 3 })
      const parts = [part('igo-un', 'no-stream', 2), part('treaty-cat', 4, 2)]
      server.setFaults(fault)
      expect(await log.appendCommit(parts, by)).toMatchObject({ firstOrdinal: 6, lastOrdinal: 9, written: 4 })
      expect((await collect(log.readStream('treaty-cat'))).map(({ revision }) => revision)).toEqual([
        0, 1, 2, 3, 4, 5, 6,
      ])
      expect(await log.verify()).toMatchObject({ events: 9, commits: 3, broken: [] })
    })

  it('the client keeps a failed look-up of the server’s features for good', async () => {
    server.setFaults({ failFeatures: 2 })
    expect(await log.appendCommit([part('treaty-cat', 'no-stream')], by)).toMatchObject({ written: 1 })
    expect(server.faults.failFeatures).toBe(0)
  })

  it('another node has become the leader', async () => {
    await log.appendCommit([part('treaty-cat', 'no-stream')], by)
    server.setFaults({ notLeader: { times: 1, port: server.port } })
    await log.appendCommit([part('treaty-cat', 0)], by)
    expect(await log.head()).toMatchObject({ ordinal: 2 })
  })

  it('the server is away for a while, and forgets what it knew of ids', async () => {
    await log.appendCommit([part('treaty-cat', 'no-stream')], by)
    server.setFaults({ loseAnswers: 1 })
    const appending = log.appendCommit([part('treaty-cat', 0)], by)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await server.down()
    await new Promise((resolve) => setTimeout(resolve, 300))
    await server.up()
    expect(await appending).toMatchObject({ firstOrdinal: 2, lastOrdinal: 2, written: 1 })
    expect(await collect(log.readAll())).toHaveLength(2)
  })
})

describe('a server that stays away', () => {
  it('is unavailable once patience ends', async () => {
    await log.close()
    log = openOn(server, logName, { ...hasty, patience: 300 })
    await log.appendCommit([part('treaty-cat', 'no-stream')], by)
    await server.down()
    for (const call of [
      () => log.appendCommit([part('treaty-cat', 0)], by),
      () => log.head(),
      () => collect(log.readAll()),
      () => collect(log.readStream('treaty-cat')),
    ])
      await expect(call()).rejects.toMatchObject({ class: 'unavailable', code: 'log-unavailable' })
    await server.up()
    expect(await log.head()).toMatchObject({ ordinal: 1 })
  })

  it('is found out where it lost what it held', async () => {
    await log.appendCommit([part('treaty-cat', 'no-stream', 3)], by)
    const [first] = await collect(log.readAll())
    server.memory.lose()
    await expect(collect(log.readAll({ after: first?.position }))).rejects.toMatchObject({ code: 'unknown-position' })
  })
})

describe('many writers on a bad network', () => {
  /** In `processes.test.ts` it is a thousand of them, from eight processes. */
  it('400 appends from 8 writers: every event once, in order in its stream', async () => {
    const left = failNowAndThen(server, { seed: 20_240_601, share: 0.12, times: 24 })
    const sent = new Map<string, string[]>()
    const writer = async (name: string): Promise<void> => {
      const stream = `practice-${name}`
      const ids: string[] = []
      sent.set(stream, ids)
      for (let revision = -1; revision < 49; revision += 1) {
        const one = part(stream, revision < 0 ? 'no-stream' : revision)
        ids.push(...one.events.map(({ id }) => id))
        await log.appendCommit([one], by)
      }
    }
    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(writer))
    expect(left()).toBe(0)
    const all = await collect(log.readAll())
    expect(all).toHaveLength(400)
    for (const [stream, ids] of sent)
      expect(all.filter(({ event }) => event.stream === stream).map(({ event }) => event.id)).toEqual(ids)
    expect(await log.verify()).toMatchObject({ events: 400, commits: 400, broken: [] })
  })

  it('writers that race for one stream share it out without a gap', async () => {
    server.setFaults({ loseAnswers: 5, notReady: 5 })
    let conflicts = 0
    const writer = async (): Promise<void> => {
      for (let done = 0; done < 8;) {
        const last = (await collect(log.readStream('treaty-cat', { direction: 'backwards', limit: 1 })))[0]
        try {
          await log.appendCommit([part('treaty-cat', last?.revision ?? 'no-stream')], by)
          done += 1
        } catch (thrown) {
          expect(thrown).toMatchObject({ code: 'wrong-expected-revision' })
          conflicts += 1
        }
      }
    }
    await Promise.all([writer(), writer(), writer(), writer()])
    expect(conflicts).toBeGreaterThan(0)
    expect((await collect(log.readStream('treaty-cat'))).map(({ revision }) => revision)).toEqual(
      upTo(32).map((n) => n - 1),
    )
  })
})

describe('a subscription', () => {
  it('comes back after every drop, misses nothing, doubles nothing, and is live once', async () => {
    server.setFaults({ dropSubscriptions: { times: 6, after: 7 } })
    const stop = new AbortController()
    const signals: Signal[] = []
    const appending = (async () => {
      for (let revision = -1; revision < 59; revision += 1) {
        if (revision === 30) await server.interrupt()
        if (revision === 20) server.systemEvent()
        await log.appendCommit([part('treaty-cat', revision < 0 ? 'no-stream' : revision)], by)
      }
    })()
    for await (const signal of log.subscribe({ signal: stop.signal })) {
      signals.push(signal)
      if (ordinalsOf(signals).length === 60 && signals.some(({ kind }) => kind === 'live')) break
    }
    stop.abort()
    await appending
    expect(ordinalsOf(signals)).toEqual(upTo(60))
    expect(signals.filter(({ kind }) => kind === 'live')).toHaveLength(1)
  })

  it('is not dropped, nor filled without bound, by a consumer that takes its time', async () => {
    // Long appends are no lost ones.
    await log.close()
    log = openOn(server, logName)
    const stop = new AbortController()
    const signals: Signal[] = []
    for await (const signal of log.subscribe({ signal: stop.signal })) {
      signals.push(signal)
      if (signal.kind === 'live')
        for (let revision = -1; revision < 5_999; revision += 1_000)
          await log.appendCommit([part('treaty-cat', revision < 0 ? 'no-stream' : revision, 1_000)], by)
      if (signals.length === 6_001) break
    }
    stop.abort()
    expect(ordinalsOf(signals)).toEqual(upTo(6_000))
  })

  it('ends where its signal says so, while it waits', async () => {
    const stop = new AbortController()
    const kinds: string[] = []
    for await (const { kind } of log.subscribe({ signal: stop.signal })) {
      kinds.push(kind)
      setTimeout(() => stop.abort(), 20)
    }
    expect(kinds).toEqual(['live'])
  })

  it('ends when the log is closed', async () => {
    const other = openOn(server, logName, hasty)
    const stop = new AbortController()
    for await (const { kind } of other.subscribe({ signal: stop.signal }))
      if (kind === 'live') setTimeout(() => void other.close(), 20)
    expect(stop.signal.aborted).toBe(false)
  })
})

describe('one process', () => {
  it('shares one client for many logs of a server, and none with another server', async () => {
    const other = openOn(server, aLogName(), hasty)
    await Promise.all([
      log.appendCommit([part('treaty-cat', 'no-stream')], by),
      other.appendCommit([part('treaty-cat', 'no-stream')], by),
    ])
    await other.close()
    await log.appendCommit([part('treaty-cat', 0)], by)
    const elsewhere = await startServer()
    expect(() => openOn(elsewhere, logName)).toThrow('another server')
    await elsewhere.stop()
  })

  it('appends by BatchAppend only', async () => {
    await log.appendCommit([part('treaty-cat', 'no-stream'), part('igo-un', 'no-stream')], by)
    expect(server.calls).toMatchObject({ append: 0, batchAppend: 4 })
  })
})
