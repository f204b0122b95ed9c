import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommitId } from '../../../src/events/envelope.ts'
import type { EventStoreLog } from '../../../src/log/eventstore/log.ts'
import type { CommitPart, Signal } from '../../../src/log/port.ts'
import { collect } from '../../support/collect.ts'
import { aServerWithLog, by, closeAll, openOn, part } from './a-log.ts'
import type { TestServer } from './server/server.ts'

let server: TestServer
let log: EventStoreLog
let logName: string

beforeEach(async () => {
  ;({ server, logName, log } = await aServerWithLog())
})
afterEach(() => closeAll(server, log))

/** The parts, with the server gone after so many: what a cut-off import leaves behind. */
async function* cutOffAfter(parts: readonly CommitPart[], count: number): AsyncGenerator<CommitPart> {
  for (const [index, one] of parts.entries()) {
    if (index === count) await server.down()
    yield one
  }
}

const anImport = (): CommitPart[] => [
  part('igo-un', 'no-stream', 3),
  part('igo-iwc', 'no-stream', 700),
  part('treaty-cat', 0, 2),
  part('igo-who', 'no-stream', 1),
]
const revisions = async (stream: string): Promise<number[]> =>
  (await collect(log.readStream(stream))).map(({ revision }) => revision)

/** Begins an import that is cut off in its third part, in another process's shoes: with a log of its own. */
const cutOff = async (parts: readonly CommitPart[], commit?: CommitId): Promise<void> => {
  const other = openOn(server, logName, { patience: 200 })
  await expect(
    other.appendCommit(cutOffAfter(parts, 3), commit === undefined ? by : { ...by, commit }),
  ).rejects.toMatchObject({ code: 'log-unavailable' })
  await other.close()
  await server.up()
}

describe('an import that was cut off', () => {
  let parts: CommitPart[]
  const commit = randomUUID() as CommitId

  beforeEach(async () => {
    await log.appendCommit([part('treaty-cat', 'no-stream')], by)
    parts = anImport()
    await cutOff(parts, commit)
  })

  it('is seen by nobody', async () => {
    expect(await log.head()).toMatchObject({ ordinal: 1, commits: 1 })
    expect(await collect(log.readAll())).toHaveLength(1)
    expect(await revisions('igo-iwc')).toEqual([])
    expect(await revisions('treaty-cat')).toEqual([0])
    const stop = new AbortController()
    const signals: Signal[] = []
    for await (const signal of log.subscribe({ signal: stop.signal })) {
      signals.push(signal)
      if (signal.kind === 'live') break
    }
    expect(signals.map(({ kind }) => kind)).toEqual(['event', 'live'])
    expect(await log.verify()).toMatchObject({ events: 1, broken: [] })
  })

  it('is listed by its name', async () => {
    expect(await log.unfinishedCommits()).toMatchObject([{ commit, recordedBy: 'test' }])
  })

  it('keeps others out of its streams, and of no other', async () => {
    await expect(log.appendCommit([part('igo-un', 'no-stream')], by)).rejects.toMatchObject({
      code: 'commit-in-progress',
      class: 'conflict',
      message: expect.stringContaining(commit) as string,
    })
    await expect(log.appendCommit([part('igo-un', 2)], by)).rejects.toMatchObject({ code: 'wrong-expected-revision' })
    await log.appendCommit([part('igo-nato', 'no-stream')], by)
    expect(await log.head()).toMatchObject({ ordinal: 2 })
  })

  it('goes on under its name, and then stands where its seal is', async () => {
    const between = await log.appendCommit([part('igo-nato', 'no-stream')], by)
    const receipt = await log.appendCommit(parts, { ...by, commit })
    expect(receipt).toMatchObject({ commit, firstOrdinal: 3, lastOrdinal: 708, written: 706 })
    expect(receipt.recordedAt > between.recordedAt).toBe(true)
    const all = await collect(log.readAll())
    expect(all.slice(2).map(({ event }) => event.id)).toEqual(parts.flatMap(({ events }) => events.map(({ id }) => id)))
    expect(await revisions('treaty-cat')).toEqual([0, 1, 2])
    expect(await log.unfinishedCommits()).toEqual([])
    expect(await log.verify()).toMatchObject({ events: 708, commits: 3, broken: [] })
    expect(await log.appendCommit(parts, { ...by, commit })).toEqual({ ...receipt, written: 0 })
  })

  it('goes on where the same events are recorded again without its name', async () => {
    expect(await log.appendCommit(parts, by)).toMatchObject({ commit, written: 706 })
    expect(await log.verify()).toMatchObject({ events: 707, broken: [] })
  })

  it('does not go on with other events', async () => {
    await expect(log.appendCommit(anImport(), { ...by, commit })).rejects.toMatchObject({ code: 'commit-changed' })
    await expect(log.appendCommit(anImport(), by)).rejects.toMatchObject({ code: 'commit-in-progress' })
    expect(await log.appendCommit(parts, { ...by, commit })).toMatchObject({ written: 706 })
  })

  it('is given up by its name; then its streams are free, and revisions count what is seen', async () => {
    await log.abandonCommit(commit, { ...by, reason: 'the file was wrong' })
    await log.appendCommit([part('igo-un', 'no-stream', 2), part('treaty-cat', 0)], by)
    await log.appendCommit([part('igo-un', 1)], by)
    await log.appendCommit([part('igo-iwc', 'no-stream')], by)
    expect(await revisions('igo-un')).toEqual([0, 1, 2])
    expect(
      (await collect(log.readStream('igo-un', { direction: 'backwards', from: 1 }))).map(({ revision }) => revision),
    ).toEqual([1, 0])
    expect((await collect(log.readStream('igo-un', { from: 1, limit: 1 }))).map(({ revision }) => revision)).toEqual([
      1,
    ])
    await expect(log.appendCommit(parts, { ...by, commit })).rejects.toMatchObject({ class: 'conflict' })
    await expect(log.abandonCommit(commit, { ...by, reason: 'again' })).resolves.toBeUndefined()
    expect(await log.verify()).toMatchObject({ events: 6, broken: [] })
  })

  it('may be recorded again under another name once it was given up', async () => {
    await log.abandonCommit(commit, { ...by, reason: 'again from the start' })
    const receipt = await log.appendCommit(parts, by)
    expect(receipt).toMatchObject({ written: 706, firstOrdinal: 2 })
    expect(receipt.commit).not.toBe(commit)
    expect(await log.verify()).toMatchObject({ events: 707, broken: [] })
  })

  it('is decided once: what is sealed cannot be given up', async () => {
    await log.appendCommit(parts, { ...by, commit })
    await expect(log.abandonCommit(commit, { ...by, reason: 'too late' })).rejects.toMatchObject({
      code: 'commit-decided',
    })
  })
})

describe('a commit over several streams', () => {
  it('that fails for a reason is given up at once, by itself', async () => {
    await log.appendCommit([part('treaty-cat', 'no-stream')], by)
    await expect(log.appendCommit([part('igo-un', 'no-stream', 5), part('treaty-cat', 4)], by)).rejects.toMatchObject({
      code: 'wrong-expected-revision',
    })
    expect(await log.unfinishedCommits()).toEqual([])
    await log.appendCommit([part('igo-un', 'no-stream')], by)
    expect(await revisions('igo-un')).toEqual([0])
  })

  it('cannot be sealed once somebody gave it up under its writer', async () => {
    const commit = randomUUID() as CommitId
    async function* parts(): AsyncGenerator<CommitPart> {
      yield part('igo-un', 'no-stream', 5)
      yield part('igo-iwc', 'no-stream', 5)
      await log.abandonCommit(commit, { ...by, reason: 'taking too long' })
      yield part('igo-who', 'no-stream', 5)
    }
    await expect(log.appendCommit(parts(), { ...by, commit })).rejects.toMatchObject({ code: 'commit-abandoned' })
    expect(await log.head()).toMatchObject({ ordinal: 0 })
    await log.appendCommit([part('igo-who', 'no-stream')], by)
    expect(await revisions('igo-who')).toEqual([0])
    expect(await log.verify()).toMatchObject({ events: 1, broken: [] })
  })

  it('that two writers record at the same time is recorded once', async () => {
    const other = openOn(server, logName)
    const parts = [part('igo-un', 'no-stream', 40), part('igo-iwc', 'no-stream', 40), part('igo-who', 'no-stream', 40)]
    const outcomes = await Promise.allSettled([log.appendCommit(parts, by), other.appendCommit(parts, by)])
    await other.close()
    const done = outcomes.filter((outcome) => outcome.status === 'fulfilled')
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ class: 'conflict' })
    if (done.length === 0) expect(await log.appendCommit(parts, by)).toMatchObject({ written: 120 })
    expect(await log.verify()).toMatchObject({ events: 120, commits: 1, broken: [] })
  })

  it('stands in the order of seals, not of what was written first', async () => {
    async function* slow(): AsyncGenerator<CommitPart> {
      yield part('igo-un', 'no-stream', 2)
      yield part('igo-iwc', 'no-stream', 2)
      await log.appendCommit([part('treaty-cat', 'no-stream')], by)
      yield part('igo-who', 'no-stream', 2)
    }
    const receipt = await log.appendCommit(slow(), by)
    expect(receipt).toMatchObject({ firstOrdinal: 2, lastOrdinal: 7 })
    expect((await collect(log.readAll())).map(({ event }) => event.stream)).toEqual([
      'treaty-cat',
      'igo-un',
      'igo-un',
      'igo-iwc',
      'igo-iwc',
      'igo-who',
      'igo-who',
    ])
  })

  it('may have more parts than one seal can name', async () => {
    const name = 'a stream with a very long name '.repeat(60)
    const parts = Array.from({ length: 400 }, (_, index) => part(`${name}${index}`, 'no-stream'))
    expect(await log.appendCommit(parts, by)).toMatchObject({ written: 400 })
    expect((await collect(log.readAll())).filter(({ endsCommit }) => endsCommit)).toHaveLength(1)
  })

  it('may be one part that is larger than an append', async () => {
    const one = part('practice-a', 'no-stream', 2_500)
    expect(await log.appendCommit([one], by)).toMatchObject({ firstOrdinal: 1, lastOrdinal: 2_500 })
    expect(await log.appendCommit([one], by)).toMatchObject({ firstOrdinal: 1, lastOrdinal: 2_500, written: 0 })
    expect(await log.head()).toMatchObject({ ordinal: 2_500, commits: 1 })
  })
})
