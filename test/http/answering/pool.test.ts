import { describe, expect, it } from 'vitest'
import { ThreadPool, type Ticket } from '../../../src/http/answering/pool.ts'
import { aFakeThread, type FakeThread } from './a-fake-thread.ts'

const asked = { question: 'status', given: {}, format: 'json', mayBeHeld: true } as const

const aPool = (options: { readonly threads?: number; readonly most?: number; readonly patience?: number } = {}) => {
  const started: FakeThread[] = []
  const pool = new ThreadPool({
    threads: 2,
    most: 10,
    ...options,
    start: (unwanted) => {
      const thread = aFakeThread(unwanted)
      started.push(thread)
      return thread
    },
  })
  const turn = (ticket: Ticket) => pool.turn(ticket, { begin: asked, answer: ticket.number, atLeast: 0 })
  const begin = (long: boolean) => {
    const ticket = pool.admit(long)
    const outcome = turn(ticket).then(
      () => 'made' as const,
      (thrown: { code?: string }) => thrown.code,
    )
    return { ticket, outcome }
  }
  const works = () => started.map(({ begun }) => begun.map((work) => ('answer' in work ? work.answer : undefined)))
  return { pool, started, begin, turn, works }
}

describe('a pool of threads that answer', () => {
  it('keeps one of several free of what takes long', () => {
    const { begin, works } = aPool()
    for (const long of [true, true, true, false]) begin(long)
    // The first long one and the short one have begun, on threads of their own; the other long ones wait.
    expect(works()).toEqual([[1], [4]])
  })
  it('lets what does not take long have every thread', () => {
    const { begin, works } = aPool()
    for (const long of [false, false]) begin(long)
    expect(works()).toEqual([[1], [2]])
  })
  it('begins nothing else where what takes long may wait: it would wait for that with every piece', async () => {
    const { begin, works, started } = aPool()
    for (const long of [false, true, true, false]) begin(long)
    expect(works()).toEqual([[1], [2]])
    await started[1]?.finish()
    expect(works()).toEqual([[1], [2, 3]])
    await started[0]?.finish()
    expect(works()).toEqual([
      [1, 4],
      [2, 3],
    ])
  })
  it('answers both kinds with the only thread that it has, in the order in which they came', async () => {
    const { begin, works, started } = aPool({ threads: 1 })
    for (const long of [true, false, true]) begin(long)
    await started[0]?.finish()
    await started[0]?.finish()
    expect(works()).toEqual([[1, 2, 3]])
  })
  it('says that it is busy where as many of a kind wait as may, and takes the other kind all the same', async () => {
    const { pool, begin, started } = aPool({ most: 2 })
    const first = begin(true)
    begin(true)
    expect(() => pool.admit(true)).toThrowError(
      expect.objectContaining({ code: 'busy', httpStatus: 503, retryAfter: expect.any(Number) as number }) as Error,
    )
    expect(pool.fullFor(true)).toBeGreaterThanOrEqual(1)
    expect(pool.fullFor(false)).toBeUndefined()
    expect(begin(false).ticket.long).toBe(false)
    // The headers of the first are made: it still waits. Its body is begun: it does no more.
    void pool.turn(first.ticket, { goOn: true, answer: first.ticket.number })
    expect(pool.fullFor(true)).toBeDefined()
    await started[0]?.finish({ parts: [{ headers: {} }], done: false })
    expect(pool.admit(true).long).toBe(true)
  })
  it('takes an answer whose headers come with its body for begun at once', async () => {
    const { pool } = aPool({ most: 1 })
    const ticket = pool.admit(true)
    expect(pool.fullFor(true)).toBeDefined()
    void pool.turn(ticket, { begin: { ...asked, mayBeHeld: false }, answer: ticket.number, atLeast: 0 })
    expect(pool.fullFor(true)).toBeUndefined()
  })
  it('goes on with an answer where it was begun, before it begins another', async () => {
    const { pool, begin, works, started } = aPool({ threads: 1 })
    const { ticket } = begin(false)
    await started[0]?.finish({ parts: [{ headers: {} }], done: false })
    begin(false)
    void pool.turn(ticket, { goOn: true, answer: ticket.number })
    begin(false)
    await started[0]?.finish()
    expect(works()).toEqual([[1, 2, 1]])
  })
})

describe('an answer that nobody waits for any more', () => {
  it('is not begun where it waits', async () => {
    const { pool, begin, works, started } = aPool({ threads: 1 })
    begin(false)
    const { ticket, outcome } = begin(false)
    pool.forget(ticket)
    expect(await outcome).toBe('thread-ended')
    await started[0]?.finish()
    expect(works()).toEqual([[1]])
  })
  it('is marked where it is being worked on, and dropped after the turn', async () => {
    const { pool, begin, started } = aPool()
    const { ticket } = begin(true)
    const [thread] = started as [FakeThread]
    pool.forget(ticket)
    expect(thread.unwanted[0]).toBe(ticket.number)
    await thread.finish({ parts: [{ headers: {} }], done: false })
    expect(thread.posted).toEqual([{ drop: true, answer: ticket.number }])
  })
  it('is not told to a thread that has made all of it', async () => {
    const { pool, begin, started } = aPool()
    const { ticket } = begin(true)
    await started[0]?.finish()
    pool.forget(ticket)
    expect(started[0]?.posted).toEqual([])
  })
  it('is dropped at once between two turns', async () => {
    const { pool, begin, started } = aPool()
    const { ticket } = begin(true)
    await started[0]?.finish({ parts: [{ headers: {} }], done: false })
    pool.forget(ticket)
    expect(started[0]?.posted).toEqual([{ drop: true, answer: ticket.number }])
  })
  it('costs a thread that does not end its turn its place, and the next answer has another', async () => {
    const { pool, begin, works, started } = aPool({ threads: 1, patience: 1 })
    const deaf = begin(true)
    const next = begin(false)
    pool.forget(deaf.ticket)
    expect(await deaf.outcome).toBe('thread-ended')
    expect(started[0]?.hasEnded()).toBe(true)
    await new Promise((done) => setImmediate(done))
    expect(works()).toEqual([[1], [2]])
    await started[1]?.finish()
    expect(await next.outcome).toBe('made')
  })
})

describe('a thread that cannot be started', () => {
  it('fails the answer that it was to make, and no other', async () => {
    let [tries, thread] = [0, undefined as FakeThread | undefined]
    const pool = new ThreadPool({
      threads: 1,
      most: 10,
      start: (unwanted) => {
        tries += 1
        if (tries === 1) throw new Error('there is no room for another thread')
        return (thread = aFakeThread(unwanted))
      },
    })
    const turn = () => {
      const ticket = pool.admit(false)
      return pool.turn(ticket, { begin: asked, answer: ticket.number, atLeast: 0 })
    }
    await expect(turn()).rejects.toThrow('no room')
    const next = turn()
    await thread?.finish()
    expect(await next).toMatchObject({ done: true })
  })
})

describe('a thread that ends by itself', () => {
  it('takes the answers with it that were begun there, and another takes its place', async () => {
    const { pool, begin, started } = aPool({ threads: 1 })
    const open = begin(false)
    await started[0]?.finish({ parts: [{ headers: {} }], done: false })
    await started[0]?.end()
    const failed = pool.turn(open.ticket, { goOn: true, answer: open.ticket.number })
    await expect(failed).rejects.toMatchObject({ code: 'thread-ended', httpStatus: 503 })
    const next = begin(false)
    await started[1]?.finish()
    expect(await next.outcome).toBe('made')
  })
})
