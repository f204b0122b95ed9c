import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommitId } from '../../../src/events/envelope.ts'
import type { EventStoreLog } from '../../../src/log/eventstore/log.ts'
import { openSqliteLog } from '../../../src/log/sqlite/log.ts'
import type { CommitPart } from '../../../src/log/port.ts'
import { exportLog } from '../../../src/log/transfer.ts'
import { parseInstant } from '../../../src/time/instant.ts'
import { collect } from '../../support/collect.ts'
import { aSealedEvent } from '../../support/events.ts'
import { aLogName, aServerWithLog, by, closeAll, openOn, part } from './a-log.ts'
import type { TestServer } from './server/server.ts'

let server: TestServer
let log: EventStoreLog
let logName: string

beforeEach(async () => {
  ;({ server, logName, log } = await aServerWithLog())
})
afterEach(() => closeAll(server, log))

/** Changes the payload of one event behind the server's back. */
const tamper = (stream: string, revision: number): void => {
  const there = server.memory.streamOf(`normtrail.${logName}.${stream}`) ?? []
  const event = there[revision]
  if (event === undefined) throw new Error('There is no such event.')
  Object.assign(event, { data: Buffer.from('{"actor":"rus"}') })
}

describe('the hash chain', () => {
  it('is the same as that of the embedded log with the same content', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'normtrail-log-'))
    const embedded = openSqliteLog(join(folder, 'log.sqlite'))
    const odd = aSealedEvent({
      note: 'é · 中 · \u0000 · 🕊',
      data: {
        actor: 'fra',
        10: 'ten',
        2: 'two',
        text: '\u2028 "\\',
        number: 1e21,
        nested: { b: [1, -0.5, null], a: true },
      },
    })
    const commits: { parts: CommitPart[]; recordedAt: string }[] = [
      { parts: [part('treaty-cat', 'no-stream', 3)], recordedAt: '1999-01-01' },
      {
        parts: [part('igo-un', 'no-stream', 4), { stream: 'treaty-cat', expected: 2, events: [odd] }],
        recordedAt: '2001-05-05T12:00:00Z',
      },
      { parts: [part('treaty-cat', 3)], recordedAt: '2001-05-06' },
    ]
    for (const { parts, recordedAt } of commits) {
      const options = { ...by, commit: randomUUID() as CommitId, recordedAt: parseInstant(recordedAt) }
      expect(await log.appendCommit(parts, options)).toEqual(await embedded.appendCommit(parts, options))
    }
    expect((await collect(log.readAll())).map(({ event }) => event)).toEqual(
      (await collect(embedded.readAll())).map(({ event }) => event),
    )
    expect(await log.verify()).toEqual(await embedded.verify())
    await embedded.close()
    rmSync(folder, { recursive: true })
  })

  it('is sealed in the log now and then, and a new process begins there', async () => {
    for (let revision = -1; revision < 4_799; revision += 960)
      await log.appendCommit([part('practice-a', revision < 0 ? 'no-stream' : revision, 960)], by)
    const names = Array.from({ length: 10 }, (_, index) => `igo-${index}`)
    await log.appendCommit(
      names.map((name) => part(name, 'no-stream', 60)),
      by,
    )
    expect(server.memory.streamOf(`normtrail.${logName}.log-index`)).toHaveLength(1)
    const before = await log.verify()
    expect(before).toMatchObject({ events: 5_400, commits: 6, broken: [] })
    const middle = (await collect(log.readStream('igo-5')))[25]
    const first = (await collect(log.readAll({ limit: 1 })))[0]?.event
    await log.close()
    log = openOn(server, logName)
    const reads = server.calls.read
    expect(await log.head()).toMatchObject({ ordinal: 5_400, commits: 6 })
    expect(server.calls.read - reads).toBeLessThan(12)
    expect((await collect(log.readStream('igo-5')))[25]).toEqual(middle)
    await expect(
      log.appendCommit(
        [{ stream: 'state-fra', expected: 'no-stream', events: [aSealedEvent({ id: first?.id as never })] }],
        by,
      ),
    ).rejects.toMatchObject({ code: 'duplicate-event' })
    expect(await log.verify()).toEqual(before)
    tamper('practice-a', 17)
    expect((await log.verify()).broken).toEqual([expect.stringContaining('hash chain at ordinal 5000')])
  })

  it('is not needed to see that an event of a sealed commit was changed', async () => {
    await log.appendCommit([part('igo-un', 'no-stream', 3), part('igo-iwc', 'no-stream', 3)], by)
    tamper('igo-iwc', 1)
    expect((await log.verify()).broken).toEqual([expect.stringContaining('digest')])
  })
})

describe('positions', () => {
  it('hold everywhere: inside one append, inside a sealed commit, across pages, after a restart', async () => {
    await log.appendCommit([part('treaty-cat', 'no-stream', 3)], by)
    await log.appendCommit([part('igo-un', 'no-stream', 1_200), part('igo-iwc', 'no-stream', 3)], by)
    await log.appendCommit([part('treaty-cat', 2, 3)], by)
    server.systemEvent()
    await log.appendCommit([part('treaty-cat', 5)], by)
    const all = await collect(log.readAll())
    expect(all).toHaveLength(1_210)
    await log.close()
    await server.down()
    await server.up()
    log = openOn(server, logName)
    for (const index of [0, 1, 2, 3, 4, 499, 500, 502, 1_000, 1_201, 1_202, 1_203, 1_204, 1_205, 1_206, 1_208, 1_209]) {
      const rest = await collect(log.readAll({ after: all[index]?.position }))
      expect(rest).toEqual(all.slice(index + 1))
    }
    expect((await log.head()).position).toBe(all.at(-1)?.position)
  })

  it('belong to their log', async () => {
    await log.appendCommit([part('treaty-cat', 'no-stream')], by)
    const [only] = await collect(log.readAll())
    const other = openOn(server, aLogName())
    await expect(collect(other.readAll({ after: only?.position }))).rejects.toMatchObject({ code: 'unknown-position' })
    await expect(collect(other.readAll({ after: 'sqlite:1' as never }))).rejects.toMatchObject({
      code: 'unknown-position',
    })
    await other.close()
  })

  it('beyond the end, or between two events, are found out: the server would take them', async () => {
    await log.appendCommit([part('treaty-cat', 'no-stream', 2)], by)
    const [only] = await collect(log.readAll())
    for (const wrong of ['999999999999', '3'] as const) {
      const after = String(only?.position).replace(/\|\d+\|/, `|${wrong}|`) as never
      await expect(collect(log.readAll({ after }))).rejects.toMatchObject({ code: 'unknown-position' })
      await expect(collect(log.subscribe({ after, signal: new AbortController().signal }))).rejects.toMatchObject({
        code: 'unknown-position',
      })
    }
  })
})

describe('names on the server', () => {
  it('begin with the name of the log, keep the categories of the server, and the ids of the events', async () => {
    const one = part('treaty-cat', 'no-stream')
    const { commit } = await log.appendCommit([one], by)
    const [stored] = server.memory.streamOf(`normtrail.${logName}.treaty-cat`) ?? []
    expect(stored).toMatchObject({ id: one.events[0]?.id, type: 'TreatySigned', contentType: 'application/json' })
    expect(Buffer.from(stored?.data ?? []).toString()).toBe(one.events[0]?.data)
    expect(JSON.parse(Buffer.from(stored?.metadata ?? []).toString())).toMatchObject({
      $correlationId: commit,
      recordedBy: 'test',
      revision: 0,
    })
  })

  it('of two logs do not mix', async () => {
    const other = openOn(server, aLogName())
    await log.appendCommit([part('treaty-cat', 'no-stream', 2)], by)
    await other.appendCommit([part('treaty-cat', 'no-stream', 3)], by)
    expect(await log.head()).toMatchObject({ ordinal: 2 })
    expect(await other.head()).toMatchObject({ ordinal: 3 })
    expect(await collect(log.readAll())).toHaveLength(2)
    await other.close()
  })

  it('are checked: no dots in the name of a log, no streams that are the log’s own', async () => {
    expect(() => openOn(server, 'a.b')).toThrow('cannot name a log')
    await expect(log.appendCommit([part('commit-1', 'no-stream')], by)).rejects.toMatchObject({
      code: 'reserved-stream',
    })
  })

  const stranger = (more: Partial<{ type: string; data: Buffer; metadata: Uint8Array }> = {}) => ({
    id: randomUUID(),
    type: 'Odd',
    contentType: 'application/json',
    data: Buffer.from('{}'),
    metadata: new Uint8Array(),
    ...more,
  })
  it.each([
    ['without metadata', 'treaty-cat', stranger()],
    ['with metadata of its own', 'treaty-cat', stranger({ metadata: Buffer.from('{"commit":"a","header":{}}') })],
    ['that is named like one of ours', 'treaty-cat', stranger({ type: 'TreatyRatified' })],
  ])('are passed over where a stranger writes there, and that is named: an event %s', async (_what, stream, event) => {
    await log.appendCommit([part('treaty-cat', 'no-stream', 2)], by)
    server.memory.append(`normtrail.${logName}.${stream}`, 1n, [event])
    await log.appendCommit([part('treaty-cat', 1, 2), part('igo-un', 'no-stream')], by)
    expect((await collect(log.readStream('treaty-cat'))).map(({ revision }) => revision)).toEqual([0, 1, 2, 3])
    expect((await collect(log.readStream('treaty-cat', { direction: 'backwards' }))).length).toBe(4)
    expect((await collect(log.readAll())).map(({ event: { ordinal } }) => ordinal)).toEqual([1, 2, 3, 4, 5])
    expect(await log.head()).toMatchObject({ ordinal: 5, commits: 2 })
    expect(await log.verify()).toMatchObject({
      events: 5,
      broken: [],
      strangers: [expect.stringContaining(event.id) as string],
    })
    const leftOut: string[] = []
    const lines = await collect(exportLog(log, undefined, { onStranger: (words) => leftOut.push(words) }))
    expect(lines).toHaveLength(7) // its opening, five events, its end
    expect(leftOut).toEqual([`event ${event.id} (${event.type}) in ${stream}`])
  })
  it('are passed over in a stream that is a stranger’s alone, and in those of commits', async () => {
    server.memory.append(`normtrail.${logName}.treaty-cat`, -1n, [stranger()])
    server.memory.append(`normtrail.${logName}.commit-${randomUUID()}`, -1n, [stranger({ type: 'CommitSealed' })])
    await log.appendCommit([part('treaty-cat', 'no-stream', 2), part('igo-un', 'no-stream')], by)
    expect((await collect(log.readStream('treaty-cat'))).map(({ revision }) => revision)).toEqual([0, 1])
    expect(await log.verify()).toMatchObject({ events: 3, broken: [] })
  })

  it('say what a correction corrects', async () => {
    const target = randomUUID()
    await log.appendCommit(
      [
        {
          stream: 'treaty-cat',
          expected: 'no-stream',
          events: [aSealedEvent({ type: 'EventRetracted', data: { target, reason: 'a misprint' } })],
        },
      ],
      by,
    )
    const [stored] = server.memory.streamOf(`normtrail.${logName}.treaty-cat`) ?? []
    expect(JSON.parse(Buffer.from(stored?.metadata ?? []).toString())).toMatchObject({ $causationId: target })
  })

  it('too large an event is refused by name', async () => {
    const event = aSealedEvent({ data: { actor: 'usa', text: 'x'.repeat(1_100_000) } })
    await expect(
      log.appendCommit([{ stream: 'treaty-cat', expected: 'no-stream', events: [event] }], by),
    ).rejects.toMatchObject({ code: 'event-too-large' })
  })
})
