import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGuardedServer } from './a-guarded-server.ts'

describe('on this machine alone', () => {
  let server: Awaited<ReturnType<typeof aGuardedServer>>
  beforeAll(async () => {
    server = await aGuardedServer({ hosts: ['norms.example.org'] })
  })
  afterAll(() => server.close())
  it.each([
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost',
    'LocalHost:8080',
    '[::1]',
    '[::1]:80',
    '127.1.2.3',
    'norms.example.org:443',
  ])('the name %s is its own', async (host) =>
    expect((await server.ask('/v1/greeting/fra', { Host: host })).status).toBe(200),
  )
  it.each([
    'evil.example',
    'evil.example:8080',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example:localhost',
    'localhost:80:80',
    '::1',
    'a@localhost',
  ])('the name %j is that of a page that would read it', async (host) => {
    for (const path of ['/v1/greeting/fra', '/healthz', '/', '/openapi.json']) {
      const { status, problem } = await server.ask(path, { Host: host })
      expect([path, status, problem['code']]).toEqual([path, 403, 'other-host'])
    }
  })
})

describe('where other machines reach it', () => {
  it('any name will do, unless names are given', async () => {
    const server = await aGuardedServer({ hosts: undefined }, '0.0.0.0')
    expect((await server.ask('/v1/greeting/fra', { Host: 'norms.example.org' })).status).toBe(200)
    await server.close()
  })
})
