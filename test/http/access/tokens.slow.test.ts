import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { issueToken } from '../../../src/access/issue-token.ts'
import { openTokens } from '../../../src/workspace/engines.ts'
import { inFolder } from '../../../src/workspace/settings.ts'
import { aGuardedServer, bearing } from './a-guarded-server.ts'

const guarded = ['/v1', '/v1/greeting/fra', '/api/greeting/fra', '/V1/greeting/fra', '/metrics', '/v1/nothing']
const open = ['/healthz', '/readyz', '/openapi.json', '/']

describe('where reading wants a token', () => {
  let server: Awaited<ReturnType<typeof aGuardedServer>>
  beforeAll(async () => {
    server = await aGuardedServer({ openReading: false })
  })
  afterAll(() => server.close())

  it.each(guarded)('%s is refused without one, and nothing is said of a wrong one', async (path) => {
    const { status, headers, problem } = await server.ask(path)
    expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer realm="normtrail"'])
    expect(problem).toMatchObject({ status: 401, code: 'token-wanted', instance: path })
  })
  it.each(open)('%s tells nothing of the log, and is open', async (path) =>
    expect((await server.ask(path)).status).toBe(200),
  )
  it.each(['read', 'append', 'correct', 'review', 'admin'])('a token to %s may read', async (scope) => {
    const { status, headers } = await server.ask('/v1/greeting/fra', bearing(await server.token(scope)))
    expect(status).toBe(200)
    expect(headers['cache-control']).not.toMatch(/public/)
    expect(headers['vary']).toMatch(/\bAuthorization\b/)
  })
  it('HEAD is guarded as GET is', async () => {
    expect((await server.ask('/v1/greeting/fra', {}, 'HEAD')).status).toBe(401)
    expect((await server.ask('/v1/greeting/fra', bearing(await server.token('read')), 'HEAD')).status).toBe(200)
  })
  it('a path that is escaped leads round no guard', async () => {
    for (const path of ['/%76%31/greeting/fra', '//v1/greeting/fra', '/v1//greeting/fra', '/x/../v1/greeting/fra'])
      expect([path, (await server.ask(path)).status]).toEqual([path, expect.toSatisfy((is: number) => is !== 200)])
  })
  it('a token made or revoked by another process is known without a restart', async () => {
    const other = await openTokens(inFolder(server.data))
    const { token, text } = await issueToken(other, { scopes: ['read'], name: 'Ada' }, new Date())
    expect((await server.ask('/v1/greeting/fra', bearing(text))).status).toBe(200)
    await other.revoke(token.id)
    await vi.waitUntil(async () => (await server.ask('/v1/greeting/fra', bearing(text))).status === 401, 30_000)
    await other.close()
  })
  it('the day of its use is noted', async () => {
    const text = await server.token('read')
    await server.ask('/v1/greeting/fra', bearing(text))
    const used = async () => (await server.tokens.find(text.slice(3, 13)))?.lastUsed
    await vi.waitUntil(async () => (await used()) !== undefined, 30_000)
    expect(await used()).toMatch(/^\d{4}-\d\d-\d\d$/)
  })
})

describe('a bad token', () => {
  let server: Awaited<ReturnType<typeof aGuardedServer>>
  beforeAll(async () => {
    server = await aGuardedServer()
  })
  afterAll(() => server.close())

  const refused = 'Bearer realm="normtrail", error="invalid_token"'
  it.each([
    ['Bearer nonsense', 'mistyped'],
    ['Bearer', 'no bearer token'],
    ['Bearer ', 'no bearer token'],
    ['Basic dXNlcjpwYXNz', 'no bearer token'],
    ['Bearer nt_0123456789_abc def', 'no bearer token'],
  ])('%s is refused also where reading is open', async (header, words) => {
    const { status, headers, problem } = await server.ask('/v1/greeting/fra', { Authorization: header })
    expect([status, headers['www-authenticate'], problem['code']]).toEqual([401, refused, 'token-refused'])
    expect(problem['detail']).toContain(words)
  })
  it('is told from a good one by any letter of it', async () => {
    const text = await server.token('read')
    const mistyped = `${text.slice(0, 20)}${text[20] === 'x' ? 'y' : 'x'}${text.slice(21)}`
    expect((await server.ask('/v1/greeting/fra', bearing(mistyped))).problem['detail']).toContain('mistyped')
    expect((await server.ask('/v1/greeting/fra', bearing(text))).status).toBe(200)
    expect((await server.ask('/v1/greeting/fra', { Authorization: `bEaReR ${text}` })).status).toBe(200)
  })
  it('is one that is past its day', async () => {
    const past = new Date(Date.now() - 3 * 86_400_000)
    const expires = past.toISOString().slice(0, 10)
    const { text } = await issueToken(server.tokens, { scopes: ['read'], name: 'Ben', expires }, past)
    const { status, problem } = await server.ask('/v1/greeting/fra', bearing(text))
    expect([status, problem['detail']]).toEqual([401, 'the token was good until a day that is past.'])
  })
  it('in the query is no token: it is refused as a parameter, and is not logged', async () => {
    const text = await server.token('read')
    const { status, body } = await server.ask(`/v1/greeting/fra?access_token=${text}`)
    expect(status).toBe(400)
    expect(body).not.toContain(text.slice(14, 40))
    expect(server.logText()).not.toContain(text.slice(14, 40))
  })
})
