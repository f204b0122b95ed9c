import { describe, expect, it } from 'vitest'
import { askInPool } from '../../../src/http/answering/ask-in-pool.ts'
import { ThreadPool } from '../../../src/http/answering/pool.ts'
import { projection } from '../../../src/http/answering/projection.ts'
import { aFakeThread, type FakeThread } from './a-fake-thread.ts'

const aProjection = () => {
  const started: FakeThread[] = []
  const log = { ordinal: 5, head: async () => ({ ordinal: log.ordinal, position: undefined }) }
  const projector = projection(log as never, () => {
    const thread = aFakeThread(new Int32Array(1))
    started.push(thread)
    return thread
  })
  const soon = () => new Promise((done) => setImmediate(done))
  return { started, log, projector, soon }
}

describe('the thread that projects', () => {
  it('is asked once for all who wait, and once more for those who came while it worked', async () => {
    const { started, log, projector, soon } = aProjection()
    const first = projector.upToHead()
    await soon()
    log.ordinal = 7
    const later = [projector.upToHead(), projector.upToHead()]
    await soon()
    expect(started[0]?.begun).toHaveLength(1)
    await started[0]?.finish(5 as never)
    expect(await first).toBe(5)
    await soon()
    expect(started[0]?.begun).toHaveLength(2)
    await started[0]?.finish(7 as never)
    expect(await Promise.all(later)).toEqual([7, 7])
    expect(await projector.isBehind()).toBe(false)
    expect(await projector.upToHead()).toBe(7)
    expect(started[0]?.begun).toHaveLength(2)
  })
  it('is asked no second time where its work came as far as those saw who came meanwhile', async () => {
    const { started, log, projector, soon } = aProjection()
    const first = projector.upToHead()
    await soon()
    log.ordinal = 7
    const later = projector.upToHead()
    await soon()
    // It looked at the log after the second commit.
    await started[0]?.finish(7 as never)
    expect(await Promise.all([first, later])).toEqual([7, 7])
    expect(started[0]?.begun).toHaveLength(1)
  })
  it('is asked again where its work failed, and where another log was put in the place of the first', async () => {
    const { started, log, projector, soon } = aProjection()
    const first = projector.upToHead()
    await soon()
    await started[0]?.finish(5 as never)
    await first
    log.ordinal = 6
    const during = projector.upToHead()
    await soon()
    log.ordinal = 3
    const after = projector.upToHead()
    await soon()
    expect(started[0]?.begun).toHaveLength(2)
    await started[0]?.finish(6 as never)
    expect(await during).toBe(6)
    await soon()
    expect(started[0]?.begun).toHaveLength(3)
    await started[0]?.finish(3 as never)
    expect(await after).toBe(3)
  })
  it('is another one after it has ended', async () => {
    const { started, projector, soon } = aProjection()
    const failing = projector.upToHead()
    await soon()
    await started[0]?.end()
    await expect(failing).rejects.toMatchObject({ code: 'thread-ended' })
    const next = projector.upToHead()
    await soon()
    await started[1]?.finish(5 as never)
    expect(await next).toBe(5)
  })
  it('is not started again once it is closed, whoever waits', async () => {
    const { started, projector, soon } = aProjection()
    const waiting = [projector.upToHead(), projector.upToHead()].map((one) => one.catch((thrown: unknown) => thrown))
    await soon()
    await projector.close()
    expect(await Promise.all(waiting)).toMatchObject([{ code: 'thread-ended' }, { code: 'thread-ended' }])
    expect(started).toHaveLength(1)
  })
})

describe('a client that leaves while the read model is brought up', () => {
  it('is not worked for, and waits no more', async () => {
    const { started, projector, soon } = aProjection()
    const threads: FakeThread[] = []
    const pool = new ThreadPool({
      threads: 1,
      most: 1,
      start: (unwanted) => {
        const thread = aFakeThread(unwanted)
        threads.push(thread)
        return thread
      },
    })
    const gone = new AbortController()
    const asked = { question: 'panel', given: {}, format: 'json', mayBeHeld: false } as const
    const part = askInPool({ pool, ...projector }, true, asked, gone.signal).next()
    await soon()
    expect(pool.fullFor(true)).toBeDefined()
    gone.abort()
    await expect(part).rejects.toMatchObject({ code: 'thread-ended' })
    expect(pool.fullFor(true)).toBeUndefined()
    await started[0]?.finish(5 as never)
    await soon()
    expect(threads).toEqual([])
  })
})
