import { describe, expect, it } from 'vitest'
import type { Part } from '../../../src/http/answering/answering.ts'
import { sentFailure } from '../../../src/common/sent-failure.ts'
import { askInPool } from '../../../src/http/answering/ask-in-pool.ts'
import { ThreadPool } from '../../../src/http/answering/pool.ts'
import { aFakeThread, type FakeThread } from './a-fake-thread.ts'

const asked = { question: 'exposure', given: {}, format: 'json', mayBeHeld: false } as const

/** An answer that one thread makes, whose turns end when the test says so. */
const anAnswer = (mayBeHeld = false) => {
  let thread: FakeThread | undefined
  const pool = new ThreadPool({ threads: 1, most: 10, start: (unwanted) => (thread = aFakeThread(unwanted)) })
  const gone = new AbortController()
  const parts = askInPool({ pool, upToHead: async () => 0 }, false, { ...asked, mayBeHeld }, gone.signal)
  const turns = (): number => thread?.begun.length ?? 0
  /** Takes the next part, which the turn that is being worked on makes in full. */
  const taken = async (made: readonly Part[], done = false): Promise<unknown> => {
    const next = parts.next()
    await new Promise((resolve) => setImmediate(resolve))
    await thread?.finish({ parts: made, done })
    return (await next).value
  }
  const failing = async (thrown: Error): Promise<void> =>
    thread?.finish({ parts: [], done: false, failed: sentFailure(thrown) })
  return { parts, turns, taken, failing, gone, thread: () => thread as FakeThread }
}

const body = (text: string): Part => ({ chunks: [text] })

describe('an answer that threads make', () => {
  it('has its next piece made while one is sent, and not the one after that', async () => {
    const { turns, taken } = anAnswer()
    expect(await taken([body('one')])).toEqual(body('one'))
    // The first is with whoever sends it, and has not been used up yet.
    expect(turns()).toBe(2)
    expect(await taken([body('two')])).toEqual(body('two'))
    expect(turns()).toBe(3)
  })
  it('has nothing made after its headers before they are used: who holds it already wants nothing more', async () => {
    const { parts, turns, taken } = anAnswer(true)
    const headers = { headers: { ETag: '"one"' } }
    expect(await taken([headers])).toEqual(headers)
    expect(turns()).toBe(1)
    expect(await taken([body('one')], true)).toEqual(body('one'))
    expect(turns()).toBe(2)
    expect(await parts.next()).toMatchObject({ done: true })
  })
  it('says what is wrong with a piece that was made ahead after all that came before it is sent', async () => {
    const { parts, taken, failing } = anAnswer()
    expect(await taken([body('one')])).toEqual(body('one'))
    await failing(new Error('no more'))
    await expect(parts.next()).rejects.toThrow('no more')
  })
  it('forgets a piece that is made ahead for nobody', async () => {
    const { parts, taken, thread } = anAnswer()
    await taken([body('one')])
    await parts.return()
    await thread().finish({ parts: [body('two')], done: false })
    expect(thread().posted).toEqual([{ drop: true, answer: 1 }])
    expect(thread().unwanted[0]).toBe(1)
  })
})
