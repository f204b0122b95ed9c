import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { answerHere } from '../../../src/http/answering/answer-parts.ts'
import { answerInThreads, type ThreadOptions } from '../../../src/http/answering/answer-in-threads.ts'
import { listen } from '../../../src/http/server.ts'
import { packagePath } from '../../../src/package/package-path.ts'
import { questions } from '../../../src/queries/index.ts'
import type { Question } from '../../../src/queries/question/question.ts'
import { openWorkspace, type Workspace } from '../../../src/workspace/workspace.ts'
import { aDataFolder } from '../../exports/a-workspace.ts'
import { aSealedEvent } from '../../support/events.ts'

const ownQuestions = pathToFileURL(packagePath('test/http/answering/questions-of-threads.mjs')).href

/** A thread takes half a second to start: tests that leave it as it was share a server. */
const closing: (() => Promise<void>)[] = []
let shared: Awaited<ReturnType<typeof aServer>>
let impatient: Awaited<ReturnType<typeof aServer>>
beforeAll(async () => {
  shared = await aServer()
  impatient = await aServer({ queue: 2, patience: 10 })
})
afterAll(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

const aWorkspace = async () => {
  const { folder, data, remove } = await aDataFolder()
  const workspace = await openWorkspace(data)
  closing.push(remove, workspace.close)
  return { workspace, place: (name: string) => join(folder, name) }
}

const isThere = (file: string): Promise<void> => vi.waitFor(() => expect(existsSync(file)).toBe(true), 60_000)

const appendTo = (workspace: Workspace, stream: string) =>
  workspace.log.appendCommit([{ stream, expected: 'no-stream', events: [aSealedEvent()] }], { recordedBy: 'a test' })

/** A server that answers in threads of its own, from questions of these tests. */
const aServer = async (options: Partial<ThreadOptions> = {}) => {
  const { workspace, place } = await aWorkspace()
  const own = ((await import(ownQuestions)) as { readonly questions: readonly Question[] }).questions
  const limits = { threads: 2, queue: 20, questionsFrom: ownQuestions, ...options }
  const answering = await answerInThreads(own, workspace, limits)
  const logged: string[] = []
  const log = pino({}, { write: (line: string) => void logged.push(line) })
  const server = await listen({ questions: own, workspace, answering, log }, 0, '127.0.0.1')
  closing.push(answering.close, server.close)
  const get = (path: string, init: RequestInit = {}) => fetch(`${server.address}${path}`, init)
  return {
    get,
    logged,
    place,
    workspace,
    about: (question: string, file: string) => `/v1/${question}/${encodeURIComponent(file)}`,
  }
}

describe('while ten clients ask what holds its thread', () => {
  it('health, readiness and point questions are answered, however often they are asked', async () => {
    const { get, place, about } = shared
    const file = place('told')
    const asked = Array.from({ length: 10 }, () => get(about('holds', file)))
    let ticks = 0
    const ticking = setInterval(() => (ticks += 1), 1)
    for (let round = 1; round <= 40; round += 1)
      for (const path of ['/healthz', '/readyz', about('point', 'words')])
        expect([round, path, (await get(path)).status]).toEqual([round, path, 200])
    clearInterval(ticking)
    // Only now may what holds the thread end: a server that it had blocked would not have come here.
    writeFileSync(file, '')
    expect(ticks).toBeGreaterThan(10)
    for (const answer of asked) expect(await (await answer).json()).toMatchObject({ words: 'it is there' })
  })
  it('says that it is busy where too many wait, and when to ask again', async () => {
    const { get, place, about } = impatient
    const file = place('told')
    const first = get(about('holds', file))
    await isThere(`${file}.begun`)
    const rest = Array.from({ length: 9 }, () => get(about('holds', file)))
    const refused = await firstOf(rest, 7)
    for (const response of refused) {
      expect(response.status).toBe(503)
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
      expect(await response.json()).toMatchObject({ code: 'busy', status: 503 })
    }
    expect((await get(about('point', 'words'))).status).toBe(200)
    writeFileSync(file, '')
    expect((await first).status).toBe(200)
    expect((await Promise.all(rest)).filter(({ status }) => status === 200)).toHaveLength(2)
  })
})

/** The first so many answers: those that wait for nothing. */
const firstOf = async (asked: readonly Promise<Response>[], count: number): Promise<readonly Response[]> => {
  const answered: Response[] = []
  for (const answer of asked) void answer.then((response) => answered.push(response))
  await vi.waitFor(() => expect(answered).toHaveLength(count), 60_000)
  return answered
}

describe('a client that is gone', () => {
  it('is no longer worked for, and the next one has its turn', async () => {
    const { get, place, about } = shared
    const [said, there] = [place('said'), place('there')]
    const gone = new AbortController()
    const asked = get(about('tells', said), { signal: gone.signal }).catch(() => undefined)
    await isThere(`${said}.begun`)
    gone.abort()
    await asked
    await isThere(said)
    expect(readFileSync(said, 'utf8')).toBe('unwanted')
    writeFileSync(there, '')
    expect((await get(about('holds', there))).status).toBe(200)
  })
  it('costs a question that never looks up its thread', async () => {
    const { get, place, about } = impatient
    const [said, there] = [place('said'), place('there')]
    const gone = new AbortController()
    const asked = get(about('deaf', said), { signal: gone.signal }).catch(() => undefined)
    await isThere(`${said}.begun`)
    gone.abort()
    await asked
    writeFileSync(there, '')
    expect((await get(about('holds', there))).status).toBe(200)
  })
})

describe('what fails in a thread', () => {
  it('is the problem that it would be without threads', async () => {
    const { get, about } = shared
    const missing = await get(about('point', 'nowhere'))
    expect([missing.status, await missing.json()]).toEqual([
      404,
      expect.objectContaining({
        code: 'unknown-actor',
        detail: 'file: "nowhere" is no file.',
        hint: 'Closest: none.',
        instance: '/v1/point/nowhere',
      }),
    ])
    const fault = await get(about('point', 'crash'))
    expect([fault.status, await fault.json()]).toEqual([500, expect.objectContaining({ code: 'internal' })])
  })
  it('is seen to be cut off where it fails in the middle of a table', async () => {
    const { get, logged } = shared
    const cut = get('/v1/table?rows=100000&fails=yes&format=csv').then((response) => response.text())
    await expect(cut).rejects.toThrow()
    expect(logged.filter((line) => line.includes('failed in the middle of an answer'))).toHaveLength(1)
  })
  it('ends one thread with one answer at most: another takes its place', async () => {
    const { get, about } = await aServer({ threads: 1 })
    const ended = await get(about('point', 'exit'))
    expect([ended.status, await ended.json()]).toEqual([503, expect.objectContaining({ code: 'thread-ended' })])
    expect((await get(about('point', 'words'))).status).toBe(200)
  })
})

describe('readiness', () => {
  it('comes back after an append, though nobody asks a question', async () => {
    const { get, workspace } = shared
    const statusOf = async () => (await get('/readyz')).status
    expect(await statusOf()).toBe(200)
    await appendTo(workspace, 'treaty-ccpr')
    await vi.waitFor(async () => expect(await statusOf()).toBe(200), 60_000)
  })
})

describe('a thread that rehearses', () => {
  const timesAsked = async (rehearses: boolean): Promise<string> => {
    const { get } = await aServer({ rehearses })
    return ((await (await get('/v1/exposures-asked')).json()) as { readonly words: string }).words
  }
  it('has answered what is asked most, to its end, before anybody asks; others have not', async () => {
    expect(await timesAsked(true)).toBe('8')
    expect(await timesAsked(false)).toBe('0')
  })
  it('is open where the log holds nothing of what is rehearsed', async () => {
    const { workspace } = await aWorkspace()
    const inThreads = await answerInThreads(questions, workspace, { threads: 1, queue: 1, rehearses: true })
    closing.push(inThreads.close)
    const asked = { question: 'info', given: {}, format: 'json', mayBeHeld: false } as const
    expect((await allOf(inThreads.ask(asked, never))).body).toContain('"ordinal": 1')
  })
})

describe('an answer from a thread', () => {
  it('is not worked for where the client holds it: its tag is enough', async () => {
    const { get, place, about } = shared
    const file = place('held')
    writeFileSync(file, '')
    const etag = (await get(about('holds', file))).headers.get('etag') ?? ''
    rmSync(file)
    rmSync(`${file}.begun`)
    const headers = { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' }
    expect((await get(about('holds', file), { headers })).status).toBe(304)
    expect(existsSync(`${file}.begun`)).toBe(false)
  })
  it('holds what was appended before it was asked for', async () => {
    const { get, workspace, about } = shared
    const ordinalOf = async () => Number((await get(about('point', 'words'))).headers.get('normtrail-ordinal'))
    const before = await ordinalOf()
    await appendTo(workspace, 'treaty-cedaw')
    expect(await ordinalOf()).toBe(before + 1)
  })
  it('comes whole, however many rows it has', async () => {
    const { get } = shared
    const text = await (await get('/v1/table?rows=20000&format=csv')).text()
    expect(text.split('\n')).toHaveLength(20_002)
    expect(text.endsWith('"row 19999, ""quoted"""\n')).toBe(true)
  })
  it('is byte for byte what this thread would answer, with the same headers', async () => {
    const { workspace } = await aWorkspace()
    const inThreads = await answerInThreads(questions, workspace, { threads: 2, queue: 20 })
    closing.push(inThreads.close)
    const here = answerHere(questions, workspace)
    const given = { asOf: '2001-01-01' }
    for (const [question, more] of [
      ['info', {}],
      ['events', {}],
      ['world', { subject: 'cat', system: 'un' }],
      ['panel status', { subject: 'cat', from: '1990', to: '2000', system: 'un' }],
      ['status', { state: 'nobody', subject: 'cat' }],
    ] as const)
      for (const format of ['json', 'text', ...(question === 'status' ? [] : (['csv', 'parquet'] as const))] as const) {
        for (const mayBeHeld of [true, false]) {
          const asked = { question, given: { ...given, ...more }, format, mayBeHeld }
          const [one, other] = [await allOf(here.ask(asked, never)), await allOf(inThreads.ask(asked, never))]
          expect(other, `${question} as ${format}`).toEqual(one)
        }
      }
  })
})

const never = new AbortController().signal

const allOf = async (parts: ReturnType<ReturnType<typeof answerHere>['ask']>) => {
  const headers: Record<string, string> = {}
  const bytes: Buffer[] = []
  try {
    for await (const part of parts)
      if ('headers' in part) Object.assign(headers, part.headers)
      else if ('chunks' in part) bytes.push(...part.chunks.map((chunk) => Buffer.from(chunk as string)))
  } catch (thrown) {
    const { code, message, hint } = thrown as { code?: string; message: string; hint?: string }
    return { code, message, hint }
  }
  return { headers, body: Buffer.concat(bytes).toString('latin1') }
}
