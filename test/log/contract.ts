import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../src/events/envelope.ts'
import type { CommitPart, EventLog, Position, Signal } from '../../src/log/port.ts'
import { parseInstant } from '../../src/time/instant.ts'
import { collect } from '../support/collect.ts'
import { aSealedEvent } from '../support/events.ts'

/** How a test gets at one log of an engine, and opens the same log again. */
export interface Engine {
  readonly open: () => Promise<EventLog>
  readonly dispose: () => Promise<void>
}

const by = { recordedBy: 'contract suite' }

const part = (stream: string, expected: CommitPart['expected'], count = 1): CommitPart => ({
  stream,
  expected,
  events: Array.from({ length: count }, () => aSealedEvent()),
})

const idsOf = (events: readonly RecordedEvent[]): readonly string[] => events.map((event) => event.id)

/** Takes signals until `enough` says so. */
const follow = async (
  log: EventLog,
  after: Position | undefined,
  enough: (signals: readonly Signal[]) => boolean,
): Promise<readonly Signal[]> => {
  const stop = new AbortController()
  const signals: Signal[] = []
  for await (const signal of log.subscribe({ after, signal: stop.signal })) {
    signals.push(signal)
    if (enough(signals)) break
  }
  stop.abort()
  return signals
}

/** What every log must do, whatever the engine. */
export const logContract = (name: string, engineOf: () => Promise<Engine>): void => {
  describe(`${name} keeps the contract of a log`, () => {
    let engine: Engine
    let log: EventLog

    beforeEach(async () => {
      engine = await engineOf()
      log = await engine.open()
    })

    afterEach(async () => {
      await log.close()
      await engine.dispose()
    })

    it('is empty at first', async () => {
      expect(await log.head()).toMatchObject({ ordinal: 0, commits: 0, recordedAt: undefined })
      expect(await collect(log.readAll())).toEqual([])
      expect(await collect(log.readStream('treaty-cat'))).toEqual([])
    })

    it('gives back what was appended, with its place', async () => {
      const event = aSealedEvent({ data: { actor: 'fra', kind: 'simple' }, note: 'as written' })
      const receipt = await log.appendCommit([{ stream: 'treaty-cat', expected: 'no-stream', events: [event] }], by)
      const [read] = await collect(log.readStream('treaty-cat'))
      expect(read).toMatchObject({
        id: event.id,
        stream: 'treaty-cat',
        revision: 0,
        ordinal: 1,
        commit: receipt.commit,
        recordedAt: receipt.recordedAt,
        recordedBy: by.recordedBy,
        note: 'as written',
        data: { actor: 'fra', kind: 'simple' },
      })
      expect(receipt).toMatchObject({ firstOrdinal: 1, lastOrdinal: 1, written: 1 })
    })

    it('keeps a commit over several streams together, under one instant', async () => {
      await log.appendCommit([part('treaty-cat', 'no-stream', 2), part('igo-un', 'no-stream', 3)], by)
      const all = await collect(log.readAll())
      expect(all.map(({ event }) => event.ordinal)).toEqual([1, 2, 3, 4, 5])
      expect(new Set(all.map(({ event }) => event.recordedAt)).size).toBe(1)
      expect(all.map(({ endsCommit }) => endsCommit)).toEqual([false, false, false, false, true])
      expect(all.map(({ event }) => event.stream)).toEqual(['treaty-cat', 'treaty-cat', 'igo-un', 'igo-un', 'igo-un'])
    })

    it('records every commit later than the one before', async () => {
      const receipts = []
      for (let revision = -1; revision < 20; revision += 1)
        receipts.push(await log.appendCommit([part('treaty-cat', revision < 0 ? 'no-stream' : revision)], by))
      const instants = receipts.map((receipt) => receipt.recordedAt)
      expect(instants).toEqual([...new Set(instants)].toSorted())
    })

    it('takes a given instant, but none earlier than its head', async () => {
      const recordedAt = parseInstant('1999-01-01')
      const receipt = await log.appendCommit([part('treaty-cat', 'no-stream')], { ...by, recordedAt })
      expect(receipt.recordedAt).toBe(recordedAt)
      await expect(
        log.appendCommit([part('treaty-cat', 0)], { ...by, recordedAt: parseInstant('1998-01-01') }),
      ).rejects.toMatchObject({ code: 'clock-behind-head' })
    })

    it(
      'keeps beside a given instant when it was really appended, of one stream, of a long part and of many; ' +
        'and says so only where they differ',
      async () => {
        const appendedAt = parseInstant('2999-01-01')
        const given = (day: string) => ({ ...by, recordedAt: parseInstant(day), appendedAt })
        await log.appendCommit([part('treaty-cat', 'no-stream')], given('2001-01-01'))
        await log.appendCommit([part('treaty-crc', 'no-stream', 40)], given('2002-01-01'))
        await log.appendCommit([part('igo-un', 'no-stream', 2), part('igo-oas', 'no-stream')], given('2003-01-01'))
        await log.appendCommit([part('norm-torture', 'no-stream')], {
          ...by,
          recordedAt: parseInstant('2004-01-01'),
          appendedAt: parseInstant('2004-01-01'),
        })
        await log.appendCommit([part('norm-slavery', 'no-stream')], by)
        const found: (string | undefined)[] = []
        for await (const { event } of log.readAll()) found.push(event.appendedAt)
        expect(found).toEqual([...Array.from({ length: 44 }, () => appendedAt), undefined, undefined])
        expect((await log.verify()).broken).toEqual([])
      },
    )
    it('refuses a writer with a wrong expectation, and writes nothing of its commit', async () => {
      await log.appendCommit([part('treaty-cat', 'no-stream')], by)
      for (const expected of ['no-stream', 1, 7] as const)
        await expect(
          log.appendCommit([part('igo-un', 'no-stream'), part('treaty-cat', expected)], by),
        ).rejects.toMatchObject({
          code: 'wrong-expected-revision',
          class: 'conflict',
        })
      expect((await log.head()).ordinal).toBe(1)
      expect(await collect(log.readStream('igo-un'))).toEqual([])
    })

    it('lets one of twenty racing writers win', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, () => log.appendCommit([part('treaty-cat', 'no-stream')], by)),
      )
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await collect(log.readStream('treaty-cat'))).toHaveLength(1)
    })

    it('knows a retry by its ids, even later, and writes nothing again', async () => {
      const commit = [part('treaty-cat', 'no-stream', 2), part('igo-un', 'no-stream', 1)]
      const first = await log.appendCommit(commit, by)
      for (let revision = 1; revision < 30; revision += 1) await log.appendCommit([part('treaty-cat', revision)], by)
      const again = await log.appendCommit(commit, by)
      expect(again).toEqual({ ...first, written: 0 })
      expect((await log.head()).ordinal).toBe(32)
    })

    it('refuses an event that stands elsewhere already', async () => {
      const one = part('treaty-cat', 'no-stream')
      await log.appendCommit([one], by)
      await expect(log.appendCommit([{ ...one, stream: 'treaty-icerd' }], by)).rejects.toMatchObject({
        class: 'conflict',
      })
      await expect(
        log.appendCommit([{ ...one, expected: 0, events: [...one.events, aSealedEvent()] }], by),
      ).rejects.toMatchObject({ class: 'conflict' })
      expect((await log.head()).ordinal).toBe(1)
    })

    it('refuses the same event twice in one commit', async () => {
      const event = aSealedEvent()
      await expect(
        log.appendCommit([{ stream: 'treaty-cat', expected: 'no-stream', events: [event, event] }], by),
      ).rejects.toMatchObject({ class: 'conflict' })
      expect((await log.head()).ordinal).toBe(0)
    })

    it('takes an empty append for nothing', async () => {
      expect((await log.appendCommit([], by)).written).toBe(0)
      expect((await log.appendCommit([{ stream: 'treaty-cat', expected: 'no-stream', events: [] }], by)).written).toBe(
        0,
      )
      expect(await log.head()).toMatchObject({ ordinal: 0, commits: 0 })
    })

    it('keeps every script of the world intact', async () => {
      const words = 'Türkiye · Côte d’Ivoire · Россия · 中国 · العربية · 🕊 · \u0000 · "quoted" \\ / \n'
      await log.appendCommit(
        [
          {
            stream: 'norm-förbud/中国 1',
            expected: 'no-stream',
            events: [aSealedEvent({ note: words, data: { actor: 'tur', text: words } })],
          },
        ],
        by,
      )
      const [event] = await collect(log.readStream('norm-förbud/中国 1'))
      expect(event).toMatchObject({ note: words, data: { text: words } })
    })

    it('keeps a large payload intact', async () => {
      const text = 'a reservation '.repeat(40_000)
      await log.appendCommit(
        [{ stream: 'treaty-cat', expected: 'no-stream', events: [aSealedEvent({ data: { actor: 'usa', text } })] }],
        by,
      )
      expect((await collect(log.readStream('treaty-cat')))[0]?.data.text).toBe(text)
    })

    it('takes a commit larger than any page, from a source that is read as it goes', async () => {
      async function* parts() {
        for (let stream = 0; stream < 50; stream += 1) yield part(`treaty-t${stream}`, 'no-stream', 100)
      }
      expect(await log.appendCommit(parts(), by)).toMatchObject({ firstOrdinal: 1, lastOrdinal: 5_000, written: 5_000 })
      const all = await collect(log.readAll())
      expect(all.map(({ event }) => event.ordinal)).toEqual(Array.from({ length: 5_000 }, (_, index) => index + 1))
      expect(all.filter(({ endsCommit }) => endsCommit)).toHaveLength(1)
    })

    it('shows nothing of a commit whose source fails half-way', async () => {
      async function* parts() {
        yield part('treaty-cat', 'no-stream', 100)
        throw new Error('the file ends here')
      }
      await expect(log.appendCommit(parts(), by)).rejects.toThrow('the file ends here')
      expect(await log.head()).toMatchObject({ ordinal: 0 })
      expect(await collect(log.readAll())).toEqual([])
      await log.appendCommit([part('treaty-cat', 'no-stream')], by)
      expect((await log.head()).ordinal).toBe(1)
    })

    it('reads a stream from a revision on, forwards and backwards', async () => {
      await log.appendCommit([part('treaty-cat', 'no-stream', 5)], by)
      const revisions = async (options: Parameters<EventLog['readStream']>[1]) =>
        (await collect(log.readStream('treaty-cat', options))).map((event) => event.revision)
      expect(await revisions({ from: 2 })).toEqual([2, 3, 4])
      expect(await revisions({ direction: 'backwards' })).toEqual([4, 3, 2, 1, 0])
      expect(await revisions({ from: 2, direction: 'backwards' })).toEqual([2, 1, 0])
      expect(await revisions({ from: 1, limit: 2 })).toEqual([1, 2])
      expect(await revisions({ from: 9 })).toEqual([])
    })

    it('reads all from every position without a gap', async () => {
      await log.appendCommit([part('treaty-cat', 'no-stream', 3)], by)
      await log.appendCommit([part('igo-un', 'no-stream', 3)], by)
      const all = await collect(log.readAll())
      for (const [index, { position }] of all.entries()) {
        const rest = await collect(log.readAll({ after: position }))
        expect(rest.map(({ event }) => event.ordinal)).toEqual(all.slice(index + 1).map(({ event }) => event.ordinal))
      }
      expect(await collect(log.readAll({ limit: 2 }))).toHaveLength(2)
    })

    it('holds the ends of its commits, and no other place', async () => {
      await log.appendCommit([part('treaty-cat', 'no-stream', 2)], by)
      await log.appendCommit([part('igo-un', 'no-stream', 3), part('treaty-crc', 'no-stream', 2)], by)
      await log.appendCommit([part('treaty-cat', 1)], by)
      const placed = await collect(log.readAll())
      expect(placed.at(-1)?.position).toBe((await log.head()).position)
      const held = async (one: EventLog) => Promise.all(placed.map(({ position }) => one.holds(position)))
      expect(await held(log)).toEqual(placed.map(({ endsCommit }) => endsCommit))
      const later = await engine.open()
      expect(await held(later)).toEqual(placed.map(({ endsCommit }) => endsCommit))
      await later.close()
    })
    it('holds no place of another log, whatever its number', async () => {
      const other = await engineOf()
      const otherLog = await other.open()
      for (const one of [log, otherLog]) await one.appendCommit([part('treaty-cat', 'no-stream', 2)], by)
      const [mine, theirs] = [(await log.head()).position as Position, (await otherLog.head()).position as Position]
      expect(
        await Promise.all([log.holds(mine), log.holds(theirs), otherLog.holds(theirs), otherLog.holds(mine)]),
      ).toEqual([true, false, true, false])
      expect(await log.holds('sqlite:2' as Position)).toBe(false)
      await expect(collect(log.readAll({ after: theirs }))).rejects.toMatchObject({ code: 'unknown-position' })
      await otherLog.close()
      await other.dispose()
    })
    it('catches up, says once that it is live, and goes on', async () => {
      await log.appendCommit([part('treaty-cat', 'no-stream', 3)], by)
      const signals: Signal[] = []
      const stop = new AbortController()
      for await (const signal of log.subscribe({ signal: stop.signal })) {
        signals.push(signal)
        if (signal.kind === 'live') void log.appendCommit([part('igo-un', 'no-stream', 2)], by)
        if (signals.length === 6) break
      }
      stop.abort()
      expect(signals.map((signal) => signal.kind)).toEqual(['event', 'event', 'event', 'live', 'event', 'event'])
    })

    it('misses nothing while others append', async () => {
      const appending = (async () => {
        for (let revision = -1; revision < 99; revision += 1)
          await log.appendCommit([part('treaty-cat', revision < 0 ? 'no-stream' : revision)], by)
      })()
      const seen = await follow(
        log,
        undefined,
        (signals) => signals.filter(({ kind }) => kind === 'event').length === 100,
      )
      await appending
      const ordinals = seen.flatMap((signal) => (signal.kind === 'event' ? [signal.event.ordinal] : []))
      expect(ordinals).toEqual(Array.from({ length: 100 }, (_, index) => index + 1))
    })

    it('resumes a subscription after a restart, from where it stood', async () => {
      await log.appendCommit([part('treaty-cat', 'no-stream', 4)], by)
      const [, second] = await follow(log, undefined, (signals) => signals.length === 2)
      await log.close()
      log = await engine.open()
      await log.appendCommit([part('treaty-cat', 3, 1)], by)
      const rest = await follow(log, second?.kind === 'event' ? second.position : undefined, (signals) =>
        signals.some(({ kind }) => kind === 'live'),
      )
      expect(rest.flatMap((signal) => (signal.kind === 'event' ? [signal.event.ordinal] : []))).toEqual([3, 4, 5])
    })

    it('keeps a note of a move that has not ended, beside its events', async () => {
      const [first, second] = ['2026-03-01T12:00:00.000000Z', '2026-03-02T12:00:00.000000Z'].map(parseInstant)
      expect(await log.moveBegunAt()).toBeUndefined()
      await log.noteMove(undefined)
      await log.noteMove(first)
      await log.appendCommit([part('treaty-cat', 'no-stream', 2)], by)
      await log.noteMove(first)
      await log.close()
      log = await engine.open()
      expect(await log.moveBegunAt()).toBe(first)
      expect(await log.verify()).toMatchObject({ events: 2, commits: 1, broken: [] })
      await log.noteMove(undefined)
      await log.appendCommit([part('treaty-cat', 1)], by)
      expect(await log.moveBegunAt()).toBeUndefined()
      await log.noteMove(second)
      expect(await log.moveBegunAt()).toBe(second)
      expect(await collect(log.readAll())).toHaveLength(3)
      expect((await log.head()).ordinal).toBe(3)
    })

    it('is the same after reopening, and its chain holds', async () => {
      await log.appendCommit([part('treaty-cat', 'no-stream', 3), part('igo-un', 'no-stream', 2)], by)
      const before = await collect(log.readAll())
      const chain = await log.verify()
      await log.close()
      log = await engine.open()
      expect(await collect(log.readAll())).toEqual(before)
      expect(await log.verify()).toEqual(chain)
      expect(chain).toMatchObject({ events: 5, commits: 1, broken: [] })
      expect(idsOf(await collect(log.readStream('igo-un')))).toHaveLength(2)
    })
  })
}
