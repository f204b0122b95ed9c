import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGuardedServer } from './a-guarded-server.ts'

const ours = 'https://norms.example.org'
const preflight = {
  Origin: ours,
  'Access-Control-Request-Method': 'POST',
  'Access-Control-Request-Headers': 'authorization',
}

describe('pages of other origins', () => {
  let server: Awaited<ReturnType<typeof aGuardedServer>>
  beforeAll(async () => {
    server = await aGuardedServer({ cors: [ours], openReading: false })
  })
  afterAll(() => server.close())

  it('that are named may read answers and refusals, and the headers that are worth it', async () => {
    const { status, headers } = await server.ask('/v1/greeting/fra', { Origin: ours })
    expect([status, headers['access-control-allow-origin']]).toEqual([401, ours])
    expect(headers['access-control-allow-credentials']).toBeUndefined()
    expect(headers['vary']).toMatch(/\bOrigin\b/)
    for (const name of ['ETag', 'Link', 'Normtrail-Release', 'Retry-After', 'RateLimit', 'RateLimit-Policy'])
      expect(String(headers['access-control-expose-headers']).split(', ')).toContain(name)
  })
  it('that are named are told what they may send, before any token is wanted', async () => {
    const { status, headers, body } = await server.ask('/v1/events', preflight, 'OPTIONS')
    expect([status, body, headers['access-control-allow-origin']]).toEqual([204, '', ours])
    expect(String(headers['access-control-allow-methods']).split(', ')).toEqual(['GET', 'HEAD', 'POST'])
    for (const name of [
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'If-Match',
      'If-None-Match',
      'Last-Event-ID',
    ])
      expect(String(headers['access-control-allow-headers']).split(', ')).toContain(name)
  })
  it.each(['https://evil.example', 'null', 'http://norms.example.org', `${ours}.evil.example`, ours.toUpperCase()])(
    '%s is not named, and may not; caches are told that it depends on the origin',
    async (origin) => {
      const { headers } = await server.ask('/v1/greeting/fra', { Origin: origin })
      expect(headers['access-control-allow-origin']).toBeUndefined()
      expect(headers['vary']).toMatch(/\bOrigin\b/)
      const asked = await server.ask('/v1/events', { ...preflight, Origin: origin }, 'OPTIONS')
      expect(asked.headers['access-control-allow-origin']).toBeUndefined()
    },
  )
  it('vary also answers that have a Vary of their own', async () => {
    const token = await server.token('read')
    const { status, headers } = await server.ask('/v1/greeting/fra', { Authorization: `Bearer ${token}`, Origin: ours })
    expect(status).toBe(200)
    expect(String(headers['vary']).split(', ')).toEqual(expect.arrayContaining(['Accept', 'Origin']))
  })
})

describe('without other origins', () => {
  it('nobody is named', async () => {
    const server = await aGuardedServer()
    const { headers } = await server.ask('/v1/greeting/fra', { Origin: ours })
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    await server.close()
  })
  it('all may where one is *', async () => {
    const server = await aGuardedServer({ cors: ['*'] })
    const { headers } = await server.ask('/v1/greeting/fra', { Origin: 'https://anything.example' })
    expect(headers['access-control-allow-origin']).toBe('*')
    await server.close()
  })
})
