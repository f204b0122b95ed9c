import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aGuardedServer, bearing } from './a-guarded-server.ts'

describe('a request', () => {
  let server: Awaited<ReturnType<typeof aGuardedServer>>
  beforeAll(async () => {
    server = await aGuardedServer()
  })
  afterAll(() => server.close())
  const loggedOf = async (id: string): Promise<Readonly<Record<string, unknown>>> => {
    const find = () =>
      server
        .logText()
        .split('\n')
        .find((line) => line.includes(`"id":"${id}"`))
    await vi.waitUntil(() => find() !== undefined, 30_000)
    return JSON.parse(find() ?? '') as Readonly<Record<string, unknown>>
  }

  it('keeps the name that it brings: in the answer, the log and the problem document', async () => {
    const { headers, problem } = await server.ask('/v1/nothing', { 'X-Request-Id': 'trace-7.a' })
    expect([headers['x-request-id'], problem['requestId']]).toEqual(['trace-7.a', 'trace-7.a'])
    expect(await loggedOf('trace-7.a')).toMatchObject({ method: 'GET', url: '/v1/nothing', status: 404 })
  })
  it.each(['', 'a b', 'a"b', `${'a'.repeat(129)}`, '{"a":1}', 'é'])('is given another name than %j', async (id) => {
    const { headers } = await server.ask('/healthz', { 'X-Request-Id': Buffer.from(id).toString('latin1') })
    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  })
  it('is logged without any secret that came with it', async () => {
    const text = await server.token('read')
    const secret = text.slice(14, 57)
    const escaped = `%6Et_${text.slice(3)}`
    await server.ask('/v1/greeting/fra', {
      ...bearing(text),
      'Idempotency-Key': 'key-that-is-secret',
      'X-Request-Id': 's1',
    })
    await server.ask(`/v1/greeting/${text}?token=hidden1&Access%5FToken=hidden2&key=hidden3&manner=warm`, {
      'X-Request-Id': 's2',
    })
    await server.ask(`/v1/greeting/fra?manner=${escaped}`, { 'X-Request-Id': 's3' })
    expect(await loggedOf('s1')).toMatchObject({ status: 200 })
    expect((await loggedOf('s2'))['url']).toBe('/v1/greeting/nt_…?token=…&Access%5FToken=…&key=…&manner=warm')
    expect((await loggedOf('s3'))['url']).toBe('/v1/greeting/fra?nt_…')
    for (const word of [secret, 'key-that-is-secret', 'hidden1', 'hidden2', 'hidden3'])
      expect(server.logText()).not.toContain(word)
  })
})

describe('/metrics', () => {
  it('counts events, the lag, and requests by the pattern of their path', async () => {
    const server = await aGuardedServer()
    for (const path of ['/v1/greeting/fra', '/v1/greeting/deu', '/v1/greeting/deu/cat', '/v1/nothing', '/'])
      await server.ask(path)
    const { status, headers, body } = await server.ask('/metrics')
    expect([status, headers['content-type']]).toEqual([200, expect.stringMatching(/^text\/plain; version=0\.0\.4/)])
    const lines = body.split('\n')
    const { ordinal } = JSON.parse((await server.ask('/healthz')).body) as { ordinal: number }
    expect(ordinal).toBeGreaterThan(0)
    expect(lines).toContain(`normtrail_events_total ${ordinal}`)
    expect(lines).toContain('normtrail_projection_lag_events 0')
    expect(lines).toContain('normtrail_feed_consumers 0')
    expect(lines.some((line) => line.startsWith('process_resident_memory_bytes '))).toBe(true)
    const counts = lines.filter((line) => line.startsWith('normtrail_http_request_duration_seconds_count'))
    const named = 'normtrail_http_request_duration_seconds_count{method="GET",route='
    expect(counts.find((line) => line.startsWith(`${named}"/v1/greeting`))).toMatch(/status="200"\} 3$/)
    expect(counts).toContain(`${named}"other",status="404"} 1`)
    expect(body).not.toMatch(/"[^"]*(?:fra|deu)[^"]*"/)
    await server.close()
  })
})
