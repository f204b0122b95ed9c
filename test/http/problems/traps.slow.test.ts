import { connect } from 'node:net'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aServer } from '../a-server.ts'
import { leaksIn } from '../fuzz/judge.ts'

/*
 * What a framework answers by itself, and answers wrong: with another status, with a page, with a stack, or with an
 * answer to something else than was asked.
 */

let server: Awaited<ReturnType<typeof aServer>>
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.close())

interface Problem {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly hint?: string
  readonly errors?: readonly object[]
}

/** Asks without anything being normalised on the way, as `fetch` does. */
const ask = (target: string, method = 'GET', headers: Readonly<Record<string, string>> = {}) =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(server.address)
    const sent = request({ hostname, port, method, path: target, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    sent.on('error', reject)
    sent.end()
  })

const problemOf = async (...asked: Parameters<typeof ask>) => {
  const { status, headers, text } = await ask(...asked)
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(leaksIn(text, [])).toEqual([])
  const problem = JSON.parse(text) as Problem
  expect(problem.status).toBe(status)
  return { ...problem, allow: headers['allow'] }
}

describe('a method that a path does not have', () => {
  it.each(['DELETE', 'PUT', 'PATCH', 'TRACE', 'PROPFIND'])('%s is refused with those that it has', async (method) => {
    for (const path of ['/v1/greeting/fra', '/v1', '/openapi.json', '/healthz', '/'])
      expect(await problemOf(path, method)).toMatchObject({
        status: 405,
        allow: 'GET, HEAD',
        code: 'method-not-allowed',
      })
  })
  it('is not known of a path that is none', async () =>
    expect(await problemOf('/v1/nothing', 'DELETE')).toMatchObject({ status: 404, code: 'no-such-path' }))
})

describe('a range of the page', () => {
  it.each(['bytes=5-2', 'bytes=0-3', 'bytes=-5', 'bytes=99999999999-', 'lines=1-2'])(
    '%s is not cut off',
    async (Range) => {
      const whole = await ask('/')
      // Where the page is not built, there is none.
      expect([200, 404]).toContain(whole.status)
      const { status, text } = await ask('/', 'GET', { Range })
      expect(status).toBe(whole.status)
      if (status === 200) expect(text).toBe(whole.text)
    },
  )
})

describe('what is asked twice, or under a name that means something to JavaScript', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a[]', 'asOf[]', 'asOf[$gt]', '', 'asof'])(
    'is no parameter: "%s"',
    async (name) => {
      const { status, detail } = await problemOf(`/v1/greeting/fra?${encodeURIComponent(name)}=1`)
      expect([status, detail]).toEqual([400, expect.stringContaining(`"${name}" is no parameter of "greeting"`)])
    },
  )
  it.each(['__proto__', 'constructor', 'toString'])('is not answered in silence beside a good one: %s', async (name) =>
    expect((await problemOf(`/v1/greeting/fra?manner=warm&${name}=a&${name}=b`)).status).toBe(400),
  )
  it('is refused where it is a scalar given twice', async () =>
    expect(await problemOf('/v1/greeting/fra?manner=warm&manner=warm')).toMatchObject({
      status: 400,
      detail: 'manner: is given twice.',
    }))
  it('changes nothing of what others are told', async () => {
    await problemOf('/v1/greeting/fra?__proto__[manner]=cool')
    const { text } = await ask('/v1/greeting/fra?asOf=2000-01-01')
    expect(JSON.parse(text)).toMatchObject({ words: 'warm words for fra' })
  })
})

describe('a target that cannot be read', () => {
  it.each(['/v1/greeting/%E0%A4%A', '/v1/greeting/%', '/v1/greeting/%zz', '/v1/greeting/%c0%ae'])(
    'is told as one: %s',
    async (target) => expect((await problemOf(target)).status).toBe(400),
  )
  it.each([
    '/..%2f..%2fpackage.json',
    '/../package.json',
    '/%2e%2e/package.json',
    '//etc/passwd',
    '/.git/config',
    '/%E0%A4%A',
    '/%c0%ae%c0%ae/',
  ])('leads to no file beside the page: %s', async (target) =>
    expect([400, 403, 404]).toContain((await problemOf(target)).status),
  )
  it('is refused where it is longer than anything that can be asked', async () => {
    expect(await problemOf(`/v1/greeting/fra?manner=${'a'.repeat(8_000)}`)).toMatchObject({
      status: 414,
      code: 'uri-too-long',
    })
  })
  it('is refused where the head is larger than is read', async () => {
    expect(await problemOf(`/v1/greeting/${'a'.repeat(20_000)}`)).toMatchObject({ status: 431, code: 'head-too-large' })
    expect(await problemOf('/v1/greeting/fra', 'GET', { 'x-large': 'a'.repeat(20_000) })).toMatchObject({
      status: 431,
      code: 'head-too-large',
    })
  })
  it('is refused where its characters are not escaped', async () => {
    for (const target of ['/v1/greeting/C\u00f4te', '/v1/greeting/fra?manner=\u00fc'])
      expect(await problemOf(target)).toMatchObject({ status: 400, code: 'not-escaped' })
  })
  it('is refused where it is no HTTP', async () => {
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1')
    socket.end('HELO there\r\n\r\n')
    let text = ''
    for await (const part of socket) text += String(part)
    const [head = '', body = ''] = text.split('\r\n\r\n')
    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/problem\+json/)
    expect(JSON.parse(body)).toMatchObject({ type: 'urn:normtrail:problem:not-http', status: 400 })
  })
})

describe('HEAD', () => {
  it('has no body where its head is larger than is read, either', async () => {
    const { status, text } = await ask(`/v1/greeting/${'a'.repeat(20_000)}`, 'HEAD')
    expect([status, text]).toEqual([431, ''])
    const unread = await ask('/v1/greeting/C\u00f4te', 'HEAD')
    expect([unread.status, unread.text]).toEqual([400, ''])
  })
  it.each(['/v1/greeting/fra', '/v1/greeting', '/v1/greeting/atlantis', '/nothing', '/v1/greeting/crash'])(
    'says of %s what GET says, without a body',
    async (path) => {
      const [head, got] = [await ask(path, 'HEAD'), await ask(path)]
      expect([head.status, head.headers['content-type'], head.text]).toEqual([
        got.status,
        got.headers['content-type'],
        '',
      ])
    },
  )
})

describe('a fault of ours', () => {
  it('is told without a stack, a path of the machine or the words of the fault', async () => {
    const { status, detail } = await problemOf('/v1/greeting/crash')
    expect([status, detail]).toEqual([500, 'Something failed that should not. The log of the server says what.'])
  })
})
